import { browser } from 'wxt/browser';
import { language } from '../../components/say.ts';
import { readSettings, settingsKey } from '../../lib/settings.ts';

/** Sets the language of an extension page from the settings, now and at every change of them. */
export async function followLanguage(): Promise<void> {
  const read = async () => {
    const { language: chosen } = await readSettings();
    language.value = chosen;
    document.documentElement.lang = chosen === 'en' ? 'en' : 'zh-CN';
  };
  onSettingsChanged(() => void read());
  await read();
}

/** Calls back when the settings changed, here or on another surface. */
export function onSettingsChanged(then: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (settingsKey in changes) then();
  });
}
