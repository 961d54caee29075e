import { useSignal } from '@preact/signals';
import { say } from '../../../components/say.ts';
import '../../../components/marks.css';
import { PhraseForm } from '../../../components/phrase-form.tsx';
import { type OwnPhrase, ownLevelNames } from '../../../lib/phrases/own/phrase.ts';
import { FileButton } from './file-button.tsx';
import { exportForms, saveFile, saveTemplate } from './files.ts';
import { openPasted, openPreview } from './import.ts';
import { ImportPreview } from './import-preview.tsx';
import {
  busy,
  closeForm,
  deleted,
  doing,
  editing,
  fault,
  found,
  openForm,
  outcome,
  phrases,
  restore,
  save,
  typed,
} from './own-state.ts';
import { OwnTable } from './own-table.tsx';
import { PasteBox } from './paste-box.tsx';
import './own.css';

const empty = { name: '', wrong: '', level: ownLevelNames.warning, note: '', source: '', topic: '' };

/** The author's own phrases: search, add, change, delete, import and export. */
export function OwnSection() {
  const pasting = useSignal(false);
  const known = phrases.value;
  const some = known !== null && known.length > 0;
  return (
    <section class="own">
      <h2>{say('我的提法', 'My phrases')}</h2>
      <p class="soft small">
        {say(
          '您自己的规范表述和常见误写：检索时排在最前，稿中出现误写即作提示。',
          'Your own wordings and their wrong forms: first in the search, pointed out in drafts.',
        )}
      </p>
      <div class="row wrap">
        {some && <Find count={known.length} />}
        <AddButtons
          disabled={known === null}
          onPaste={() => {
            pasting.value = true;
          }}
        />
      </div>
      {editing.value === 'new' && (
        <PhraseForm
          initial={empty}
          saving={say('加入', 'Add')}
          opener="new"
          busy={busy.value}
          fault={fault.value}
          onSave={(draft) => void save(draft)}
          onCancel={closeForm}
        />
      )}
      {pasting.value && (
        <PasteBox
          busy={busy.value}
          onRead={(words) => {
            pasting.value = false;
            void openPasted(words);
          }}
          onCancel={() => {
            pasting.value = false;
          }}
        />
      )}
      <ImportPreview />
      <p class="soft small" role="status" hidden={outcome.value === ''}>
        {outcome.value}
        {deleted.value !== null && (
          <button type="button" class="quiet" onClick={() => void restore()}>
            {say('撤销', 'Undo')}
          </button>
        )}
      </p>
      {some && <OwnTable />}
      {some && found.value.length === 0 && (
        <p class="soft">
          {say(`没有找到“${typed.value.trim()}”。`, `“${typed.value.trim()}” was not found.`)}
        </p>
      )}
      {some && <Export known={known} />}
    </section>
  );
}

function Find({ count }: { count: number }) {
  return (
    <input
      class="field search"
      type="search"
      aria-label={say('查找我的提法', 'Find in my phrases')}
      placeholder={say(
        `在 ${count} 条中查找`,
        count === 1 ? 'Find in one phrase' : `Find in ${count} phrases`,
      )}
      autocomplete="off"
      spellcheck={false}
      value={typed.value}
      onInput={(event) => {
        typed.value = event.currentTarget.value;
      }}
    />
  );
}

function AddButtons({ disabled, onPaste }: { disabled: boolean; onPaste: () => void }) {
  return (
    <>
      <button
        type="button"
        class="button"
        data-opens="new"
        disabled={disabled}
        onClick={() => openForm('new')}
      >
        {say('添加', 'Add')}
      </button>
      <button type="button" class="button" data-opens="paste" disabled={disabled} onClick={onPaste}>
        {say('粘贴多条', 'Paste several')}
      </button>
      <FileButton
        words={say('导入', 'Import')}
        opens="import"
        disabled={busy.value || disabled}
        onFile={openPreview}
      />
      <button type="button" class="quiet" onClick={() => void doing(downloadTemplate)}>
        {say('下载模板', 'Template')}
      </button>
    </>
  );
}

async function downloadTemplate(): Promise<string> {
  await saveTemplate();
  return say('已下载模板，填好后从“导入”取回。', 'The template is downloaded. Fill it in and import it.');
}

function Export({ known }: { known: readonly OwnPhrase[] }) {
  const exportAs = (form: (typeof exportForms)[number]) =>
    doing(async () => {
      await saveFile(known, form);
      return say(`已导出 ${known.length} 条。`, `${known.length} phrases exported.`);
    });
  return (
    <div class="row wrap soft small">
      {say('导出全部：', 'Export all: ')}
      {exportForms.map((form) => (
        <button key={form} type="button" class="quiet" onClick={() => void exportAs(form)}>
          .{form}
        </button>
      ))}
    </div>
  );
}
