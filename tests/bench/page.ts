import type { Page } from 'playwright-core';
import buildExtension from '../browser/build.ts';
import { startHarness } from '../browser/harness.ts';
import { syntheticDraft } from './check.ts';
import type { BenchRow } from './scan.ts';

/** The pause after a change before a check, in ms: see entrypoints/writing/check-loop.ts. */
const pause = 250;
const rounds = 24;
/** Words with 环保局 that only the segmenter can tell from 环保 and 局部. */
const ambiguous = '县环保局要抓好整改。\n';

/**
 * Measures the built extension in a real browser: from a changed paragraph to its painted mark, and from a stopped
 * worker.
 */
export async function benchPage(): Promise<BenchRow[]> {
  await buildExtension();
  const harness = await startHarness();
  try {
    const rows: BenchRow[] = [];
    for (const kind of ['plain', 'textarea'] as const) {
      const page = await harness.open(`${kind}.html`);
      await fill(page, kind, syntheticDraft(50_000));
      await typeAndWait(page, kind);
      const times: number[] = [];
      for (let i = 0; i < rounds; i++) times.push((await typeAndWait(page, kind)) - pause);
      times.sort((a, b) => a - b);
      const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
      const name = `50,000 characters in ${kind === 'plain' ? 'rich text' : 'a textarea'}, change to paint`;
      rows.push({ name: `${name}, median`, value: at(0.5), bar: 50, unit: 'ms' });
      rows.push({ name: `${name}, 95 %`, value: at(0.95), bar: 50, unit: 'ms' });
      await page.close();
    }
    // A new worker compiles its code again: an ordinary draft, one with ambiguous words, and the longest.
    for (const { length, words, bar } of [
      { length: 10_000, words: '', bar: 200 },
      { length: 10_000, words: ambiguous, bar: 200 },
      { length: 50_000, words: '', bar: null },
    ]) {
      const page = await harness.open('textarea.html');
      await fill(page, 'textarea', words + syntheticDraft(length));
      await typeAndWait(page, 'textarea');
      const times: number[] = [];
      for (let i = 0; i < 5; i++) {
        await harness.stopWorker();
        times.push((await typeAndWait(page, 'textarea')) - pause);
      }
      times.sort((a, b) => a - b);
      rows.push({
        name: `worker started anew to the mark, ${length.toLocaleString('en')} characters${words && ', ambiguous words'}, median of five`,
        value: times[2] ?? Number.NaN,
        bar,
        unit: 'ms',
      });
      await page.close();
    }
    return rows;
  } finally {
    await harness.close();
  }
}

/** Puts a draft into the field whose first line lacks one character of an outdated reference. */
async function fill(page: Page, kind: 'plain' | 'textarea', draft: string): Promise<void> {
  await page.evaluate(
    ([text, rich]) => {
      const field = document.querySelector<HTMLElement>('#editor');
      const lines = `要全面落实十九精神，抓好各项工作。\n${text}`.split('\n');
      if (field instanceof HTMLTextAreaElement) field.value = lines.join('\n');
      else if (field !== null && rich) field.innerHTML = lines.map((line) => `<p>${line}</p>`).join('');
      field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    [draft, kind === 'plain'] as const,
  );
  await page.waitForTimeout(3_000);
}

/** Types 大 into 十九精神, waits for its mark, and removes it again. Returns milliseconds from input to frame. */
async function typeAndWait(page: Page, kind: 'plain' | 'textarea'): Promise<number> {
  await page.evaluate((rich) => {
    const field = document.querySelector<HTMLElement>('#editor');
    if (field === null) return;
    field.focus({ preventScroll: true });
    const at = '要全面落实十九'.length;
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(at, at);
    else if (rich) getSelection()?.collapse(field.querySelector('p')?.firstChild ?? field, at);
    const bench = window as unknown as { painted: Promise<number> };
    bench.painted = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('No mark was painted within ten seconds.')), 10_000);
      field.addEventListener(
        'input',
        async () => {
          const start = performance.now();
          for (;;) {
            await new Promise(requestAnimationFrame);
            const marks = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
            if (marks.some((range) => range.toString() === '十九大')) break;
          }
          resolve(performance.now() - start);
        },
        { once: true },
      );
    });
  }, kind === 'plain');
  await page.keyboard.insertText('大');
  const took = await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
  await page.keyboard.press('Backspace');
  await page.waitForTimeout(900);
  return took;
}
