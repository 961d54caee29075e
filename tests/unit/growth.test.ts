import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { packFindings } from '../../lib/checking/packed-findings.ts';
import { parseDraft } from '../../lib/draft/draft.ts';
import { longestDraft } from '../../lib/draft/longest-draft.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { hostileMixtures, hostileUnits, randomUnit } from './hostile-units.ts';
import { type Growth, grownFaster, StepCounter } from './steps.ts';

/*
 * Every function of lib takes steps in proportion to the text, whatever the text is: twice the text takes no more than
 * twice the steps (and what sorting adds). By day a text is doubled once, which shows what takes the square of it; by night
 * (GROWTH_RUNS random units) it is doubled up to the longest draft, where limits such as 2,000 characters no longer show.
 */

const isNight = process.env.GROWTH_RUNS !== undefined;
const randomRuns = Number(process.env.GROWTH_RUNS ?? 12);
const shortest = longestDraft / 16;
const longest = isNight ? longestDraft : 2 * shortest;
/**
 * An exponent of 1 is growth with the text. Sorting adds 0.08 on the longest draft; on shorter ones limits are reached and
 * series change their form, so that only what comes near the square counts.
 */
const mostGrowth = isNight ? 1.1 : 1.6;
/** What takes fewer steps than two for each character of the longest text cannot hold anybody. */
const fewestSteps = (length: number) => 2 * length;

const counter = new StepCounter();
let run: (text: string) => void;
beforeAll(async () => {
  const { knowledge } = await loadBuiltInKnowledge();
  const segmenter = { isWholeWords: () => true, isWord: () => false, isStray: () => true };
  run = (text) => {
    const checker = createChecker(knowledge);
    const options = { today: '2026-11-20', place: '云溪县', segmenter };
    const { findings } = checker.check(text, options);
    packFindings([findings]);
    checker.timeline(text, options);
    planRepair(parseOutline(parseDraft(text)));
  };
  await counter.start();
  run('一、学习。\n');
});
afterAll(() => counter.stop());

/** What grew faster than the text at the last doubling. */
async function growthOf(unit: string): Promise<Growth[]> {
  let grown: Growth[] = [];
  let before = await counter.stepsOf(() => run(repeated(unit, shortest)));
  for (let length = 2 * shortest; length <= longest; length *= 2) {
    const now = await counter.stepsOf(() => run(repeated(unit, length)));
    grown = grownFaster(before, now, mostGrowth, fewestSteps(length));
    before = now;
  }
  return grown;
}

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

describe('the steps of a check grow no faster than its text', () => {
  it.each(hostileUnits.map((unit) => [unit]))('of %j', async (unit) => {
    expect(await growthOf(unit)).toEqual([]);
  });

  it.each(hostileMixtures.map((unit) => [unit]))('of the mixture %j', async (unit) => {
    expect(await growthOf(unit)).toEqual([]);
  });

  it('of random units', async () => {
    const worst: (Growth & { readonly unit: string })[] = [];
    for (let seed = 0; seed < randomRuns; seed++) {
      const unit = randomUnit(seed);
      for (const one of await growthOf(unit)) worst.push({ ...one, unit });
    }
    worst.sort((a, b) => b.exponent - a.exponent);
    expect(worst.slice(0, 10)).toEqual([]);
  });
});

describe('the counter of steps', () => {
  it('sees what takes the square of the text: in a function of lib, and in native calls', async () => {
    const { overlaps } = await import('../../lib/draft/overlaps.ts');
    const span = { start: 0, end: 1 };
    const squares: readonly ((text: string) => void)[] = [
      (text) => {
        for (let at = 0; at < text.length; at++) for (const _ of text) overlaps(span, span);
      },
      (text) => {
        for (let at = 0; at < text.length; at++) /。/u.test(text.slice(0, at));
      },
      (text) => {
        for (let at = 0; at < text.length; at++) text.includes('。');
      },
    ];
    for (const square of squares) {
      const steps = (length: number) => counter.stepsOf(() => square('学'.repeat(length)));
      const [grown, ...others] = grownFaster(await steps(500), await steps(1_000), mostGrowth, 2_000);
      expect(grown?.exponent).toBeGreaterThan(1.9);
      expect(others).toEqual([]);
    }
  });
});
