import { useState } from 'preact/hooks';
import { PhraseForm } from '../../../components/phrase-form.tsx';
import { say } from '../../../components/say.ts';
import { levelNames } from '../../../components/screen-words.ts';
import { draftOf, type OwnPhrase } from '../../../lib/phrases/own/phrase.ts';
import { busy, closeForm, editing, fault, found, openForm, remove, save } from './own-state.ts';

/** Rows shown before the author unfolds the table. */
const first = 30;

/** The author's phrases, one per row; the row being edited shows the form. */
export function OwnTable() {
  const [all, setAll] = useState(false);
  const rows = all ? found.value : found.value.slice(0, first);
  return (
    <>
      <ul class="phrases" aria-label={say('我的提法', 'My phrases')}>
        {rows.map((phrase) => (
          <li key={phrase.id}>
            {editing.value === phrase.id ? (
              <PhraseForm
                initial={draftOf(phrase)}
                saving={say('保存', 'Save')}
                opener={phrase.id}
                busy={busy.value}
                fault={fault.value}
                onSave={(draft) => void save(draft)}
                onCancel={closeForm}
              />
            ) : (
              <OwnRow phrase={phrase} />
            )}
          </li>
        ))}
      </ul>
      {rows.length < found.value.length && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          {say(`显示全部 ${found.value.length} 条`, `Show all ${found.value.length}`)}
        </button>
      )}
    </>
  );
}

function OwnRow({ phrase }: { phrase: OwnPhrase }) {
  const { id, name, wrong, level, note, source, topic } = phrase;
  const more = [topic, note, source].filter((one) => one !== undefined).join(' · ');
  return (
    <div class="own-row">
      <div class="says">
        <p class="name serif" lang="zh-CN">
          {name}
        </p>
        {wrong.length > 0 && (
          <p class="small">
            <span class={`mark ${level} serif`} lang="zh-CN">
              {wrong.join('；')}
            </span>
            <span class="soft"> {levelNames[level]}</span>
          </p>
        )}
        {more !== '' && <p class="soft small">{more}</p>}
      </div>
      <div class="row">
        <button
          type="button"
          class="quiet"
          data-opens={id}
          aria-label={say(`修改“${name}”`, `Change “${name}”`)}
          onClick={() => openForm(id)}
        >
          {say('修改', 'Change')}
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={say(`删除“${name}”`, `Delete “${name}”`)}
          disabled={busy.value}
          onClick={() => void remove(phrase)}
        >
          {say('删除', 'Delete')}
        </button>
      </div>
    </div>
  );
}
