import { useEffect, useLayoutEffect } from 'preact/hooks';
import { Entry } from './entry.tsx';
import { openedEntry, returnFocus } from './opened.ts';
import { SearchBox } from './search-box.tsx';
import { judgeOn } from './search-state.ts';
import { judgedAsOf, type Target } from './target.ts';

interface Props {
  target: Target;
  /** False while another view is in front: an open phrase then takes no keys. */
  seen?: boolean;
}

/** The search for phrases: the box with its results, or one phrase in full. */
export function PhraseSearch({ target, seen = true }: Props) {
  const entry = openedEntry.value;
  const date = judgedAsOf(target)?.date;
  useEffect(() => judgeOn(date), [date]);
  useLayoutEffect(returnFocus, [entry]);
  return (
    <>
      {/* Hidden, not unmounted: keeps the input's text and caret and the scroll position. */}
      <div class="phrase-search" hidden={entry !== null}>
        <SearchBox target={target} />
      </div>
      {entry !== null && seen && <Entry entry={entry} target={target} />}
    </>
  );
}
