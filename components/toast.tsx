import { useEffect } from 'preact/hooks';
import { say } from './say.ts';
import './toast.css';
import { useFading } from './use-fading.ts';

/** Takes back what a message tells. Another object with each message. */
export interface Undo {
  readonly act: () => void;
}

interface Props {
  /** What was done or failed; '' for nothing. */
  readonly words: string;
  readonly undo: Undo | null;
  /** Floats over the content at the lower edge; else a line of the page. */
  readonly floats: boolean;
  readonly onEnd: () => void;
}

/** True where Ctrl+Z belongs to a text of the author. */
function isWritable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

/** Takes the last action back at Ctrl+Z, as the button may be far away by Tab. */
function useUndoKey(undo: Undo | null): void {
  useEffect(() => {
    if (undo === null) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
      if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || altKey || shiftKey) return;
      if (event.isComposing || isWritable(target)) return;
      event.preventDefault();
      undo.act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo]);
}

/**
 * Tells what was done, for some seconds, and offers to undo it. Always rendered, as screen readers announce only a live
 * region that exists already.
 */
export function Toast({ words, undo, floats, onEnd }: Props) {
  const holding = useFading(words === '' ? null : (undo ?? words), undo !== null, onEnd);
  useUndoKey(undo);
  const look = floats ? 'outcome toast' : 'outcome soft small';
  return (
    <div class={words === '' ? `${look} silent` : look} {...holding}>
      <p role="status">{words}</p>
      {words !== '' && undo !== null && (
        <button type="button" class="undo" aria-keyshortcuts="Control+Z" onClick={undo.act}>
          {say('撤销', 'Undo')}
        </button>
      )}
    </div>
  );
}
