import type { Page } from 'playwright-core';
import { type Language, sayIn } from '../lib/language/language.ts';
import { ShadowView } from '../tests/browser/card-view.ts';

/** The pages that are pictured, and how a picture is taken: of what is in view, or of a whole page at each width. */
export interface Given {
  readonly welcome: Page;
  readonly panel: Page;
  readonly popup: Page;
  readonly language: Language;
  readonly picture: (page: Page, name: string) => Promise<void>;
  readonly whole: (page: Page, name: string, ...widths: number[]) => Promise<void>;
  readonly forced: (page: Page, name: string) => Promise<void>;
}

/** Opens the card on the rich draft's first error. */
async function openCard(page: Page): Promise<void> {
  const middle = await page.evaluate(() => {
    const rich = document.querySelector('#rich');
    scrollTo(0, scrollY + (rich?.getBoundingClientRect().top ?? 0) - 160);
    const ranges = [...([...CSS.highlights].find(([name]) => name.endsWith('-error'))?.[1] ?? [])] as Range[];
    const boxes = ranges
      .filter(({ startContainer }) => rich?.contains(startContainer))
      .map((range) => range.getBoundingClientRect())
      .sort((a, b) => a.top - b.top);
    const [box] = boxes;
    return box === undefined ? { x: 0, y: 0 } : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await page.mouse.click(middle.x, middle.y);
}

/**
 * Pictures of what was ignored or switched off: behind 更多, told in the page and the panel, and lasting in panel and
 * popup.
 */
export async function silenced(given: Given): Promise<void> {
  const { welcome, panel, popup, language, picture, whole, forced } = given;
  const say = sayIn(language);
  const view = await ShadowView.of(welcome);
  await welcome.bringToFront();
  await forced(welcome, 'marks');
  for (const [width, name] of [
    [1000, ''],
    [320, '-narrow'],
  ] as const) {
    await welcome.setViewportSize({ width, height: 800 });
    await openCard(welcome);
    await view.waitForText(say('更多', 'More'));
    // The card refuses a press while it still moves to its place in the new width.
    await welcome.waitForTimeout(800);
    await view.click(say('更多', 'More'));
    await view.waitForText(say('关闭此规则', 'Switch this rule off'));
    await picture(welcome, `card-more${name}`);
    await view.click(say('关闭此规则', 'Switch this rule off'));
    await view.waitForText(say('已关闭', 'switched off'), 'notice');
    await picture(welcome, `notice${name}`);
    if (width === 1000) {
      await panel.locator('#page-panel .rules-off').waitFor();
      await whole(panel, 'panel-off', 400, 320);
      await popup.locator('.rules-off').waitFor();
      await whole(popup, 'popup-off', 360, 320);
      await panel.locator('#page-panel .rules-off button').click();
      await panel.locator('#page-panel .rules-off').waitFor({ state: 'detached' });
    } else await view.click(say('撤销', 'Undo'), 'notice');
    await view.waitForNone('card');
  }
  await welcome.setViewportSize({ width: 1000, height: 800 });
  await panel.setViewportSize({ width: 400, height: 700 });
  const ignore = panel.locator('#page-panel .finding .ignoring button');
  await ignore.nth(1).click();
  await panel.locator('#page-panel .outcome .undo').waitFor();
  await picture(panel, 'panel-undo');
  await panel.locator('#page-panel .outcome .undo').click();
  for (const width of [240, 320]) {
    await panel.setViewportSize({ width, height: 700 });
    await panel.waitForTimeout(300);
    await picture(panel, `panel-${width}`);
  }
  const settings = { language, rulesOff: ['outdated-reference', 'standard-phrasing', 'heading-numbering'] };
  await panel.evaluate(`chrome.storage.local.set({ settings: ${JSON.stringify(settings)} })`);
  await panel.locator('#page-panel .nothing .rules-off').waitFor();
  await whole(panel, 'panel-off-empty', 400, 320);
  await whole(popup, 'popup-off-empty', 360);
  await panel.evaluate(`chrome.storage.local.set({ settings: { language: '${language}' } })`);
  await panel.locator('#page-panel .finding').first().waitFor();
}
