import { useLayoutEffect, useState } from 'preact/hooks';
import type { Following } from '../surface/follow.ts';
import { PhraseSearch } from '../surface/search/phrase-search.tsx';
import { search } from '../surface/search/search-state.ts';

interface Props {
  readonly following: Following;
  readonly seen: boolean;
}

/** Gives the caret to the search box, once it is rendered. */
export function focusSearch(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#phrases-panel [role=combobox]')?.focus());
}

/** The search for phrases beside the page: what is clicked goes to the caret of the editor used last, and it stays open. */
export function PhrasePanel({ following, seen }: Props) {
  // Not before it is asked for: the phrases at hand cost a request.
  const [begun, setBegun] = useState(false);
  useLayoutEffect(() => {
    if (!seen || begun) return;
    void search('');
    setBegun(true);
  }, [seen]);
  return begun ? <PhraseSearch target={{ view: following.view.value, closes: false }} seen={seen} /> : null;
}
