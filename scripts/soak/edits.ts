import { isMarked, type Model } from './model.ts';
import { fieldOf, type Office, type Tab } from './office.ts';
import type { Edit } from './plan.ts';
import type { Random } from './random.ts';
import { clause, composed, freshDraft, line } from './texts.ts';

/** What an edit is made with. */
export interface Hands {
  readonly office: Office;
  readonly model: Model;
  readonly random: Random;
  readonly tab: Tab;
}

/** Longest time that a card may take to come or to go, in ms. */
const patience = 10_000;

/** Makes an edit in the field that has the focus, by keys alone. Resolves to true if a card applied a fix. */
export async function makeEdit(edit: Edit, hands: Hands): Promise<boolean> {
  hands.tab.edits++;
  return (await makers[edit](hands)) === true;
}

/** Enters a field by the mouse and goes to the end of some line of it. */
export async function enter({ tab, random }: Hands): Promise<void> {
  const { frame, root } = fieldOf(tab);
  await tab.page.bringToFront();
  await frame.locator(root).click({ position: { x: 40, y: 24 } });
  await goToLine(tab, random);
}

async function goToLine({ page }: Tab, random: Random): Promise<void> {
  await page.keyboard.press(random.below(2) === 0 ? 'Control+End' : 'Control+Home');
  await repeat(random.below(4), () => page.keyboard.press('ArrowDown'));
  await page.keyboard.press('End');
}

const makers: Readonly<Record<Edit, (hands: Hands) => Promise<unknown>>> = {
  async type({ tab, random }) {
    await tab.page.keyboard.type(clause(random));
  },
  async line({ tab, random }) {
    await goToLine(tab, random);
    await tab.page.keyboard.press('Enter');
    await tab.page.keyboard.type(line(random));
  },
  async delete({ tab: { page }, random }) {
    await repeat(2 + random.below(10), () => page.keyboard.press('Backspace'));
  },
  async cut({ tab: { page } }) {
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Control+x');
  },
  async paste({ tab, random }) {
    const { page } = tab;
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Control+c');
    await goToLine(tab, random);
    await page.keyboard.press('Control+v');
  },
  async undo({ tab: { page }, random }) {
    await repeat(1 + random.below(2), () => page.keyboard.press('Control+z'));
    if (random.below(3) === 0) await page.keyboard.press('Control+Shift+z');
  },
  fix: fixByCard,
  async compose({ tab: { session }, random }) {
    const [letters, words] = random.pick(composed);
    for (let typed = 1; typed <= letters.length; typed += 2) {
      const text = letters.slice(0, typed);
      await session.send('Input.imeSetComposition', { text, selectionStart: typed, selectionEnd: typed });
    }
    await session.send('Input.insertText', { text: words });
  },
  async rewrite({ tab: { page }, random }) {
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    for (const [at, words] of freshDraft(random).entries()) {
      if (at > 0) await page.keyboard.press('Enter');
      await page.keyboard.type(words);
    }
  },
};

/**
 * Opens the card at the caret by its command, and presses its first button: the first fix, or the preview of a repair and
 * then the repair. Without a finding no card opens.
 */
async function fixByCard({ office, tab }: Hands): Promise<boolean> {
  const { page } = tab;
  if (tab.hidden || !(await hasMarks(office, tab))) return false;
  await office.askTab(tab, { type: 'page-command', command: 'open-card' });
  // Without the focus in the card the key would go into the draft, as with an author.
  if (!(await comesTo(tab, true, 1_000))) return false;
  await page.keyboard.press('Enter');
  if (!(await comesTo(tab, false, 700))) await page.keyboard.press('Enter');
  if (await comesTo(tab, false, 700)) return true;
  await page.keyboard.press('Escape');
  if (!(await comesTo(tab, false, patience))) throw new Error(`The card in ${tab.kind} does not close.`);
  return false;
}

/** Waits a moment for the marks of what was written last. Resolves to whether there are any. */
async function hasMarks(office: Office, tab: Tab): Promise<boolean> {
  for (let tries = 0; tries < 12; tries++) {
    const { field } = await office.askTab(tab, { type: 'page-state' });
    if (field?.check?.findings.some(isMarked) === true) return true;
    await tab.page.waitForTimeout(40);
  }
  return false;
}

/** Waits until a card has the focus, or has it no more. Resolves to whether it came to that in time (ms). */
async function comesTo({ page }: Tab, focused: boolean, time: number): Promise<boolean> {
  const end = Date.now() + time;
  for (;;) {
    // The card stands beside the body.
    const isInCard = await page.evaluate(() => {
      const { activeElement, body, documentElement } = document;
      return activeElement !== body && activeElement?.parentElement === documentElement;
    });
    if (isInCard === focused) return true;
    if (Date.now() > end) return false;
    await page.waitForTimeout(15);
  }
}

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let turn = 0; turn < times; turn++) await work();
}
