import type { Signal } from '@preact/signals';
import { useLayoutEffect, useState } from 'preact/hooks';
import { say } from '../../components/say.ts';
import type { Following } from '../surface/follow.ts';
import { PhraseSearch } from '../surface/search/phrase-search.tsx';
import { results, search, searching, waiting } from '../surface/search/search-state.ts';
import type { DeskTarget } from '../surface/search/target.ts';
import type { Front } from './front.ts';

interface Props {
  readonly following: Following;
  readonly seen: boolean;
  /** Where phrases go: into the page, or onto the desk, from which the author came. */
  readonly draft: Signal<Front['draft']>;
  /** Undefined for the moment until the desk is loaded. */
  readonly desk: DeskTarget | undefined;
}

/** Gives the caret to the search box, once it is rendered. */
export function focusSearch(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#phrases-panel [role=combobox]')?.focus());
}

/** The search for phrases beside the page: what is clicked goes to the caret of the editor used last, and it stays open. */
export function PhrasePanel({ following, seen, draft, desk }: Props) {
  // Not before it is asked for: the phrases at hand cost a request.
  const [begun, setBegun] = useState(false);
  useLayoutEffect(() => {
    if (!seen || begun) return;
    void search('');
    setBegun(true);
  }, [seen]);
  if (!begun) return null;
  const view = following.view.value;
  const onDesk = draft.value === 'desk';
  return (
    <>
      {onDesk && (
        <p class="row between goes soft small">
          {say('插入到文稿台的光标处', 'Goes to the caret on the desk')}
          {view.stage === 'open' && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                draft.value = 'page';
                focusSearch();
              }}
            >
              {say('改插此页', 'Into this page')}
            </button>
          )}
        </p>
      )}
      <PhraseSearch target={{ view, desk: onDesk ? desk : undefined, closes: false }} seen={seen} />
      {!searching.value && results.value.length === 0 && !waiting.value && (
        <p class="soft small empty">
          {say(
            '键入几个字或首字母，或点一个主题；点中的提法插入到编辑区的光标处。',
            'Type some characters or initials, or choose a topic. A phrase that you click goes to the caret of the editor.',
          )}
        </p>
      )}
    </>
  );
}
