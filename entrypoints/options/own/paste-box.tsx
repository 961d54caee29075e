import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useFocusHere } from '../../../components/focus-here.ts';
import { say } from '../../../components/say.ts';

interface Props {
  busy: boolean;
  onRead: (words: string) => void;
  onCancel: () => void;
}

/** A box for phrases from elsewhere, one in each line. Escape closes it. */
export function PasteBox({ busy, onRead, onCancel }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  // Before the panel takes the focus for its first button.
  useLayoutEffect(() => box.current?.focus(), []);
  const place = useFocusHere<HTMLFormElement>('paste');
  const words = useSignal('');
  return (
    <form
      ref={place}
      class="phrase-form paste"
      onSubmit={(event) => {
        event.preventDefault();
        onRead(words.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <label>
        <span class="soft small">
          {say(
            '每行一条；也可以从表格里复制几列，连同列名一起粘贴',
            'One in each line, or columns copied from a table with their names',
          )}
        </span>
        <textarea
          ref={box}
          class="field"
          rows={8}
          spellcheck={false}
          maxLength={400_000}
          value={words.value}
          onInput={(event) => {
            words.value = event.currentTarget.value;
          }}
        />
      </label>
      <div class="row">
        <button type="submit" class="button main" disabled={busy || words.value.trim() === ''}>
          {say('看一看', 'Look at them')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {say('取消', 'Cancel')}
        </button>
      </div>
    </form>
  );
}
