import { render } from 'preact';
import '../../components/base.css';
import { bilingual } from '../../lib/language/language.ts';
import { clearWithDraft } from '../surface/clear-with-draft.ts';
import { followPage, lifeOfPage } from '../surface/follow.ts';
import { followLanguage, onSettingsChanged } from '../surface/follow-language.ts';
import { readPopupQuery } from '../surface/popup-address.ts';
import { search } from '../surface/search/search-state.ts';
import { App } from './app.tsx';
import { learn, outcome } from './page-actions.ts';

const root = document.getElementById('app');
if (root) {
  const { query, tabId } = await readPopupQuery(location.search);
  const alone = query !== undefined;
  document.documentElement.classList.toggle('alone', alone);
  const found = search(query ?? '');
  await followLanguage(bilingual('稿准', 'Gaozhun'));
  const following = followPage(lifeOfPage(), tabId);
  const { view } = following;
  clearWithDraft(outcome, () => (view.value.stage === 'open' ? view.value.field.draftKey : undefined));
  render(<App following={following} alone={alone} />, root);
  void learn();
  // A rule may be switched off in a card or in the options.
  onSettingsChanged(() => void learn());
  await found;
}
