import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import buildExtension, { built } from '../browser/build.ts';
import { type Harness, startHarness } from '../browser/harness.ts';
import { watchOwnWork } from './own-work.ts';
import type { BenchRow } from './scan.ts';
import { median } from './times.ts';

const pages = [
  { name: 'a page drawn character by character', file: 'canvas-justified.html' },
  { name: 'a page of tiles', file: 'canvas-tiles.html' },
  { name: 'canvas-editor', file: 'canvas-editor.html?twenty' },
] as const;
const turns = 40;
/** What every frame of an allowed site loads for canvases. */
const everywhere = ['canvas-page.js', 'canvas-link.js'];

/** Measures what reading a canvas adds to a full redraw. */
export async function benchCanvas(): Promise<BenchRow[]> {
  await buildExtension();
  const harness = await startHarness();
  try {
    const rows: BenchRow[] = [];
    const bytes = everywhere.map((file) => gzipSync(readFileSync(join(built, file)), { level: 9 }).length);
    const size = bytes.reduce((sum, one) => sum + one, 0) / 1024;
    rows.push({ name: 'in every frame of an allowed site, gzipped', value: size, bar: 6, unit: 'KB' });
    for (const { name, file } of pages) rows.push(...(await costsOf(harness, name, file)));
    return rows;
  } finally {
    await harness.close();
  }
}

async function costsOf(harness: Harness, name: string, file: string): Promise<BenchRow[]> {
  const read = await harness.open(file);
  // The same page by a name of the server that the extension may not read.
  const plain = await harness.context.newPage();
  await plain.goto(`${harness.address.replace('127.0.0.1', 'localhost')}/${file}`);
  await plain.waitForFunction(() => 'canvasPage' in window);
  await read.waitForTimeout(2_000);
  const ratios: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const [one, other] = [await redrawn(read), await redrawn(plain)];
    if (turn >= 5) ratios.push(one / other);
  }
  await read.bringToFront();
  await redrawn(read);
  const own = await watchOwnWork(read);
  const work = await own.during(async () => {
    for (let turn = 0; turn < turns; turn++) await redrawn(read);
  });
  await read.close();
  await plain.close();
  return [
    {
      name: `${name}: a redraw, by turns with one that is not read`,
      value: median(ratios),
      bar: 1.05,
      unit: '×',
    },
    { name: 'the same: all that the extension does for a redraw', value: work / turns, bar: 2, unit: 'ms' },
  ];
}

/** Redraws in a frame of its own, so that what follows a redraw is over before the next. */
async function redrawn(page: Page): Promise<number> {
  await page.bringToFront();
  return await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          const time = window.canvasPage.redraw();
          requestAnimationFrame(() => resolve(time));
        });
      }),
  );
}
