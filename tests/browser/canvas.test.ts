import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { askPage, findingsOf, linesOver, plantedFaults, unmarked } from './canvas-view.ts';
import { ShadowView } from './card-view.ts';
import { useHarness, wait } from './fixture.ts';

const harness = useHarness();
const pages = ['canvas-editor.html?twenty', 'canvas-justified.html', 'canvas-tiles.html'];

const model = (page: Page) => page.evaluate(() => window.editorPage.model());

/** Opens a page whose planted faults are all marked. */
async function openMarked(name: string): Promise<Page> {
  const page = await harness.openTest(name);
  await expect.poll(() => unmarked(page), wait).toEqual([]);
  return page;
}

describe.each(pages)('%s', (name) => {
  it('is marked on exactly its words, also after typing above, scrolling, zooming and resizing', async () => {
    const page = await openMarked(name);
    const tables = name.includes('tiles') ? 1 : 0;
    const broken = (await linesOver(page)).length - plantedFaults.length - tables;
    // A fault that is broken over two lines has a line on each.
    expect(broken).toBeGreaterThanOrEqual(0);
    expect(broken).toBeLessThanOrEqual(2);
    await page.evaluate(() => window.canvasPage.scrollTo(60));
    await expect.poll(() => unmarked(page), { ...wait, message: 'scrolled' }).toEqual([]);
    await page.evaluate(() => window.canvasPage.scrollTo(0));
    await page.mouse.click(300, 160);
    await page.keyboard.type('好');
    await page.keyboard.press('Enter');
    await expect.poll(() => unmarked(page), { ...wait, message: 'typed above' }).toEqual([]);
    await page.evaluate(() => window.canvasPage.zoom(0.9));
    await expect.poll(() => unmarked(page), { ...wait, message: 'zoomed' }).toEqual([]);
    await page.setViewportSize({ width: 780, height: 700 });
    await expect.poll(() => unmarked(page), { ...wait, message: 'resized' }).toEqual([]);
    await page.setViewportSize({ width: 900, height: 760 });
  });

  it('takes each of twenty fixes in its model, and one Ctrl+Z takes each back', async () => {
    const page = await openMarked(name);
    const worker = await harness.worker();
    const before = await model(page);
    const failed: string[] = [];
    for (const { words, right, nth } of plantedFaults) {
      await expect
        .poll(async () => (await findingsOf(worker, page)).findings.length, wait)
        .toBeGreaterThan(19);
      const { text, findings } = await findingsOf(worker, page);
      const own = findings.filter((finding) => text.slice(finding.start, finding.end) === words);
      const all = findings.filter((finding) => text.slice(finding.start, finding.end).endsWith(words));
      const finding = own.length > 1 ? all[nth] : own[0];
      const edits = (finding?.fixes[0]?.edits ?? []).map((edit) => ({ ...edit, reason: '' }));
      const reply = await askPage(worker, page, { type: 'page-apply', edits, expected: text });
      const parts = before.split(words);
      const wanted = `${parts.slice(0, nth + 1).join(words)}${right}${parts.slice(nth + 1).join(words)}`;
      if ((await model(page)) !== wanted) failed.push(`${words}: ${JSON.stringify(reply)}`);
      await page.keyboard.press('Control+z');
      await expect.poll(() => model(page), wait).toBe(before);
    }
    expect(failed).toEqual([]);
  });

  it('opens the card, fixes, and typing goes on behind the words', async () => {
    const page = await openMarked(name);
    const view = await ShadowView.of(page);
    const before = await model(page);
    const [first] = (await linesOver(page)).filter(({ look }) => look === 'error');
    await page.mouse.click((first?.left ?? 0) + 4, (first?.top ?? 0) + 8);
    await view.waitForText('往届提法');
    await view.click('改为“党的二十大”');
    const right = before.replace('十九大', '二十大');
    await expect.poll(() => model(page), wait).toBe(right);
    await view.waitForNone();
    await page.keyboard.type('的');
    await expect.poll(() => model(page), wait).toBe(right.replace('二十大', '二十大的'));
  });

  it('is left alone while an input method composes', async () => {
    const page = await openMarked(name);
    const worker = await harness.worker();
    await page.mouse.click(300, 160);
    const before = await model(page);
    const { text, findings } = await findingsOf(worker, page);
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: '文', selectionStart: 1, selectionEnd: 1 });
    const edits = (findings[0]?.fixes[0]?.edits ?? []).map((edit) => ({ ...edit, reason: '' }));
    expect(edits).not.toEqual([]);
    expect(await askPage(worker, page, { type: 'page-apply', edits, expected: text })).toHaveProperty(
      'fault',
    );
    await session.send('Input.insertText', { text: '文稿' });
    await expect.poll(async () => (await model(page)).length, wait).toBe(before.length + 2);
    expect((await model(page)).replace('文稿', '')).toBe(before);
    await expect.poll(() => unmarked(page), wait).toEqual([]);
  });
});

