import type { Page } from 'playwright-core';
import buildExtension from '../browser/build.ts';
import { type Harness, startHarness } from '../browser/harness.ts';
import { watchOwnWork } from './own-work.ts';
import type { BenchRow } from './scan.ts';

const pages = [
  { name: '2,000 editors of one line', count: 2_000, tag: 'div', words: '要抓好各项工作。', all: 200 },
  {
    name: '500 text boxes with a finding each',
    count: 500,
    tag: 'textarea',
    words: '要学习党的十九大精神。',
    all: 200,
  },
] as const;
type ManyFields = (typeof pages)[number];

/** How long a page is watched after its fields came, in ms. */
const watched = 4_000;

/** Measures what the extension costs a page with hundreds of fields: all its work there, and the longest task. */
export async function benchManyFields(): Promise<BenchRow[]> {
  await buildExtension();
  const harness = await startHarness();
  try {
    const rows: BenchRow[] = [];
    for (const one of pages) {
      const { work, longest } = await costOf(harness, one);
      const own = await longestOfItsOwn(harness, one);
      rows.push({ name: `${one.name}: script in all`, value: work, bar: one.all, unit: 'ms' });
      rows.push({
        name: 'the same: the longest task that holds up the page',
        value: longest,
        bar: 50,
        unit: 'ms',
      });
      rows.push({
        name: 'the same page without the extension, one element added: the longest task',
        value: own,
        bar: null,
        unit: 'ms',
      });
    }
    return rows;
  } finally {
    await harness.close();
  }
}

async function costOf(harness: Harness, one: ManyFields): Promise<{ work: number; longest: number }> {
  const page = await harness.open('plain.html');
  await page.waitForTimeout(1_000);
  const own = await watchOwnWork(page);
  let longest = 0;
  const work = await own.during(async () => {
    await addFields(page, one);
    longest = await longestTask(page, watched);
  });
  await page.close();
  return { work, longest };
}

/**
 * The longest task of a page of so many fields where the extension does not run, after an element is added: Chromium
 * composes the layers of all its fields again, as it does for each mark that is added.
 */
async function longestOfItsOwn(harness: Harness, one: ManyFields): Promise<number> {
  const page = await harness.context.newPage();
  await page.goto('data:text/html,<body></body>');
  await addFields(page, one);
  await page.waitForTimeout(1_000);
  const longest = longestTask(page, 1_000);
  await page.evaluate(() => {
    const added = document.createElement('div');
    added.style.cssText =
      'position: absolute; inset: 5px auto auto 5px; width: 50px; height: 3px; background: red';
    document.body.append(added);
  });
  const value = await longest;
  await page.close();
  return value;
}

/** Adds the fields, and lets the page lay them out: that work is its own. */
async function addFields(page: Page, { count, tag, words }: ManyFields): Promise<void> {
  await page.evaluate(
    async ([most, name, text]) => {
      const made = document.createElement('div');
      for (let at = 0; at < most; at++) {
        const field = document.createElement(name);
        if (field instanceof HTMLTextAreaElement) {
          field.rows = 1;
          field.defaultValue = text;
        } else {
          field.contentEditable = 'true';
          field.textContent = text;
        }
        made.append(field);
      }
      document.body.append(made);
      document.body.getBoundingClientRect();
      await new Promise((resolve) => setTimeout(resolve, 100));
    },
    [count, tag, words] as const,
  );
}

/** The longest task over 50 ms on a page's main thread during so many ms; 0 if there is none. */
async function longestTask(page: Page, time: number): Promise<number> {
  return await page.evaluate(async (during) => {
    let longestSeen = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestSeen = Math.max(longestSeen, duration);
    });
    observer.observe({ type: 'longtask' });
    await new Promise((resolve) => setTimeout(resolve, during));
    observer.disconnect();
    return longestSeen;
  }, time);
}
