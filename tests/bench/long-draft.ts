import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import buildExtension, { built } from '../browser/build.ts';
import { type Harness, startHarness } from '../browser/harness.ts';
import { type OwnWork, scriptTime, watchMainThread, watchOwnWork } from './own-work.ts';
import type { BenchRow } from './scan.ts';
import { median } from './times.ts';

const keys = 40;
const edits = 1_000;
const scripts = [
  ['script of every frame', 'scout.js', 3],
  ['script of a frame with an editor', 'writing.js', 45],
] as const;
const kinds = ['plain', 'tiptap', 'textarea'] as const;

/** 500 paragraphs of a hundred characters, with a fault in each. */
const longDraft = Array.from(
  { length: 500 },
  (_, i) =>
    `第${i + 1}项工作，要深入学习贯彻党的十九大精神，坚持问题导向，聚焦群众反映强烈的难点堵点，一项一项抓整改、一件一件抓落实，` +
    '把责任扛在肩上，把任务落到实处，确保件件有着落、事事有回音，以更高标准推进作风建设，切实增强工作合力。',
);

/** Measures the extension's work on the main thread: at each key in a long draft, and on a page without an editor. */
export async function benchLongDraft(): Promise<BenchRow[]> {
  await buildExtension();
  const harness = await startHarness();
  try {
    const rows: BenchRow[] = [];
    const empty = await harness.context.newPage();
    const loads: number[] = [];
    for (let i = 0; i < 16; i++) {
      const load = await scriptTime(empty, async () => {
        await empty.goto(`${harness.address}/no-editor.html`);
        await empty.waitForTimeout(600);
      });
      // The browser reads and compiles the script only once.
      if (i > 0) loads.push(load);
    }
    rows.push({
      name: 'a page with no editor: script, median',
      value: median(loads, 0.5),
      bar: 1,
      unit: 'ms',
    });
    for (const [name, file, bar] of scripts) {
      const size = gzipSync(readFileSync(join(built, file)), { level: 9 }).length / 1024;
      rows.push({ name: `${name}, gzipped`, value: size, bar, unit: 'KB' });
    }
    await empty.close();
    for (const kind of kinds) {
      const page = await harness.open(`${kind}.html?empty`);
      await fill(page, kind);
      await marked(page);
      const own = await watchOwnWork(page);
      const times: number[] = [];
      for (let i = 0; i < keys; i++) times.push(await own.during(() => oneKey(page, i)));
      const name = `50,000 characters, 500 findings in ${kind}: script a key`;
      rows.push({ name: `${name}, median`, value: median(times, 0.5), bar: 16, unit: 'ms' });
      rows.push({ name: `${name}, 95 %`, value: median(times, 0.95), bar: 16, unit: 'ms' });
      const without = median(await threadTimes(harness, kind, false), 0.5);
      const added = (await threadTimes(harness, kind, true)).map((time) => time - without);
      // The browser's own work for the highlights is not ours; it is printed for information.
      const all = 'the same: with what the browser adds, its painting too';
      rows.push({ name: `${all}, median`, value: median(added, 0.5), bar: null, unit: 'ms' });
      rows.push({ name: `${all}, 95 %`, value: median(added, 0.95), bar: null, unit: 'ms' });
      await page.bringToFront();
      rows.push({
        name: `the same: memory after ${edits} edits`,
        value: await growth(page, own),
        bar: 1,
        unit: 'MB',
      });
      await page.close();
    }
    return rows;
  } finally {
    await harness.close();
  }
}

/** The cost of each key on the main thread in the long draft, on an allowed site or on another. */
async function threadTimes(
  harness: Harness,
  kind: (typeof kinds)[number],
  allowed: boolean,
): Promise<number[]> {
  const page = await harness.context.newPage();
  // By this name the server is a site that is not allowed.
  const address = allowed ? harness.address : harness.address.replace('127.0.0.1', 'localhost');
  await page.goto(`${address}/${kind}.html?empty`);
  await page.waitForFunction(() => 'editorPage' in window);
  await page.bringToFront();
  await fill(page, kind);
  if (allowed) await marked(page);
  const spent = await watchMainThread(page);
  const times: number[] = [];
  for (let i = 0; i < keys; i++) {
    const before = await spent();
    await oneKey(page, i);
    times.push((await spent()) - before);
  }
  await page.close();
  return times;
}

async function marked(page: Page): Promise<void> {
  await page.waitForFunction(() => [...CSS.highlights.values()].some(({ size }) => size > 0), null, {
    timeout: 20_000,
  });
  await page.waitForTimeout(1_500);
}

/** Puts the long draft into an editor and the caret into its middle. */
async function fill(page: Page, kind: (typeof kinds)[number]): Promise<void> {
  await page.evaluate(
    ([lines, name]) => {
      const field = document.querySelector<HTMLElement>(name === 'tiptap' ? '.ProseMirror' : '#editor');
      if (field === null) return;
      field.style.cssText += ';height: 500px; overflow: auto';
      field.focus();
      const html = lines.map((line) => `<p>${line}</p>`).join('');
      if (field instanceof HTMLTextAreaElement) {
        field.value = lines.join('\n');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      } else if (name === 'tiptap') {
        getSelection()?.selectAllChildren(field);
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', html);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      } else field.innerHTML = html;
    },
    [longDraft, kind] as const,
  );
  await page.waitForTimeout(500);
  await page.evaluate((name) => {
    const field = document.querySelector<HTMLElement>(name === 'tiptap' ? '.ProseMirror' : '#editor');
    if (field instanceof HTMLTextAreaElement) {
      const middle = field.value.indexOf('第250项工作') + 5;
      field.setSelectionRange(middle, middle);
    } else getSelection()?.collapse(field?.querySelectorAll('p')[249]?.firstChild ?? null, 5);
  }, kind);
  await page.waitForTimeout(500);
}

/** Types one key and waits for its effects: the check after the pause, and its marks. */
async function oneKey(page: Page, i: number): Promise<void> {
  if (i % 2 === 0) await page.keyboard.insertText('稿');
  else await page.keyboard.press('Backspace');
  await page.waitForTimeout(500);
}

/** Growth of the heap over many edits. MB. */
async function growth(page: Page, own: OwnWork): Promise<number> {
  const some = async (count: number) => {
    for (let i = 0; i < count; i++) {
      if (i % 2 === 0) await page.keyboard.insertText('稿');
      else await page.keyboard.press('Backspace');
    }
    await page.waitForTimeout(1_000);
  };
  await some(100);
  const before = await own.heap();
  await some(edits);
  return ((await own.heap()) - before) / 2 ** 20;
}
