import { useFocusHere } from '../../../components/focus-here.ts';
import { langOf } from '../../../components/lang-of.ts';
import { say, sayWords } from '../../../components/say.ts';
import { dateInWords } from '../../../components/screen-words.ts';
import { bilingual } from '../../../lib/language/language.ts';
import type { OrganisationView } from '../../../lib/messaging/pack-messages.ts';
import { FileButton } from '../own/file-button.tsx';
import {
  busy,
  checkUpdate,
  openPreview,
  organisation,
  outcome,
  preview,
  removePack,
  removeUpdate,
  settingUp,
  takePreview,
} from './organisation-state.ts';
import { UpdateForm } from './update-form.tsx';

const origins = {
  file: bilingual('由文件导入', 'from a file'),
  address: bilingual('由更新地址下载', 'from the update address'),
  policy: bilingual('由单位统一下发', 'handed out by policy'),
} as const;

/** The organisation's packs: from a file, from the update address, from the policy. */
export function OrganisationSection() {
  const known = organisation.value;
  if (known === null) return null;
  return (
    <section>
      <h2>{say('单位词库', 'Organisation packs')}</h2>
      <p class="soft small">
        {say(
          '由单位统一整理的表述。可导入 .xlsx、.csv、.yaml 或 .json 文件。',
          'Wordings that your organisation keeps: from an .xlsx, .csv, .yaml or .json file.',
        )}
      </p>
      {known.policyFaults.length > 0 && (
        <ul class="notice small" aria-label={say('单位策略里没有采用的', 'What of the policy was not used')}>
          {known.policyFaults.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {known.packs.length > 0 && (
        <ul class="phrases">
          {known.packs.map((pack) => (
            <PackRow key={pack.id} pack={pack} />
          ))}
        </ul>
      )}
      {known.update !== null && <UpdateRow update={known.update} />}
      <div class="row wrap">
        <FileButton
          words={say('导入词库', 'Import a pack')}
          opens="import-pack"
          disabled={busy.value}
          onFile={openPreview}
        />
      </div>
      {known.update === null && <Technical />}
      {preview.value && <Preview shown={preview.value.read} />}
      <div class="soft small" role="status" hidden={outcome.value.length === 0}>
        {outcome.value.slice(0, 50).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </section>
  );
}

/** The update address and the key of its packs, which whoever looks after the computers sets up. */
function Technical() {
  return (
    <details class="technical">
      <summary class="small soft">{say('技术信息', 'Technical details')}</summary>
      <p class="soft small">
        {say(
          '单位有专人发布词库的，可在此设置更新地址和公钥，由管理员填写。',
          'If your organisation publishes its pack at an address, an administrator can set that address and its public key here.',
        )}
      </p>
      {settingUp.value ? (
        <UpdateForm />
      ) : (
        <div class="row">
          <button
            type="button"
            class="button"
            data-opens="update"
            onClick={() => {
              settingUp.value = true;
            }}
          >
            {say('设置更新地址', 'Set an update address')}
          </button>
        </div>
      )}
    </details>
  );
}

function PackRow({ pack: { id, name, version, from, takenOn, entries } }: { pack: OrganisationView }) {
  const about = [
    say(`${entries} 条`, countOf(entries)),
    ...(version > 0 ? [say(`第 ${version} 版`, `version ${version}`)] : []),
    sayWords(origins[from]),
    ...(takenOn === '' ? [] : [dateInWords(takenOn)]),
  ];
  return (
    <li class="own-row">
      <div class="says">
        <p lang={langOf(name)}>{name}</p>
        <p class="soft small">{about.join(' · ')}</p>
      </div>
      {from === 'file' && (
        <button
          type="button"
          class="quiet"
          aria-label={say(`移除 ${name}`, `Remove ${name}`)}
          disabled={busy.value}
          onClick={() => void removePack(id)}
        >
          {say('移除', 'Remove')}
        </button>
      )}
    </li>
  );
}

function countOf(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}

function UpdateRow({ update }: { update: { address: string; said: string; lookedAt: number } }) {
  const when = update.lookedAt === 0 ? '' : new Date(update.lookedAt).toLocaleString(say('zh-CN', 'en-GB'));
  return (
    <div class="own-row">
      <div class="says">
        <p>
          {say('更新地址：', 'Update address: ')}
          {update.address}
        </p>
        {when !== '' && (
          <p class="soft small">{say(`${when} 查看：${update.said}`, `Looked ${when}: ${update.said}`)}</p>
        )}
      </div>
      <div class="row">
        <button type="button" class="quiet" disabled={busy.value} onClick={() => void checkUpdate()}>
          {say('检查更新', 'Look now')}
        </button>
        <button type="button" class="quiet" disabled={busy.value} onClick={() => void removeUpdate()}>
          {say('停用', 'Stop')}
        </button>
      </div>
    </div>
  );
}

function Preview({ shown }: { shown: NonNullable<typeof preview.value>['read'] }) {
  const place = useFocusHere<HTMLElement>('import-pack');
  const { name, version, entries, problems } = shown;
  return (
    <section ref={place} class="import" aria-label={say('词库预览', 'What the pack holds')}>
      <p>
        <b lang={langOf(name)}>{name}</b>
        {say('：', ': ')}
        {version > 0 && say(`第 ${version} 版，`, `version ${version}, `)}
        {say(`可载入 ${entries} 条`, countOf(entries))}
        {problems.length > 0 &&
          say(`；${problems.length} 处有误，不载入`, `; ${problems.length} faulty, not loaded`)}
        {say('。', '.')}
      </p>
      {problems.length > 0 && (
        <ul class="notice small">
          {problems.slice(0, 200).map((problem) => (
            <li key={problem.zh}>{sayWords(problem)}</li>
          ))}
        </ul>
      )}
      <div class="row">
        <button type="button" class="button main" disabled={busy.value} onClick={() => void takePreview()}>
          {say(`载入这 ${entries} 条`, `Load ${entries}`)}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            preview.value = null;
          }}
        >
          {say('取消', 'Cancel')}
        </button>
      </div>
    </section>
  );
}
