import { expect } from 'vitest';
import { cardText, clickCard } from '../card-bidi.ts';
import type { FirefoxHarness } from '../firefox.ts';
import { wait } from '../fixture.ts';
import { painted } from '../marks-view.ts';
import type { Attack, Holds } from './attack.ts';
import { faults, fix, own, secrets, text, tools } from './stage.ts';

/** What of `Holds` is looked at in Firefox; a row with more is left to Chromium. */
const known: readonly Holds[] = [
  'armed',
  'unread',
  'marked',
  'unchanged',
  'unset',
  'open',
  'closed',
  'clean',
  'fixes',
];

/** True for a row that Firefox can be given as well: a script alone, and nothing by the author's hand. */
export function suitsFirefox({ author, more, inherent, holds }: Attack): boolean {
  return (
    author === undefined &&
    more !== true &&
    inherent === undefined &&
    holds.every((held) => known.includes(held))
  );
}

/** Asks as a page of the extension does. */
async function ask(harness: FirefoxHarness, expression: string): Promise<unknown> {
  return await harness.welcome.evaluate(expression);
}

/** Takes the own phrase into the extension. */
export async function takeOwnInFirefox(harness: FirefoxHarness): Promise<void> {
  await ask(harness, `browser.runtime.sendMessage(${JSON.stringify({ type: 'own-take', drafts: [own] })})`);
  await ask(harness, `browser.storage.local.set({ 'key-hint': { known: true, shown: 9 } })`);
}

/** What does not hold in Firefox after an attack, in words; null if all does. */
export async function faultInFirefox(harness: FirefoxHarness, attack: Attack): Promise<string | null> {
  const { browser } = harness;
  const page = await browser.newPage();
  const marks = async () => (await page.evaluate(painted)).filter(({ look }) => look !== 'active');
  const marked = () =>
    expect.poll(async () => (await marks()).map((one) => one.text).sort(), wait).toEqual([...faults].sort());
  const model = () => page.evaluate(async () => await window.editorPage.model());
  const openCard = async (words: string) => {
    await marked();
    const mark = (await marks()).find((one) => one.text === words);
    await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0);
    await expect
      .poll(() => cardText(browser, page), wait)
      .toContain(words === fix.words ? fix.button : own.name);
  };
  const verify = async (held: Holds, learned: string, before: unknown): Promise<void> => {
    if (held === 'armed') expect(await page.evaluate('window.armed'), 'armed').toBe(true);
    else if (held === 'unread')
      expect(
        secrets.filter((secret) => learned.includes(secret)),
        'read by the page',
      ).toEqual([]);
    else if (held === 'marked') await marked();
    else if (held === 'unchanged') expect(await model()).toBe(text);
    else if (held === 'unset') expect(await ask(harness, 'browser.storage.local.get()')).toEqual(before);
    else if (held === 'open') expect(await cardText(browser, page)).not.toBeNull();
    else if (held === 'closed') expect(await cardText(browser, page)).toBeNull();
    else if (held === 'clean')
      expect(await page.$eval('#other', (other) => (other as HTMLTextAreaElement).value)).toBe('');
    else {
      const was = await model();
      await page.keyboard.press('Escape');
      await openCard(fix.words);
      await clickCard(browser, page, fix.button);
      await expect.poll(model, wait).toBe(was.replace(fix.words, fix.right));
    }
  };
  try {
    await page.evaluateOnNewDocument(`${tools}\n${attack.before ?? ''}`);
    await page.goto(`${harness.address}/attacked.html?field=${attack.field ?? 'rich'}`);
    await page.bringToFront();
    const before = await ask(harness, 'browser.storage.local.get()');
    await marked();
    if (attack.card !== undefined) await openCard(attack.card);
    const returned = await page.evaluate(`(async () => { ${attack.script ?? ''} })()`);
    const learned = JSON.stringify([returned ?? null, await page.evaluate('window.caught')]);
    for (const held of attack.holds) await verify(held, learned, before);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await page.close();
  }
}
