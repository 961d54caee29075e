import { render } from 'preact';
import '../../components/base.css';
import { bilingual } from '../../lib/language/language.ts';
import { followPage, lifeOfPage } from '../surface/follow.ts';
import { followLanguage } from '../surface/follow-language.ts';
import { readPopupQuery } from '../surface/popup-address.ts';
import { App } from './app.tsx';
import { learn } from './page-actions.ts';
import { search } from './search-state.ts';

const root = document.getElementById('app');
if (root) {
  const { query, tabId } = await readPopupQuery(location.search);
  const alone = query !== undefined;
  document.documentElement.classList.toggle('alone', alone);
  const found = search(query ?? '');
  await followLanguage(bilingual('稿准', 'Gaozhun'));
  render(<App following={followPage(lifeOfPage(), tabId)} alone={alone} />, root);
  void learn();
  await found;
}
