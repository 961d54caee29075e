import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { diceOf } from '../unit/draft-styles.ts';
import { runsOf } from '../unit/runs.ts';
import { askPage, findingsOf, plantedFaults } from './canvas-view.ts';
import { useHarness, wait } from './fixture.ts';
import { canvasDraft } from './pages/draft-canvas.ts';
import type { Happened } from './pages/draft-canvas-model.ts';

const { runs, seed } = runsOf('CANVAS_RUNS', 60);
const harness = useHarness();
const pages = ['canvas-justified.html', 'canvas-tiles.html'];
/** So many fixes are tried on one copy of the draft. */
const onOne = 12;
/** So long after a fix was asked for the last trouble befalls the page, in ms. */
const latest = 250;
/** Words that stand in the draft once, so that it is plain which of them was meant. */
const faults = plantedFaults.filter(({ words }) => canvasDraft.split(words).length === 2);

async function restore(page: Page, worker: { evaluate(script: string): Promise<unknown> }): Promise<void> {
  await page.waitForTimeout(2 * latest);
  await page.evaluate((draft) => {
    window.canvasPage.scrollTo(0);
    window.canvasPage.foreign(0, String(window.editorPage.model()).length, draft);
    window.canvasPage.happened();
  }, canvasDraft);
  const found = async () => (await findingsOf(worker, page)).findings.length;
  await expect.poll(found, wait).toBeGreaterThan(19);
}

/** What befalls the page while a fix is on its way: its kind, when (ms), and where. */
interface Trouble {
  readonly kind: number;
  readonly after: number;
  readonly at: number;
}

/** Has the page disturbed a few times, each a little later. */
async function disturb(page: Page, troubles: readonly Trouble[]): Promise<void> {
  await page.evaluate((planned) => {
    const { canvasPage, editorPage } = window;
    for (const { kind, after, at } of planned) {
      setTimeout(() => {
        const { length } = String(editorPage.model());
        const place = at % length;
        if (kind === 0) canvasPage.foreign(place, place, '又一句，', false);
        else if (kind === 1) canvasPage.foreign(place, place, '他', true);
        else if (kind === 2) canvasPage.foreign(place, Math.min(length, place + 3), '', at % 2 === 0);
        else if (kind === 3) canvasPage.scrollTo(at % 200);
        else if (kind === 4) canvasPage.redraw();
        else canvasPage.foreign(place, place, '\n', at % 2 === 0);
      }, after);
    }
  }, troubles);
}

/** True if a change replaced exactly the wrong words, which stand in the draft once. */
function isRight({ before, after }: Happened & { is: 'entered' }, { words, right }: Replaced): boolean {
  return before.split(words).length === 2 && after === before.replace(words, right);
}

interface Replaced {
  readonly words: string;
  readonly right: string;
}

describe.each(pages)('%s', (name) => {
  it(`is changed in the right place or not at all, in ${runs / pages.length} fixes amid other changes`, async () => {
    const page = await harness.openTest(name);
    const worker = await harness.worker();
    const random = diceOf(seed + pages.indexOf(name));
    const told = { made: 0, refused: 0, undone: 0 };
    const wrong: string[] = [];
    for (let run = 0; run < runs / pages.length; run++) {
      if (run % onOne === 0) await restore(page, worker);
      const { text, findings } = await findingsOf(worker, page);
      const left = faults.filter(({ words }) => text.split(words).length === 2);
      const fault = left[random(left.length)];
      const finding = findings.find(({ start, end }) => text.slice(start, end) === fault?.words);
      const edits = (finding?.fixes[0]?.edits ?? []).map((edit) => ({ ...edit, reason: '' }));
      if (fault === undefined || finding === undefined || edits.length === 0) continue;
      const before = text.slice(0, finding.start);
      const right = applyEdits(text.slice(0, finding.end), edits).slice(before.length);
      await page.evaluate(() => window.canvasPage.happened());
      const troubles = Array.from({ length: random(4) }, () => ({
        kind: random(6),
        after: random(latest),
        at: random(100_000),
      }));
      await disturb(page, troubles);
      const reply = await askPage(worker, page, { type: 'page-apply', edits, expected: text });
      const happened = await page.evaluate(() => window.canvasPage.happened());
      const entered = happened.flatMap((one) => (one.is === 'entered' ? [one] : []));
      const undone = happened.length - entered.length;
      const isMade = 'ok' in reply;
      const rights = entered.filter((one) => isRight(one, { words: fault.words, right })).length;
      if (
        entered.length > 1 ||
        (isMade && (rights !== 1 || undone !== 0)) ||
        (rights < entered.length && undone === 0)
      )
        wrong.push(`${run}: ${fault.words} ${JSON.stringify({ reply, troubles, happened })}`);
      told[isMade ? 'made' : undone > 0 ? 'undone' : 'refused']++;
    }
    console.info(`${name}, seed ${seed}: ${JSON.stringify(told)}`);
    expect(wrong).toEqual([]);
    // Refusing everything would be right, too, and of no use.
    expect(told.made).toBeGreaterThan((runs / pages.length) * 0.3);
  });
});
