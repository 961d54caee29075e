import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { ShadowView } from '../card-view.ts';
import { type UsedSurfaces, wait } from '../fixture.ts';
import { type PaintedMark, paintedMarks, waitForMarks } from '../marks-view.ts';
import type { Attack, FieldKind, Holds } from './attack.ts';

/** An own phrase of the author: only its wrong form stands in the page. */
export const own = {
  name: '机密口径甲',
  wrong: '三定方案词；绝无此词丙',
  level: '应改',
  note: '内部掌握不外传',
  source: '某办内参第七号',
};
/** Words that a page never shows and must never learn, among them one of the card's buttons. */
export const secrets = [own.name, '绝无此词丙', own.note, own.source, '忽略此处'];
/** The draft of the page `attacked`, its marks, and the fix of the first. */
export const text = '我们要深入学习贯彻党的十九大精神。\n市工商局要落实三定方案词。';
export const faults = ['党的十九大', '工商局', '三定方案词'];
export const fix = { button: '改为“党的二十大”', words: '党的十九大', right: '党的二十大' };

/** What each script of a page has at hand. `caught`: what it has come to hold; `host()`: the newest element of ours. */
export const tools = `
window.caught ??= []; window.armed ??= false;
window.hosts = () => [...document.documentElement.children].filter((one) => one.localName === 'div');
window.host = () => window.hosts().at(-1) ?? null;
window.field = ((find) => () => find('#editor'))(document.querySelector.bind(document));
window.note = (...all) => { for (const one of all) { try { window.caught.push(String(one)); } catch {} } };
window.turn = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done, 0)); });`;

/** Takes the own phrase into the extension. */
export async function takeOwn(surfaces: UsedSurfaces): Promise<void> {
  const answer = await surfaces.welcome.evaluate(
    `chrome.runtime.sendMessage(${JSON.stringify({ type: 'own-take', drafts: [own] })})`,
  );
  expect(answer).toMatchObject({ phrases: [{ name: own.name }] });
  await worker(surfaces, "chrome.storage.local.set({ 'key-hint': { known: true, shown: 9 } })");
}

const worker = async (surfaces: UsedSurfaces, expression: string): Promise<unknown> =>
  await (await surfaces.harness.worker()).evaluate(expression);

/** A page with an attack going on, and what the author sees of it. */
export class Stage {
  /** A picture of the button before the attack, with the pointer over it. */
  private plain: Buffer | null = null;
  private isPlainlyPressed = false;

  private constructor(
    readonly page: Page,
    readonly view: ShadowView,
    readonly session: CDPSession,
    private readonly surfaces: UsedSurfaces,
    private readonly attack: Attack,
    private readonly settings: unknown,
  ) {}

  /** Opens the page and waits until its draft is marked, and until the card is open where the attack wants one. */
  static async open(surfaces: UsedSurfaces, attack: Attack): Promise<Stage> {
    const page = surfaces.closeLater(await surfaces.harness.context.newPage());
    await page.addInitScript({ content: `${tools}\n${attack.before ?? ''}` });
    await page.goto(addressOf(surfaces, attack.field));
    await page.bringToFront();
    const settings = await storedIn(surfaces);
    const session = await page.context().newCDPSession(page);
    const view = await ShadowView.of(page);
    const stage = new Stage(page, view, session, surfaces, attack, settings);
    if (attack.before === undefined || attack.holds.includes('marked')) await waitForMarks(page, faults);
    if (attack.card !== undefined) await stage.openCard(attack.card);
    if (attack.more === true) {
      await view.click('更多');
      await view.waitForText('关闭此规则');
    }
    if (attack.presses !== undefined) stage.plain = await stage.pictureOf(attack.presses);
    return stage;
  }

  /** Opens the card of marked words by a real click. */
  async openCard(words: string): Promise<void> {
    const { x, y } = await this.mark(words);
    await this.page.mouse.click(x, y);
    await this.view.waitForText(words === '三定方案词' ? own.name : '改为');
  }

  async mark(words: string): Promise<PaintedMark> {
    const find = async () => (await paintedMarks(this.page)).find(({ text: marked }) => marked === words);
    await expect.poll(find, wait).toBeDefined();
    const mark = await find();
    if (mark === undefined) throw new Error(`No mark on ${words}`);
    return mark;
  }

  /** The text of the draft in the page. */
  model(): Promise<string> {
    return this.page.evaluate(async () => await window.editorPage.model());
  }

  /** Runs the page's script, then the author; returns all that the page has learned. */
  async run(): Promise<string> {
    const { script, author } = this.attack;
    const returned = script === undefined ? null : await this.page.evaluate(`(async () => { ${script} })()`);
    const more = author === undefined ? null : await author(this);
    const caught = await this.page.evaluate('window.caught');
    return JSON.stringify([returned, more, caught]);
  }

