import { useState } from 'preact/hooks';
import { say } from '../../components/say.ts';
import { shortened } from '../../components/screen-words.ts';
import type { OwnDraft } from '../../lib/phrases/own/phrase.ts';
import { Button } from './card-button.tsx';

interface Props {
  /** The marked words. */
  readonly words: string;
  /** What is wrong with the entry; empty if nothing is. */
  readonly fault: string;
  readonly busy: boolean;
  readonly onSave: (draft: OwnDraft) => void;
  readonly onBack: () => void;
}

/**
 * The form that adds the marked words to the author's phrases: as right words that are no longer marked, or as wrong
 * forms of another wording.
 */
export function OwnPage({ words, fault, busy, onSave, onBack }: Props) {
  const [name, setName] = useState(words);
  const [wrong, setWrong] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (event.isTrusted) onSave({ name, wrong, level: '', note: '', source: '' });
  };
  return (
    <form class="own" onSubmit={submit}>
      <p class="message" id="message">
        {say(
          `记入“我的提法”后，“${shortened(words, 14)}”这样写不再提示。`,
          `Once it is among your phrases, “${shortened(words, 14)}” is left alone.`,
        )}
      </p>
      <label>
        {say('规范表述', 'Right wording')}
        <input
          type="text"
          class="words"
          maxLength={200}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label>
        {say('误写（选填，多个用分号隔开）', 'Wrong forms (optional, separated by semicolons)')}
        <input
          type="text"
          class="words"
          maxLength={1300}
          value={wrong}
          onInput={(event) => setWrong(event.currentTarget.value)}
        />
      </label>
      {fault !== '' && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <div class="fixes">
        <button type="submit" class="button main" disabled={busy}>
          {say('加入', 'Add')}
        </button>
        <Button class="button" onPress={onBack}>
          {say('返回', 'Back')}
        </Button>
      </div>
    </form>
  );
}
