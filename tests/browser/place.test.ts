import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { useHarness, wait } from './fixture.ts';
import { paintedMarks } from './marks-view.ts';

const harness = useHarness();
const words = '工商局';
const fix = '改为“市场监管局”';

/** Where words stand in the view, told by the editor's own text. */
function placeOf(page: Page) {
  return page.evaluate((asked) => {
    const { box } = window.editorPage;
    if (box === undefined) throw new Error('This page tells no places.');
    return box(asked);
  }, words);
}

async function openMarked(name: string): Promise<Page> {
  const page = await harness.openTest(name);
  await expect
    .poll(async () => (await paintedMarks(page)).some(({ text }) => text === words), wait)
    .toBe(true);
  return page;
}

/** The card, opened by the mouse on the words, points at them. */
async function cardIsAtWords(page: Page, at: { x: number; y: number; height: number }) {
  const view = await ShadowView.of(page);
  await page.mouse.click(at.x, at.y);
  await view.waitForText(fix);
  const card = await view.box();
  expect(card).not.toBeNull();
  if (card === null) return;
  const gap = card.top > at.y ? card.top - (at.y + at.height / 2) : at.y - at.height / 2 - card.bottom;
  // Below or above the words, at the distance of the tip that points at them.
  expect(gap).toBeGreaterThan(11);
  expect(gap).toBeLessThan(16);
  expect(card.left).toBeGreaterThanOrEqual(8);
  expect(card.left).toBeLessThanOrEqual(at.x);
  expect(card.right).toBeGreaterThan(at.x);
  expect(card.right - card.left).toBeLessThanOrEqual(330);
  await view.click(fix);
  await expect.poll(() => page.evaluate(() => window.editorPage.model()), wait).toContain('市场监管局');
}

describe.each(['documentElement', 'body'] as const)('a page with a zoom of its %s', (root) => {
  it.each([
    ['plain.html', 0.8],
    ['plain.html', 1.25],
    ['plain.html', 2],
    ['textarea.html', 1.25],
  ])('has mark and card at the words of %s (%s)', async (name, zoom) => {
    const page = await openMarked(`${name}?draft=shapes`);
    await page.evaluate(([which, by]) => document[which].style.setProperty('zoom', `${by}`), [
      root,
      zoom,
    ] as const);
    const { left, right, top, bottom } = await placeOf(page);
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    const off = async () => {
      const mark = (await paintedMarks(page)).find(({ text }) => text === words);
      return mark === undefined ? 99 : Math.max(Math.abs(mark.x - middle.x), Math.abs(mark.y - middle.y));
    };
    await expect.poll(off, wait).toBeLessThanOrEqual(2);
    await cardIsAtWords(page, { ...middle, height: bottom - top });
  });
});

describe('an editor in a frame', () => {
  it.each([
    ['around it', 2, 1],
    ['within it', 1, 1.25],
    ['around and within it', 0.8, 2],
  ])('has the card at its words with a zoom %s', async (_, outer, inner) => {
    const page = await openMarked('frame-srcdoc.html?draft=shapes');
    const at = await page.evaluate(
      ([asked, around, within]) => {
        document.documentElement.style.setProperty('zoom', `${around}`);
        const frame = document.querySelector('iframe');
        const body = frame?.contentDocument?.body;
        if (frame === null || body === undefined) throw new Error('There is no frame.');
        body.style.setProperty('zoom', `${within}`);
        const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode() !== null && !`${walker.currentNode.nodeValue}`.includes(asked));
        const range = body.ownerDocument.createRange();
        const from = `${walker.currentNode.nodeValue}`.indexOf(asked);
        range.setStart(walker.currentNode, from);
        range.setEnd(walker.currentNode, from + asked.length);
        const rect = range.getBoundingClientRect();
        const box = frame.getBoundingClientRect();
        return {
          x: box.left + (rect.left + rect.width / 2) * around,
          y: box.top + (rect.top + rect.height / 2) * around,
          height: rect.height * around,
        };
      },
      [words, outer, inner] as const,
    );
    await cardIsAtWords(page, at);
  });
});

