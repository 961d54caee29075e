import { type Browser, browser } from 'wxt/browser';
import { today } from '../../lib/common/today.ts';
import { sayIn } from '../../lib/language/language.ts';
import { searchPhrases } from '../../lib/phrases/search.ts';
import { readKept } from '../../lib/storage/recent.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { popupFor } from '../surface/popup-address.ts';
import { opened } from './phrases.ts';
import { type Suggestion, suggestionsOf } from './suggestions.ts';

const most = 6;

/** Answers in the address bar: phrases below what is typed after the keyword, and the search with the one taken. */
export function answerAddressBar(): void {
  let asked = 0;
  browser.omnibox.onInputChanged.addListener((typed, suggest) => {
    const mine = ++asked;
    suggestFor(typed).then(
      (suggestions) => {
        if (mine === asked) suggest(suggestions);
      },
      (error: unknown) => console.warn('稿准：', error),
    );
  });
  browser.omnibox.onInputEntered.addListener((taken, disposition) => {
    open(taken, disposition).catch((error: unknown) => console.warn('稿准：', error));
  });
}

async function open(
  taken: string,
  disposition: `${Browser.omnibox.OnInputEnteredDisposition}`,
): Promise<void> {
  const url = browser.runtime.getURL((await popupFor(taken)) as '/popup.html');
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}

async function suggestFor(typed: string): Promise<Suggestion[]> {
  const [{ phrases }, kept, { language }] = await Promise.all([opened(), readKept(), readSettings()]);
  const say = sayIn(language);
  const marked = !import.meta.env.FIREFOX;
  // Chromium shows a line as it was set before the last key, and puts what is typed now in the place of %s.
  const shown = marked ? '%s' : typed;
  browser.omnibox.setDefaultSuggestion({
    description: say(`在稿准中检索“${shown}”`, `Search Gaozhun for “${shown}”`),
  });
  const results = searchPhrases(phrases.knowledge.searchIndex, typed.slice(0, 200), {
    limit: most,
    date: today(),
    kept,
    whole: true,
  });
  return suggestionsOf(results, say, marked);
}
