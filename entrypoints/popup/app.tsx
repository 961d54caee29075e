import { useEffect, useLayoutEffect } from 'preact/hooks';
import { say } from '../../components/say.ts';
import type { Following } from '../surface/follow.ts';
import { Entry } from './entry.tsx';
import { openedEntry, returnFocus } from './opened.ts';
import { PageSection } from './page-section.tsx';
import { SearchBox } from './search-box.tsx';
import { judgeOn, searching } from './search-state.ts';
import './popup.css';

interface Props {
  following: Following;
  /** True in a separate tab or window, which has no page to show. */
  alone: boolean;
}

/**
 * The popup: the search box, then the results, or this page while nothing is searched; or one phrase in full.
 */
export function App({ following, alone }: Props) {
  const view = following.view.value;
  const entry = openedEntry.value;
  const date = view.stage === 'open' ? view.field.check?.asOf.date : undefined;
  useEffect(() => judgeOn(date), [date]);
  useLayoutEffect(returnFocus, [entry]);
  return (
    <>
      {/* Hidden, not unmounted: keeps the input's text and caret and the scroll position. */}
      <main hidden={entry !== null}>
        <h1 class="unseen">{say('稿准：检索提法', 'Gaozhun: search phrases')}</h1>
        <SearchBox view={view} />
        {!searching.value && !alone && <PageSection following={following} />}
      </main>
      {entry && (
        <main>
          <Entry entry={entry} view={view} />
        </main>
      )}
    </>
  );
}
