import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { holdLanguageIn, language } from '../../components/say.ts';
import { type Language, languages, type Words } from '../../lib/language/language.ts';
import { readSettings, settingsKey } from '../../lib/storage/settings.ts';

/** The key in localStorage, which is synchronous, of the last language. */
const hintKey = 'language';

function show(chosen: Language, title: Words | undefined): void {
  if (title !== undefined) document.title = title[chosen];
  language.value = chosen;
  document.documentElement.lang = chosen === 'en' ? 'en' : 'zh-CN';
}

/**
 * Sets the language of an extension page, now and at every change of the settings. Resolves when the page can
 * be rendered: before the settings are read if the last language is known. `title` is that of a page with a
 * fixed one.
 */
export async function followLanguage(title?: Words): Promise<void> {
  const read = async () => {
    const { language: chosen } = await readSettings();
    localStorage.setItem(hintKey, chosen);
    show(chosen, title);
  };
  holdLanguageIn(signal(language.value));
  const hint = languages.find((one) => one === localStorage.getItem(hintKey));
  if (hint !== undefined) show(hint, title);
  onSettingsChanged(() => void read());
  const reading = read();
  if (hint === undefined) await reading;
}

/** Calls back when the settings change on any surface. */
export function onSettingsChanged(callback: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (settingsKey in changes) callback();
  });
}