describe('a field that is hidden', () => {
  const marked = async (page: Page) => {
    const marks = (await paintedMarks(page)).filter(({ look }) => look !== 'active');
    return marks.map(({ text }) => text);
  };
  const badgeOf = async (page: Page): Promise<string> => {
    const worker = await harness.worker();
    return await worker.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
      return await chrome.action.getBadgeText({ tabId: tab.id });
    })()`);
  };

  it('is no draft until it is shown, and none while it is hidden again', async () => {
    const page = await harness.openTest('no-editor.html');
    await page.evaluate(() => {
      document.body.innerHTML =
        '<section id="first" style="display:none"><textarea>市工商局、环保局要牵头落实。</textarea></section>' +
        '<section id="second"><div contenteditable="true">要深入学习贯彻党的十九大精神。</div></section>';
    });
    await expect.poll(() => marked(page), wait).toEqual(['党的十九大']);
    await expect.poll(() => badgeOf(page), wait).toBe('1');
    const show = (first: boolean) =>
      page.evaluate((is) => {
        for (const [id, shown] of [
          ['first', is],
          ['second', !is],
        ] as const) {
          document.getElementById(id)?.style.setProperty('display', shown ? 'block' : 'none');
        }
      }, first);
    await show(true);
    await expect.poll(() => marked(page), wait).toEqual(['工商局', '环保局']);
    await expect.poll(() => badgeOf(page), wait).toBe('2');
    await show(false);
    await expect.poll(() => marked(page), wait).toEqual(['党的十九大']);
    await expect.poll(() => badgeOf(page), wait).toBe('1');
  });

  it('is not counted beside the editor that stands for it, and is a draft in source mode', async () => {
    const page = await openMarked('ckeditor4.html?draft=shapes');
    const count = (await marked(page)).length;
    expect(count).toBe(9);
    await expect.poll(() => badgeOf(page), wait).toBe('9');
    await page.locator('.cke_button__source').click();
    const source = page.locator('.cke_source');
    await source.waitFor(wait);
    await expect.poll(() => marked(page), wait).toContain('工商局');
    await expect.poll(async () => Number(await badgeOf(page)), wait).toBe((await marked(page)).length);
    await page.locator('.cke_button__source').click();
    await expect.poll(async () => (await marked(page)).length, wait).toBe(9);
    await expect.poll(() => badgeOf(page), wait).toBe('9');
  });
});

describe('a page that stops events before they get to its editor', () => {
  const stop = (page: Page, types: readonly string[]) =>
    page.evaluate((all) => {
      for (const type of all)
        window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    }, types);
  const pointerEvents = ['pointerdown', 'pointermove', 'pointerup', 'pointerover', 'pointerenter'];
  const mouseEvents = ['mousedown', 'mousemove', 'mouseup', 'mouseover', 'mouseenter', 'click'];

  it('has the card by hovering where mouse events are left, and its buttons by the mouse', async () => {
    const page = await openMarked('plain.html?draft=shapes');
    await stop(page, pointerEvents);
    const { left, right, top, bottom } = await placeOf(page);
    await page.mouse.move((left + right) / 2, (top + bottom) / 2, { steps: 4 });
    const view = await ShadowView.of(page);
    await view.waitForText(fix);
    await view.click(fix);
    await expect.poll(() => page.evaluate(() => window.editorPage.model()), wait).toContain('市场监管局');
  });

  it('has the card and its fix by the keyboard where none is left', async () => {
    const page = await openMarked('plain.html?draft=shapes');
    await stop(page, [...pointerEvents, ...mouseEvents]);
    await page.evaluate(() => document.querySelector<HTMLElement>('[contenteditable]')?.focus());
    // The shortcut goes to the browser, which no test can press.
    const worker = await harness.worker();
    await worker.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
      await chrome.tabs.sendMessage(tab.id, { type: 'page-command', command: 'open-card' }, { frameId: 0 });
    })()`);
    const view = await ShadowView.of(page);
    await view.waitForText(fix);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => window.editorPage.model()), wait).toContain('市场监管局');
  });
});
