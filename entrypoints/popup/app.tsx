import type { Following } from '../surface/follow.ts';
import { PageSection } from './page-section.tsx';
import { searching } from './search.ts';
import { SearchBox } from './search-box.tsx';
import './popup.css';

/** The popup: the search box first; below it the results, or this page while nothing is searched. */
export function App({ following }: { following: Following }) {
  return (
    <>
      <SearchBox view={following.view.value} />
      {!searching.value && <PageSection following={following} />}
    </>
  );
}
