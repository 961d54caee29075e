import { useState } from 'preact/hooks';
import type { OwnDraft } from '../lib/phrases/own/phrase.ts';
import { useFocusHere } from './focus-here.ts';
import { say } from './say.ts';
import { levelNames, levels } from './screen-words.ts';
import './phrase-form.css';

/** The levels as `OwnDraft` writes them, in either language of the screen. */
const draftWords = { error: '应改', warning: '建议改', hint: '可斟酌' } as const;

interface Props {
  initial: OwnDraft;
  saving: string;
  /** True to show only the wording and its wrong forms. */
  brief?: boolean;
  /** The `data-opens` of the button that opened the form. */
  opener: string;
  busy: boolean;
  /** What is wrong with the entries; '' if nothing is. */
  fault: string;
  onSave: (draft: OwnDraft) => void;
  onCancel: () => void;
}

/** A form for an own phrase. Enter saves, Escape cancels. */
export function PhraseForm(props: Props) {
  const { initial, saving, brief = false, opener, busy, fault, onSave, onCancel } = props;
  const form = useFocusHere<HTMLFormElement>(opener);
  const [draft, setDraft] = useState(initial);
  const update = (fields: Partial<OwnDraft>): void => setDraft((before) => ({ ...before, ...fields }));
  return (
    <form
      ref={form}
      class="phrase-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <TextField
        label={say('规范表述', 'Right wording')}
        value={draft.name}
        most={200}
        focus={initial.name === '' || !brief}
        onValue={(name) => update({ name })}
      />
      <TextField
        label={say('误写（选填，多个用分号隔开）', 'Wrong forms (optional, separated by semicolons)')}
        value={draft.wrong}
        most={1300}
        focus={brief && initial.name !== ''}
        onValue={(wrong) => update({ wrong })}
      />
      {!brief && (
        <div class="pair">
          <label>
            <span class="soft small">{say('误写的级别', 'Level of wrong forms')}</span>
            <select
              class="field"
              value={draft.level}
              onChange={(event) => update({ level: event.currentTarget.value })}
            >
              {levels.map((level) => (
                <option key={level} value={draftWords[level]}>
                  {levelNames[level]}
                </option>
              ))}
            </select>
          </label>
          <TextField
            label={say('出处（选填）', 'Source (optional)')}
            value={draft.source}
            most={200}
            onValue={(source) => update({ source })}
          />
        </div>
      )}
      {!brief && (
        <TextField
          label={say('说明（选填，提示时显示）', 'Note (optional, shown with the finding)')}
          value={draft.note}
          most={400}
          onValue={(note) => update({ note })}
        />
      )}
      {!brief && (
        <TextField
          label={say('主题（选填，检索时可按它归类）', 'Topic (optional, to narrow a search)')}
          value={draft.topic ?? ''}
          most={24}
          onValue={(topic) => update({ topic })}
        />
      )}
      {fault !== '' && (
        <p class="fault small" role="alert">
          {fault}
        </p>
      )}
      <div class="row">
        <button type="submit" class="button main" disabled={busy}>
          {saving}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {say('取消', 'Cancel')}
        </button>
      </div>
    </form>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  most: number;
  focus?: boolean;
  onValue: (value: string) => void;
}

/** A labelled text input. */
export function TextField({ label, value, most, focus = false, onValue }: TextFieldProps) {
  return (
    <label>
      <span class="soft small">{label}</span>
      <input
        class="field"
        type="text"
        autocomplete="off"
        spellcheck={false}
        maxLength={most}
        value={value}
        ref={(box) => {
          // Only once, when the form opens.
          if (box && focus && box.dataset.focused === undefined) {
            box.dataset.focused = '';
            box.focus();
          }
        }}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  );
}
