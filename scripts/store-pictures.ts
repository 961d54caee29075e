/**
 * `npm run pictures:store`: the stores' pictures, 1280 × 800, in both languages, in store/pictures: those of assets/screenshots
 * (`npm run screenshots`) with a line above each.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { bilingual, languages, type Words } from '../lib/language/language.ts';
import { browserArguments, ensureChromium } from './browser.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'store/pictures');
const pictures: readonly (readonly [name: string, line: Words])[] = [
  ['card', bilingual('一句话说明理由，点一下就改好', 'One sentence why, one click to repair')],
  ['panel', bilingual('侧边栏列出全部提示', 'All findings in the side panel')],
  ['popup', bilingual('按汉字、拼音、首字母查规范提法', 'Set phrases by characters, pinyin or initials')],
  ['old', bilingual('旧稿先问一句，再按今天核对', 'An old draft: asked about first, then checked for today')],
  ['desk', bilingual('Word 文稿拖进文稿台，改动写成修订', 'Word files on the desk, with tracked changes')],
];

const browser = await chromium.launch({
  executablePath: ensureChromium(),
  headless: false,
  args: browserArguments('/nonexistent', true).filter((one) => !one.includes('extension')),
});
try {
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  for (const language of languages) {
    for (const [at, [name, line]] of pictures.entries()) {
      const image = readFileSync(join(root, `assets/screenshots/${name}-${language}.png`)).toString('base64');
      await page.setContent(`<!doctype html><style>
        body { margin: 0; height: 800px; display: grid; grid-template-rows: 110px 1fr; justify-items: center;
          background: #f6f1e7; color: #2b2620; font: 34px/110px "Noto Serif CJK SC", serif }
        img { max-width: 1180px; max-height: 650px; align-self: start; box-shadow: 0 6px 30px #0003; border-radius: 6px }
      </style><div>${line[language]}</div><img src="data:image/png;base64,${image}">`);
      await page.evaluate(() => document.querySelector('img')?.decode());
      await page.screenshot({ path: join(folder, `${at + 1}-${name}-${language}.png`) });
    }
  }
} finally {
  await browser.close();
}
console.log(folder);
