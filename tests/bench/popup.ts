import type { Page } from 'playwright-core';
import buildExtension from '../browser/build.ts';
import { type Surfaces, startSurfaces } from '../browser/surfaces.ts';
import type { BenchRow } from './scan.ts';

const rounds = 15;
const bar = 150;

/** Milliseconds from the start of the navigation to the caret in the box, and from a key to its painted results. */
interface Opening {
  readonly focused: number;
  readonly answered: number;
}

/** Measures in a real browser when the popup becomes usable: the box has the caret, and a key gets results. */
export async function benchPopup(): Promise<BenchRow[]> {
  await buildExtension();
  const surfaces = await startSurfaces();
  try {
    await openAndType(surfaces);
    const warm: Opening[] = [];
    for (let i = 0; i < rounds; i++) warm.push(await openAndType(surfaces));
    const cold: Opening[] = [];
    for (let i = 0; i < rounds; i++) {
      await surfaces.harness.stopWorker();
      cold.push(await openAndType(surfaces));
    }
    return [...rowsOf('', warm), ...rowsOf(', the worker started anew', cold)];
  } finally {
    await surfaces.close();
  }
}

function rowsOf(how: string, openings: readonly Opening[]): BenchRow[] {
  const middle = (of: (opening: Opening) => number) =>
    openings.map(of).sort((a, b) => a - b)[openings.length >> 1] ?? Number.NaN;
  return [
    { name: `popup opened to the caret in the box${how}`, value: middle((o) => o.focused), bar, unit: 'ms' },
    { name: `the first key to its results${how}`, value: middle((o) => o.answered), bar: null, unit: 'ms' },
    { name: `both together${how}`, value: middle((o) => o.focused + o.answered), bar, unit: 'ms' },
  ];
}

async function openAndType({ welcome, harness }: Surfaces): Promise<Opening> {
  const page = await harness.context.newPage();
  await page.setViewportSize({ width: 380, height: 600 });
  await page.addInitScript(watchBox);
  await page.goto(new URL('/popup.html', welcome.url()).href, { waitUntil: 'commit' });
  const focused = await timeOf(page, 'focused');
  await page.keyboard.press('f');
  const answered = await timeOf(page, 'answered');
  await page.close();
  return { focused, answered };
}

async function timeOf(page: Page, what: keyof Opening): Promise<number> {
  const found = await page.waitForFunction(
    (name) => (window as unknown as Record<string, number>)[name],
    what,
  );
  return (await found.jsonValue()) as number;
}

/** Runs in the page first: records in `window` when the box has the caret, and how long a key took. */
function watchBox(): void {
  const times = window as unknown as { focused?: number; answered?: number };
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    times.focused ??= performance.now();
    target.addEventListener(
      'keydown',
      () => {
        const pressed = performance.now();
        new MutationObserver(() => {
          if (document.querySelector('[role=option] em') === null || times.answered !== undefined) return;
          requestAnimationFrame(() => {
            times.answered ??= performance.now() - pressed;
          });
        }).observe(document.body, { childList: true, subtree: true });
      },
      { once: true },
    );
  });
}