describe('several fixes at once', () => {
  it('are made one after the other, and taken back by the panel', async () => {
    const page = await openMarked('canvas-justified.html');
    const worker = await harness.worker();
    const before = await model(page);
    const { text, findings } = await findingsOf(worker, page);
    const edits = findings
      .slice(0, 4)
      .flatMap(({ fixes }) => (fixes[0]?.edits ?? []).map((edit) => ({ ...edit, reason: '' })));
    expect(edits.length).toBe(4);
    expect(await askPage(worker, page, { type: 'page-apply', edits, expected: text })).toMatchObject({
      ok: true,
    });
    const flat = (words: string) => words.replaceAll('\n', '');
    // Before the first line of the draft stand the numbers of the ruler and of the lines, which are in no model.
    const [first = 0, last = 0] = [edits[0]?.start, edits.at(-1)?.end];
    const changed = applyEdits(text, edits).slice(first, last);
    expect(changed.length).toBeGreaterThan(20);
    expect(flat(await model(page))).toContain(flat(changed));
    expect(await askPage(worker, page, { type: 'page-revert' })).toMatchObject({ ok: true });
    expect(await model(page)).toBe(before);
  });
});

describe('a page that comes to its editor without loading', () => {
  it('is read from there on', async () => {
    const own = await harness.openTest('canvas-justified.html');
    const address = new URL(own.url());
    const page = await harness.context.newPage();
    await page.route('https://office.feishu.cn/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const file = pathname === '/messenger/' ? '/canvas-justified.html' : pathname.replace('/messenger', '');
      await route.fulfill({ response: await route.fetch({ url: address.origin + file }) });
    });
    await page.goto('https://office.feishu.cn/messenger/');
    await page.mouse.click(300, 160);
    await page.waitForTimeout(900);
    expect(await linesOver(page)).toEqual([]);
    await page.evaluate(() => history.pushState(null, '', '/docx/AbC'));
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.mouse.click(300, 160);
    await expect.poll(() => unmarked(page), wait).toEqual([]);
    await page.close();
  });
});

/** Runs in a page: what its scripts can see of the methods that draw. */
function looks(): string[] {
  const of = (owner: { prototype: object }, name: string) => {
    const found = Object.getOwnPropertyDescriptor(owner.prototype, name);
    const method: unknown = found?.value ?? found?.set;
    if (typeof method !== 'function') return `${name}: ${typeof method}`;
    const errors = [
      () => method.call({}),
      () => method.call(null, 1),
      () => Reflect.construct(method, []),
    ].map((run) => {
      try {
        return String(run());
      } catch (error) {
        return String(error);
      }
    });
    const { writable, enumerable, configurable } = found ?? {};
    const source = [String(method), Function.prototype.toString.call(method), `${method.toString}`];
    const flags = [writable, enumerable, configurable, 'prototype' in method].join();
    return [name, method.name, method.length, flags, ...source, ...errors].join(' | ');
  };
  const drawing = [
    'fillText',
    'strokeText',
    'fillRect',
    'clearRect',
    'drawImage',
    'save',
    'restore',
    'clip',
    'fill',
    'rect',
  ];
  return [
    ...drawing.map((name) => of(CanvasRenderingContext2D, name)),
    of(HTMLCanvasElement, 'width'),
    of(OffscreenCanvas, 'transferToImageBitmap'),
    of(Function, 'toString'),
  ];
}

describe('the page', () => {
  it('sees no difference in the methods that draw', async () => {
    const page = await harness.openTest('canvas-justified.html');
    const seen = await page.evaluate(looks);
    const other = page.url().replace('127.0.0.1', 'localhost');
    await page.goto(other);
    await page.waitForFunction(() => 'canvasPage' in window);
    expect(seen).toEqual(await page.evaluate(looks));
    expect(seen[0]).toContain('[native code]');
  });

  it('is not answered by a name of its own, and moves nothing by what it says', async () => {
    const page = await openMarked('canvas-justified.html');
    const before = await model(page);
    const heard = await page.evaluate(async () => {
      const told: string[] = [];
      const canvas = document.querySelector('canvas');
      for (const type of ['mine', 'minea', 'mined', 'mines', 'gaozhun-canvas-name', 'gaozhun-canvas-ready'])
        for (const target of [document, canvas]) target?.addEventListener(type, () => told.push(type));
      document.dispatchEvent(new CustomEvent('gaozhun-canvas-name', { detail: 'mine' }));
      document.dispatchEvent(new CustomEvent('gaozhun-canvas-ready'));
      canvas?.dispatchEvent(new CustomEvent('mineq', { detail: '', composed: true }));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return told;
    });
    // Nothing but what the page has sent itself.
    expect(heard).toEqual(['gaozhun-canvas-name', 'gaozhun-canvas-ready']);
    expect(await model(page)).toBe(before);
    expect(await unmarked(page)).toEqual([]);
  });
});
