import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPageCommand, shortcuts } from '../../lib/messaging/commands.ts';

const locales = join(import.meta.dirname, '../../assets/public/_locales');
const words = (locale: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(join(locales, locale, 'messages.json'), 'utf8'));

describe('the shortcuts', () => {
  it('are called the same on the browser’s page as on ours', () => {
    for (const [locale, language] of [
      ['zh_CN', 'zh'],
      ['en', 'en'],
    ] as const) {
      const said = words(locale);
      for (const { id, title } of shortcuts) {
        expect(said[id.replace(/^_/u, '').replaceAll('-', '_')]?.message).toBe(title[language]);
      }
    }
  });
  it('suggest no more keys than a browser takes, and none twice', () => {
    const keys = shortcuts.flatMap(({ keys }) => keys ?? []);
    expect(keys.length).toBeLessThanOrEqual(4);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('are told from those of the browser', () => {
    expect(isPageCommand('apply-first-fix')).toBe(true);
    expect(isPageCommand('_execute_action')).toBe(false);
  });
});