  /** Fails if something does not hold. */
  async verify(held: Holds, learned: string): Promise<void> {
    if (held === 'armed') expect(await this.page.evaluate('window.armed'), 'armed').toBe(true);
    else if (held === 'unread')
      expect(
        secrets.filter((secret) => learned.includes(secret)),
        'read by the page',
      ).toEqual([]);
    else if (held === 'marked') await waitForMarks(this.page, faults);
    else if (held === 'unchanged') await this.verifyUnchanged();
    else if (held === 'unset') await this.verifyUnset();
    else if (held === 'types') await this.type('写作', '写作');
    else if (held === 'checks') {
      await this.type('环保局牵头。', '环保局牵头。');
      await this.mark('环保局');
    } else if (held === 'fixes') await this.verifyFix();
    else if (held === 'aims') await this.verifyAim();
    else if (held === 'open') expect(await this.view.text(), 'the card').not.toBeNull();
    else if (held === 'closed') expect(await this.view.text(), 'the card').toBeNull();
    else expect(await this.page.locator('#other').inputValue(), 'the other field').toBe('');
  }

  /** Presses a button of the card by the real mouse, wherever the page has put it. */
  async press(words: string): Promise<void> {
    const picture = await this.pictureOf(words);
    this.isPlainlyPressed = this.plain?.equals(picture) === true;
    await this.page.mouse.down();
    await this.page.mouse.up();
    await this.settle();
  }

  /** Puts the pointer over a button of the card, and takes a picture of its middle as the author sees it. */
  private async pictureOf(words: string): Promise<Buffer> {
    const { x, y } = await this.view.place(words);
    await this.page.mouse.move(x - 3, y);
    await this.page.mouse.move(x, y);
    await this.settle();
    // Colours change by a transition.
    await this.page.waitForTimeout(300);
    return await this.page.screenshot({ clip: { x: x - 18, y: y - 7, width: 36, height: 14 } });
  }

  private async verifyUnchanged(): Promise<void> {
    if (!this.isPlainlyPressed) expect(await this.model(), 'the draft').toBe(text);
  }

  private async verifyUnset(): Promise<void> {
    if (!this.isPlainlyPressed) expect(await storedIn(this.surfaces), 'settings').toEqual(this.settings);
  }

  /** Opens the card on the first fault and presses its fix, if the page lets it come to that. */
  async tryFix(): Promise<void> {
    await this.page.keyboard.press('Escape');
    const { x, y } = await this.mark(fix.words);
    await this.page.mouse.click(x, y);
    const spot = await this.appeared(fix.button);
    if (spot !== null) await this.page.mouse.click(spot.x, spot.y);
    await this.settle();
  }

  /** The place of a button once it is drawn; null if the page keeps the card from coming. */
  private async appeared(words: string): Promise<{ x: number; y: number } | null> {
    for (let tries = 0; tries < 6; tries++) {
      const spot = await this.view.place(words).catch(() => null);
      if (spot !== null) return spot;
      await this.settle();
    }
    return null;
  }

  /** All that the extension keeps. */
  stored(): Promise<unknown> {
    return storedIn(this.surfaces);
  }

  /** Waits until something is so. */
  async until(isSo: () => Promise<boolean>): Promise<void> {
    await expect.poll(isSo, wait).toBe(true);
  }

  /** Puts back what the extension kept before the attack. */
  async restore(): Promise<void> {
    const kept = JSON.stringify(this.settings);
    await worker(this.surfaces, `chrome.storage.local.clear().then(() => chrome.storage.local.set(${kept}))`);
  }

  /** Waits until what was asked of the worker before is done, and the page has drawn. */
  async settle(): Promise<void> {
    await this.page.evaluate('window.turn()');
    await (await this.surfaces.harness.worker()).evaluate('chrome.storage.local.get()');
    await this.page.evaluate('window.turn()');
  }

  /** Types at the end of the draft, and waits until it is there. */
  async type(words: string, comes: string): Promise<void> {
    const before = await this.model();
    const end =
      this.attack.field === 'plain' ? this.page.locator('#editor') : this.page.locator('#editor p').last();
    // Playwright's own click reads properties that a form may hide.
    const { left, top } = await end.evaluate((element) => element.getBoundingClientRect());
    await this.page.mouse.click(left + 500, top + 5);
    await this.page.keyboard.press('Control+End');
    for (const key of words) await this.page.keyboard.insertText(key);
    await expect.poll(() => this.model(), wait).toBe(`${before}${comes}`);
  }

  /** A fix is tried in spite of the attack: it comes out as wanted, or nothing does. */
  private async verifyAim(): Promise<void> {
    const before = await this.model();
    await this.tryFix();
    expect([before, before.replace(fix.words, fix.right)], 'the draft').toContain(await this.model());
  }

  private async verifyFix(): Promise<void> {
    const before = await this.model();
    await this.page.keyboard.press('Escape');
    await this.openCard(fix.words);
    await this.view.click(fix.button);
    await expect.poll(() => this.model(), wait).toBe(before.replace(fix.words, fix.right));
  }
}

/** The address of the page with the draft. */
export function addressOf({ harness }: UsedSurfaces, field: FieldKind = 'rich'): string {
  return `${harness.address}/attacked.html?field=${field}`;
}

async function storedIn(surfaces: UsedSurfaces): Promise<unknown> {
  return await worker(surfaces, 'chrome.storage.local.get()');
}
