import { say } from '../../components/say.ts';
import type { Following } from '../surface/follow.ts';
import { openedEntry } from '../surface/search/opened.ts';
import { PhraseSearch } from '../surface/search/phrase-search.tsx';
import { searching } from '../surface/search/search-state.ts';
import { PageSection } from './page-section.tsx';
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
  const isWhole = openedEntry.value === null;
  return (
    <main>
      <h1 class="unseen" hidden={!isWhole}>
        {say('稿准：检索提法', 'Gaozhun: search phrases')}
      </h1>
      <PhraseSearch target={{ view: following.view.value, closes: true }} />
      <div hidden={!isWhole}>{!searching.value && !alone && <PageSection following={following} />}</div>
    </main>
  );
}
