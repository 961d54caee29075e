import type { Language } from '../../lib/language/language.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { defaultSettings } from '../../lib/storage/settings-fields.ts';

/** The language of the screen; the default one where settings cannot be read, so that a fault is always answered. */
export async function screenLanguage(): Promise<Language> {
  try {
    return (await readSettings()).language;
  } catch (error) {
    console.error('稿准：设置读不出来。', error);
    return defaultSettings.language;
  }
}
