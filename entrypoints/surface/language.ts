import { browser } from 'wxt/browser';
import { language } from '../../components/say.ts';
import { type Language, languages, type Words } from '../../lib/language/language.ts';
import { readSettings, settingsKey } from '../../lib/storage/settings.ts';

/** Where the language of last time stands in the page's own storage, which answers at once. */
const hintKey = 'language';

function show(chosen: Language, title: Words | undefined): void {
  if (title !== undefined) document.title = title[chosen];
  language.value = chosen;
  document.documentElement.lang = chosen === 'en' ? 'en' : 'zh-CN';
}

/**
 * Sets the language of an extension page from the settings, now and at every change of them. Resolves when the page can
 * be drawn: with the language of last time, where one is known, before the settings have been read. The title of a page
 * that does not set it itself is given along.
 */
export async function followLanguage(title?: Words): Promise<void> {
  const read = async () => {
    const { language: chosen } = await readSettings();
    localStorage.setItem(hintKey, chosen);
    show(chosen, title);
  };
  const hint = languages.find((one) => one === localStorage.getItem(hintKey));
  if (hint !== undefined) show(hint, title);
  onSettingsChanged(() => void read());
  const reading = read();
  if (hint === undefined) await reading;
}

/** Calls back when the settings changed, here or on another surface. */
export function onSettingsChanged(then: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (settingsKey in changes) then();
  });
}
