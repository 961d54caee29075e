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
      rows.push({ name: `${one.name}: script in all`, value: work, bar: one.all, unit: 'ms' });
      rows.push({
        name: 'the same: the longest task that holds up the page',
        value: longest,
        bar: 50,
        unit: 'ms',
      });
    }
    return rows;
  } finally {
    await harness.close();
  }
}

async function costOf(
  harness: Harness,
  { count, tag, words }: (typeof pages)[number],
): Promise<{ work: number; longest: number }> {
  const page = await harness.open('plain.html');
  await page.waitForTimeout(1_000);
  const own = await watchOwnWork(page);
  let longest = 0;
  const work = await own.during(async () => {
    longest = await page.evaluate(
      async ([most, name, text, time]) => {
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
        // The page's own work for its new fields is done before ours begins, 400 ms later.
        document.body.getBoundingClientRect();
        await new Promise((resolve) => setTimeout(resolve, 100));
        let longestSeen = 0;
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longestSeen = Math.max(longestSeen, duration);
        });
        observer.observe({ type: 'longtask' });
        await new Promise((resolve) => setTimeout(resolve, time));
        observer.disconnect();
        return longestSeen;
      },
      [count, tag, words, watched] as const,
    );
  });
  await page.close();
  return { work, longest };
}
