/**
 * Pictures of every surface of the built extension, in both languages, light, dark and narrow, in
 * tests/output/screens: `npm run screenshots`. For review by eye.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { languages } from '../lib/language/language.ts';
import { browserArguments, ensureChromium } from './browser.ts';
import { takeScreens } from './screens.ts';

const root = join(import.meta.dirname, '..');
const extension = join(root, '.output/chrome-mv3');
const folder = join(root, 'tests/output/screens');
/** The pictures in the READMEs of each language, and their file names there. */
const published = {
  'card-LANGUAGE-light': 'card',
  'popup-search-sgys-LANGUAGE-light': 'popup',
  'panel-top-LANGUAGE-light': 'panel',
  'panel-old-LANGUAGE-light': 'old',
  'desk-docx-LANGUAGE-dark': 'desk',
} as const;

async function publish(): Promise<void> {
  const to = join(root, 'assets/screenshots');
  await mkdir(to, { recursive: true });
  for (const language of languages) {
    for (const [picture, name] of Object.entries(published)) {
      const from = join(folder, `${picture.replace('LANGUAGE', language)}.png`);
      await copyFile(from, join(to, `${name}-${language}.png`));
    }
  }
}

if (!existsSync(join(extension, 'manifest.json'))) {
  console.error('还没有构建：请先运行 npm run build。');
  process.exit(1);
}
await mkdir(folder, { recursive: true });
for (const language of languages) {
  // Each language starts with a fresh profile.
  const context = await chromium.launchPersistentContext('', {
    executablePath: ensureChromium(),
    headless: false,
    locale: 'zh-CN',
    args: browserArguments(extension, true),
  });
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    await worker.evaluate(`chrome.storage.local.set({ settings: { language: '${language}' } })`);
    await takeScreens({ context, base: new URL('/', worker.url()).href, language, folder });
  } finally {
    await context.close();
  }
}
await publish();
console.log(folder);
