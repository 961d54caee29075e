/** Draws assets/public/icon/*.png from the seal's SVG, with Chromium: `npx tsx scripts/icons.ts`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { ensureChromium } from './browser.ts';

/** At 16 pixels the strokes of the large drawing run together: a separate one is drawn on the pixel grid. */
const drawings: readonly { size: number; file: string }[] = [
  { size: 16, file: 'seal-small.svg' },
  { size: 32, file: 'seal-small.svg' },
  { size: 48, file: 'seal.svg' },
  { size: 128, file: 'seal.svg' },
];

const root = new URL('../', import.meta.url);
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await mkdir(new URL('assets/public/icon/', root), { recursive: true });
  for (const { size, file } of drawings) {
    const svg = await readFile(new URL(`assets/icons/${file}`, root), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(new URL(`assets/public/icon/${size}.png`, root), png);
    await page.close();
  }
} finally {
  await browser.close();
}
