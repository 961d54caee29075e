import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { useHarness } from './fixture.ts';
import { type PaintedMark, paintedMarks, waitForMarks } from './marks-view.ts';

const pictures = join(import.meta.dirname, '../output/card');
const faults = ['党的十九大', '工商局', '四、'];

const harness = useHarness();
let page: Page;
let view: ShadowView;
let marks: PaintedMark[];
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
});
afterEach(async () => {
  // A test that fails half-way leaves its settings to none of the others.
  await (await harness.worker()).evaluate("chrome.storage.local.remove('settings')");
});

async function open(name: string, words: readonly string[] = faults): Promise<void> {
  page = await harness.openTest(name);
  view = await ShadowView.of(page);
  marks = await waitForMarks(page, words);
}
const at = (text: string): PaintedMark => {
  const mark = marks.find((one) => one.text === text);
  if (mark === undefined) throw new Error(`No mark on ${text}`);
  return mark;
};
const model = () => page.evaluate(() => window.editorPage.model());
const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);

/** What the popup or a shortcut sends to the page. */
async function send(request: object): Promise<unknown> {
  const worker = await harness.worker();
  return await worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
    return await chrome.tabs.sendMessage(tab.id, ${JSON.stringify(request)}, { frameId: 0 });
  })()`);
}

describe('the card', () => {
  it('opens by hover after a moment, takes no focus, and goes with the pointer and at a key', async () => {
    await open('plain.html');
    await page.locator('#editor h1').click();
    const { x, y } = at('党的十九大');
    await page.mouse.move(x, y, { steps: 3 });
    await page.waitForTimeout(120);
    expect(await view.text()).toBeNull();
    await view.waitForText('往届提法');
    expect(await focused()).toBe('editor');
    await page.mouse.move(x, y + 420, { steps: 3 });
    await view.waitForNone();
    await page.mouse.move(x, y, { steps: 3 });
    await view.waitForText('往届提法');
    await page.keyboard.type('稿');
    await view.waitForNone();
    expect(await model()).toContain('稿');
  });

  it('is worked by keys alone, and gives the focus back', async () => {
    await open('plain.html');
    await page.locator('#editor h1').click();
    await send({ type: 'page-command', command: 'next-finding' });
    await view.waitForText('往届提法');
    expect(await focused()).toBe('editor');
    await send({ type: 'page-command', command: 'open-card' });
    await expect.poll(focused).toBe('DIV');
    await page.keyboard.press('Escape');
    await view.waitForNone();
    expect(await focused()).toBe('editor');
    await send({ type: 'page-command', command: 'open-card' });
    await expect.poll(focused).toBe('DIV');
    await page.keyboard.press('Enter');
    await waitForMarks(page, faults.slice(1));
    await view.waitForNone();
    await expect.poll(focused).toBe('editor');
    await page.keyboard.type('，');
    expect(await model()).toContain('党的二十大，精神');
  });

  it('says when an editor would not take a fix, and hands out the words', async () => {
    await open('stubborn.html');
    await harness.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const before = await model();
    await page.mouse.click(at('工商局').x, at('工商局').y);
    await view.waitForText('市场监督管理局');
    await view.click('改为“市场监管局”');
    await view.waitForText('没有改成：编辑器未接受这次修改。可复制正确文字后手工粘贴。');
    await page.screenshot({ path: join(pictures, 'refused.png') });
    expect(await model()).toBe(before);
    await view.click('复制');
    await view.waitForText('已复制');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('市场监管局');
  });

  it('takes back what came out otherwise, says so, and hands out the words', async () => {
    await open('wayward.html');
    await harness.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const before = await page.evaluate(() => window.editorPage.saved());
    await page.mouse.click(at('党的十九大').x, at('党的十九大').y);
    await view.waitForText('往届提法');
    await view.click('改为“党的二十大”');
    await view.waitForText('没有改成：编辑器未接受这次修改。可复制正确文字后手工粘贴。');
    expect(await page.evaluate(() => window.editorPage.strangers(true))).not.toEqual([]);
    expect(await page.evaluate(() => window.editorPage.saved())).toBe(before);
    await view.click('复制');
    await view.waitForText('已复制');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('党的二十大');
  });

  it('leaves out what is ignored here, and keeps it left out when the text around it changes', async () => {
    await open('plain.html');
    await page.mouse.click(at('工商局').x, at('工商局').y);
    await view.waitForText('忽略此处');
    await view.click('忽略此处');
    await view.waitForNone();
    await waitForMarks(page, ['党的十九大', '四、']);
    await page.locator('#editor h1').click();
    await page.keyboard.type('稿');
    await page.waitForTimeout(700);
    await waitForMarks(page, ['党的十九大', '四、']);
    await send({ type: 'page-recheck' });
    await waitForMarks(page, ['党的十九大', '四、']);
    await (await harness.worker()).evaluate('chrome.storage.local.clear()');
  });

  it('leaves out in every draft what is ignored everywhere, and remembers it beside the draft’s own', async () => {
    await open('plain.html');
    await page.mouse.click(at('工商局').x, at('工商局').y);
    await view.waitForText('更多');
    await view.click('更多');
    await view.click('每篇忽略');
    await view.waitForNone();
    await waitForMarks(page, ['党的十九大', '四、']);
    await page.close();
    await open('textarea.html', ['党的十九大', '四、']);
    const worker = await harness.worker();
    const { settings } = (await worker.evaluate("chrome.storage.local.get('settings')")) as {
      settings: { ignored: unknown };
    };
    expect(settings.ignored).toEqual([{ rule: 'outdated-reference', text: '工商局' }]);
    await worker.evaluate('chrome.storage.local.clear()');
  });

  it('tells on demand what decided, and writes a report that the author reads and changes first', async () => {
    await open('plain.html');
    await harness.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.mouse.click(at('党的十九大').x, at('党的十九大').y);
    await view.waitForText('往届提法');
    await view.click('依据与判断');
    const said = await view.waitForText('依据：');
    expect(said).toMatch(/依据：.*判断：句中的.*学习贯彻.*稿件日期：/su);
    await page.screenshot({ path: join(pictures, 'why.png') });
    await view.click('提示有误…');
    await view.waitForText('不会发送任何内容');
    await page.screenshot({ path: join(pictures, 'report.png') });
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' 此处为引用。');
    await view.click('复制');
    await view.waitForText('已复制');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('原句：今天会议的主要任务，是深入学习贯彻党的十九大精神');
    expect(copied).toContain('outdated-reference');
    expect(copied).toContain('此处为引用。');
    expect(await model()).toContain('党的十九大精神');
  });

  it('speaks English where the author wants it', async () => {
    const worker = await harness.worker();
    await worker.evaluate("chrome.storage.local.set({ settings: { language: 'en' } })");
    await open('plain.html');
    await page.mouse.click(at('党的十九大').x, at('党的十九大').y);
    await view.waitForText('Outdated references');
    const said = await view.text();
    expect(said).toMatch(/From an earlier term.*Change to “党的二十大”.*Why\?.*Ignore here/su);
    expect(said?.replace(/“[^”]*”|二十大|二十届\S*|中国共产党\S*|党的\S*/gu, '')).not.toMatch(/[，。：]/u);
    await page.screenshot({ path: join(pictures, 'card-english.png') });
    await worker.evaluate('chrome.storage.local.clear()');
  });

  it('goes back and forth, puts the first fix in and shows the repair at a shortcut', async () => {
    await open('plain.html');
    await page.locator('#editor h1').click();
    const command = (name: string) => send({ type: 'page-command', command: name });
    await command('previous-finding');
    await view.waitForText('中间未见“三、”');
    await command('previous-finding');
    await view.waitForText('原机构名称');
    await command('next-finding');
    await view.waitForText('中间未见“三、”');
    await page.keyboard.press('Escape');
    await command('repair-numbering');
    await view.waitForText('将调整以下');
    await page.keyboard.press('Escape');
    await view.waitForNone();
    await page.locator('#editor h1').click();
    await command('apply-first-fix');
    await waitForMarks(page, faults.slice(1));
    expect(await model()).toContain('党的二十大精神');
  });

  it('marks what is certain only, or style as well, as the author wishes, and at once', async () => {
    await open('plain.html');
    const worker = await harness.worker();
    await worker.evaluate("chrome.storage.local.set({ settings: { strictness: 'quiet' } })");
    await waitForMarks(page, ['党的十九大', '四、']);
    await worker.evaluate("chrome.storage.local.set({ settings: { strictness: 'strict' } })");
    await waitForMarks(page, faults);
    await worker.evaluate('chrome.storage.local.clear()');
    await page.locator('#editor p').last().click();
    await page.keyboard.type('3-5年见效。');
    await waitForMarks(page, faults);
    await worker.evaluate("chrome.storage.local.set({ settings: { strictness: 'strict' } })");
    await waitForMarks(page, [...faults, '3-5']);
    await worker.evaluate('chrome.storage.local.clear()');
    await waitForMarks(page, faults);
  });

  it('is closed to the page: no script reads it or presses its buttons', async () => {
    await open('textarea.html');
    const before = await model();
    const { x, y } = at('党的十九大');
    await page.mouse.click(x, y);
    await view.waitForText('往届提法');
    const box = await view.box();
    const seen = await page.evaluate(
      (spot) => {
        const host = document.documentElement.lastElementChild;
        const target = document.elementFromPoint(spot.x, spot.y);
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
          target?.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: spot.x, clientY: spot.y }));
        }
        return { shadow: host?.shadowRoot ?? null, text: host?.textContent, target: target?.tagName };
      },
      { x: (box?.left ?? 0) + 40, y: (box?.bottom ?? 0) - 60 },
    );
    expect(seen).toEqual({ shadow: null, text: '', target: 'DIV' });
    await page.waitForTimeout(300);
    expect(await model()).toBe(before);
    expect(await view.text()).toContain('往届提法');
  });

  it.each(['textarea.html', 'plain.html'])(
    'is read by no selection or search of the page: %s',
    async (file) => {
      await open(file);
      const { x, y } = at('党的十九大');
      await page.mouse.click(x, y);
      await view.waitForText('往届提法');
      const read = await page.evaluate(() => {
        const taken: string[] = [];
        const find = (words: string) =>
          (
            window as unknown as {
              find(words: string, exact: boolean, back: boolean, wrap: boolean): boolean;
            }
          ).find(words, true, false, true);
        const note = () => taken.push(String(getSelection()));
        for (const words of ['往届', '本稿忽略', '应改']) {
          find(words);
          note();
          document.execCommand('selectAll');
          note();
          find(words);
          for (const way of ['forward', 'backward'])
            getSelection()?.modify('extend', way, 'documentboundary');
          note();
        }
        getSelection()?.selectAllChildren(document.documentElement);
        note();
        return taken.join('\n');
      });
      for (const words of ['往届提法', '本稿忽略', '忽略此处', '改为']) expect(read).not.toContain(words);
    },
  );

  it('has no element that a page could define to reach into it', async () => {
    page = await harness.openTest('textarea.html?empty');
    view = await ShadowView.of(page);
    await page.evaluate(() => {
      const roots: unknown[] = [];
      Object.assign(window, { roots });
      for (const name of ['gaozhun-card', 'gaozhun-marks', 'gaozhun-notice']) {
        const define = class extends HTMLElement {
          readonly internals = this.attachInternals();
          connectedCallback() {
            roots.push(this.internals.shadowRoot);
          }
        };
        customElements.define(name, define);
      }
      document.documentElement.append(
        Object.assign(document.createElement('style'), { textContent: 'div { display: none !important }' }),
      );
    });
    await page.locator('#editor').fill('我们要深入学习贯彻党的十九大精神。');
    marks = await waitForMarks(page, ['党的十九大']);
    await page.mouse.click(at('党的十九大').x, at('党的十九大').y);
    await view.waitForText('往届提法');
    expect(await page.evaluate('roots')).toEqual([]);
    const hosts = await page.evaluate(() =>
      [...document.documentElement.children].map(({ tagName }) => tagName).slice(2),
    );
    expect(hosts).toEqual(['STYLE', 'DIV', 'DIV']);
    const box = await view.box();
    const inside = { x: (box?.left ?? 0) + 20, y: (box?.top ?? 0) + 20 };
    const tag = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.tagName, inside);
    expect(tag).toBe('DIV');
  });

  it('stays within the view, and flips above its mark at the lower edge', async () => {
    await open('plain.html');
    await page.setViewportSize({ width: 340, height: 360 });
    await page.evaluate(() => document.querySelectorAll('h2')[2]?.scrollIntoView({ block: 'end' }));
    const last = (await paintedMarks(page)).find(({ text }) => text === '四、');
    await page.mouse.click(last?.x ?? 0, last?.y ?? 0);
    await view.waitForText('序号');
    const box = await view.box();
    await page.screenshot({ path: join(pictures, 'narrow.png') });
    expect(box?.left).toBeGreaterThanOrEqual(0);
    expect(box?.right).toBeLessThanOrEqual(await page.evaluate(() => document.documentElement.clientWidth));
    expect(box?.top).toBeGreaterThanOrEqual(0);
    expect(box?.bottom).toBeLessThan(last?.y ?? 0);
  });

  it('has the look of the desk at night, too', async () => {
    await open('plain.html');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.mouse.click(at('党的十九大').x, at('党的十九大').y);
    await view.waitForText('往届提法');
    await page.screenshot({ path: join(pictures, 'dark.png') });
  });
});

describe('marks', () => {
  it('are hidden and shown again on request', async () => {
    await open('textarea.html');
    await send({ type: 'page-hide', hidden: true });
    await waitForMarks(page, []);
    await send({ type: 'page-hide', hidden: false });
    await waitForMarks(page, faults);
  });

  it('stand in fields for prose only', async () => {
    await open('others.html', ['党的十九大']);
    await page.waitForTimeout(600);
    await waitForMarks(page, ['党的十九大']);
  });

  it('stay on the words of a textarea that scrolls, and within it', async () => {
    await open('textarea.html');
    const field = page.locator('#editor');
    await field.evaluate((element: HTMLTextAreaElement) => {
      element.style.height = '150px';
      element.scrollTop = 60;
    });
    await page.waitForTimeout(200);
    const moved = (await paintedMarks(page)).find(({ text }) => text === '党的十九大');
    expect(moved?.y).toBeCloseTo(at('党的十九大').y - 60, 0);
    await page.screenshot({ path: join(pictures, 'textarea-scrolled.png') });
    await page.mouse.click(moved?.x ?? 0, moved?.y ?? 0);
    await view.waitForText('往届提法');
  });

  it('come up in an editor within a shadow tree once the author goes there, and its fixes work', async () => {
    page = await harness.openTest('unknown.html');
    view = await ShadowView.of(page);
    const before = await model();
    await page.locator('#editor h1').click();
    marks = await waitForMarks(page, faults);
    await page.mouse.click(at('党的十九大').x, at('党的十九大').y);
    await view.waitForText('往届提法');
    await view.click('改为“党的二十大”');
    await view.waitForNone();
    expect(await model()).toBe(before.replace('党的十九大', '党的二十大'));
    await page.keyboard.press('Control+z');
    expect(await model()).toBe(before);
    expect(await page.evaluate(() => window.editorPage.strangers())).toEqual([]);
  });
});

// At the end: the index with these words stays until the browser goes.
describe('from the card', () => {
  it('puts the marked words among the author’s own phrases, right from then on', async () => {
    await open('plain.html');
    await page.mouse.click(at('工商局').x, at('工商局').y);
    await view.waitForText('原机构名称');
    await view.click('依据与判断');
    await view.click('记入我的提法…');
    await view.waitForText('这样写不再提示');
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await view.waitForText('至少两个字');
    await page.screenshot({ path: join(pictures, 'own.png') });
    await page.keyboard.press('End');
    await page.keyboard.type('商局');
    await page.keyboard.press('Enter');
    await view.waitForNone();
    await waitForMarks(page, ['党的十九大', '四、']);
  });
});
