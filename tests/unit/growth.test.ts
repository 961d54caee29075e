import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestDraft } from '../../lib/draft/longest-draft.ts';
import { hostileMixtures, hostileUnits, randomUnit } from './hostile-units.ts';
import { type Growth, grownFaster, StepCounter } from './steps.ts';

/*
 * Every function of lib takes steps in proportion to the text, whatever the text is: twice the text takes no more than
 * twice the steps (and what sorting adds). By day a sixth of the texts is doubled twice, from 3,125 characters on, which
 * shows what takes the square of them. By night (GROWTH_RUNS random units) all are, from 12,500 characters on, where limits
 * such as 2,000 characters no longer show. Steps are slow to count: the longest draft would take minutes for each unit.
 */

const isNight = process.env.GROWTH_RUNS !== undefined;
const randomRuns = Number(process.env.GROWTH_RUNS ?? 3);
const ofRun = (units: readonly string[]) =>
  units.filter((_, at) => isNight || at % 6 === 0).map((unit) => [unit]);
const shortest = isNight ? longestDraft / 16 : longestDraft / 64;
/**
 * An exponent of 1 is growth with the text, and sorting adds 0.1. On short texts limits are reached and series change their
 * form, so that only what comes near the square counts.
 */
const mostGrowth = isNight ? 1.1 : 1.6;
/** What takes fewer steps than two for each character of the longest text cannot hold anybody. */
const fewestSteps = (length: number) => 2 * length;

const counter = new StepCounter();
let run: (text: string) => void;
beforeAll(async () => {
  // First of all: only of functions that are compiled from now on are the blocks counted.
  await counter.start();
  const { loadBuiltInKnowledge } = await import('../../scripts/load-knowledge.ts');
  const { createChecker } = await import('../../lib/checking/checker.ts');
  const { packFindings } = await import('../../lib/checking/packed-findings.ts');
  const { parseDraft } = await import('../../lib/draft/draft.ts');
  const { parseOutline } = await import('../../lib/draft/outline.ts');
  const { planRepair } = await import('../../lib/draft/repair.ts');
  const { knowledge } = await loadBuiltInKnowledge();
  const segmenter = {
    isWholeWords: () => true,
    isWord: () => false,
    isStray: () => true,
    wordAt: (_: string, at: number) => ({ start: at, end: at + 1 }),
  };
  run = (text) => {
    const checker = createChecker(knowledge);
    const options = { today: '2026-11-20', place: '云溪县', segmenter };
    const { findings } = checker.check(text, options);
    packFindings([findings]);
    checker.timeline(text, options);
    planRepair(parseOutline(parseDraft(text)));
  };
  run('一、学习。\n');
});
afterAll(() => counter.stop());

/** What grew faster than the text at both doublings: at one alone, a limit was reached or a series changed its form. */
async function growthOf(unit: string): Promise<Growth[]> {
  const stepsAt = (length: number) => counter.stepsOf(() => run(repeated(unit, length)));
  const [first, second, third] = [
    await stepsAt(shortest),
    await stepsAt(2 * shortest),
    await stepsAt(4 * shortest),
  ];
  const before = new Set(grownFaster(first, second, mostGrowth, 0).map(({ name }) => name));
  return grownFaster(second, third, mostGrowth, fewestSteps(4 * shortest)).filter(({ name }) =>
    before.has(name),
  );
}

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

describe('the steps of a check grow no faster than its text', () => {
  it.each(ofRun(hostileUnits))('of %j', async (unit) => {
    expect(await growthOf(unit)).toEqual([]);
  });

  it.each(ofRun(hostileMixtures))('of the mixture %j', async (unit) => {
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
