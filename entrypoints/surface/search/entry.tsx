import { useLayoutEffect, useRef } from 'preact/hooks';
import { EntryView } from '../../../components/entry-view.tsx';
import type { EntryInFull } from '../../../lib/phrases/entry.ts';
import { goBack, openEntry } from './opened.ts';
import { copy, insert, insertAndClose, outcome, starred, toggleStar } from './search-state.ts';
import type { Target } from './target.ts';

/** A phrase in full, and its keys. */
export function Entry({ entry, target }: { entry: EntryInFull; target: Target }) {
  const { closes } = target;
  const place = useRef<HTMLElement>(null);
  const { phrase } = entry;
  // Before paint, so that the next key already applies to this entry.
  useLayoutEffect(() => {
    place.current?.focus();
    scrollTo(0, 0);
  }, [phrase.id]);
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const command = (ctrlKey || metaKey) && !altKey;
      if (key === 'Escape' || (key === 'ArrowLeft' && !command && !altKey)) goBack();
      else if (key === 'Enter' && command) void copy(phrase);
      // Enter on a button activates that button.
      else if (key === 'Enter' && document.activeElement === place.current)
        void (shiftKey || !closes ? insert : insertAndClose)(phrase, target);
      else if (key === 'd' && command) void toggleStar(phrase);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [phrase, target, closes]);
  return (
    <EntryView
      entry={entry}
      starred={starred.value.has(phrase.id)}
      outcome={outcome.value}
      place={place}
      closes={closes}
      onBack={goBack}
      onInsert={() => void insert(phrase, target)}
      onCopy={() => void copy(phrase)}
      onStar={() => void toggleStar(phrase)}
      onOpen={(id) => void openEntry(id)}
    />
  );
}
