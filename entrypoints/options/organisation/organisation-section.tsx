import { dateInWords } from '../../../components/words.ts';
import type { OrganisationView } from '../../../lib/pack-messages.ts';
import { FileButton } from '../own/file-button.tsx';
import {
  busy,
  checkUpdate,
  openPreview,
  organisation,
  preview,
  removePack,
  removeUpdate,
  settingUp,
  takePreview,
  told,
} from './state.ts';
import { UpdateForm } from './update-form.tsx';

const origins = { file: '由文件导入', address: '由更新地址下载', policy: '由单位统一下发' } as const;

/** The organisation's packs: from a file, from the update address, from the policy. */
export function OrganisationSection() {
  const known = organisation.value;
  if (known === null) return null;
  return (
    <section>
      <h2>单位词库</h2>
      <p class="soft small">
        由单位统一整理的表述。可导入 .xlsx、.csv、.yaml 或 .json 文件，也可设置更新地址。
      </p>
      {known.packs.length > 0 && (
        <ul class="phrases">
          {known.packs.map((pack) => (
            <PackRow key={pack.id} pack={pack} />
          ))}
        </ul>
      )}
      {known.update !== null && <UpdateRow update={known.update} />}
      {settingUp.value ? (
        <UpdateForm />
      ) : (
        <div class="row wrap">
          <FileButton words="导入词库" disabled={busy.value} onFile={openPreview} />
          {known.update === null && (
            <button
              type="button"
              class="button"
              onClick={() => {
                settingUp.value = true;
              }}
            >
              设置更新地址
            </button>
          )}
        </div>
      )}
      <Preview />
      <div class="soft small" role="status" hidden={told.value.length === 0}>
        {told.value.slice(0, 50).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </section>
  );
}

function PackRow({ pack: { id, name, version, from, takenOn, entries } }: { pack: OrganisationView }) {
  const about = [
    `${entries} 条`,
    ...(version > 0 ? [`第 ${version} 版`] : []),
    origins[from],
    ...(takenOn === '' ? [] : [dateInWords(takenOn)]),
  ];
  return (
    <li class="own-row">
      <div class="says">
        <p>{name}</p>
        <p class="soft small">{about.join(' · ')}</p>
      </div>
      {from === 'file' && (
        <button
          type="button"
          class="quiet"
          aria-label={`移除 ${name}`}
          disabled={busy.value}
          onClick={() => void removePack(id)}
        >
          移除
        </button>
      )}
    </li>
  );
}

function UpdateRow({ update }: { update: { address: string; said: string; lookedAt: number } }) {
  const when = update.lookedAt === 0 ? '' : new Date(update.lookedAt).toLocaleString('zh-CN');
  return (
    <div class="own-row">
      <div class="says">
        <p>更新地址：{update.address}</p>
        {when !== '' && (
          <p class="soft small">
            {when} 查看：{update.said}
          </p>
        )}
      </div>
      <div class="row">
        <button type="button" class="quiet" disabled={busy.value} onClick={() => void checkUpdate()}>
          检查更新
        </button>
        <button type="button" class="quiet" disabled={busy.value} onClick={() => void removeUpdate()}>
          停用
        </button>
      </div>
    </div>
  );
}

function Preview() {
  const shown = preview.value;
  if (shown === null) return null;
  const { name, version, entries, problems } = shown.read;
  return (
    <section class="import" aria-label="词库预览">
      <p>
        <b>{name}</b>：{version > 0 && `第 ${version} 版，`}可载入 {entries} 条
        {problems.length > 0 && `；${problems.length} 处有误，不载入`}。
      </p>
      {problems.length > 0 && (
        <ul class="notice small">
          {problems.slice(0, 200).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <div class="row">
        <button type="button" class="button main" disabled={busy.value} onClick={() => void takePreview()}>
          载入这 {entries} 条
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            preview.value = null;
          }}
        >
          取消
        </button>
      </div>
    </section>
  );
}
