import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, treat, type Verdict } from './damage-judge.ts';
import { damagedDrafts, rightDrafts, type Sample } from './damaged-drafts.ts';
import { damages } from './damages.ts';
import { runsOf } from './runs.ts';

const { runs: numRuns, seed } = runsOf('NUMBERING_RUNS', 1_000);
/** So many of the damaged drafts must become what they ought to be. */
const wanted = 0.99;
/** So many of those that do not are shown, of each kind of fault. */
const shown = 2;

interface Judged {
  readonly sample: Sample;
  readonly verdict: Verdict;
}

let known: readonly Judged[] | null = null;

/** The damaged drafts with what became of them, judged once. */
function judged(): readonly Judged[] {
  known ??= fc.sample(damagedDrafts, { seed, numRuns }).map((sample) => ({ sample, verdict: judge(sample) }));
  return known;
}

/** What went wrong with a draft, short enough to read many. */
function told({ sample, verdict }: Judged): string {
  const { notes, damaged } = sample;
  const { miss, before, after, difference } = verdict;
  return `seed ${sample.seed}: ${notes.join('; ')}: ${miss}, wrong ${before} → ${after}\n${difference}\n${damaged}`;
}

/** How many were missed of each kind of fault, with the first of them. */
function grouped(all: readonly Judged[]): string {
  return damages
    .flatMap((kind) => {
      const ones = all.filter(({ sample }) => sample.faults.includes(kind));
      const missed = ones.filter(({ verdict }) => verdict.miss !== null);
      if (missed.length === 0) return [];
      // Those with one fault alone are the easiest to read.
      const first = [...missed].sort((a, b) => a.sample.faults.length - b.sample.faults.length);
      const texts = first.slice(0, shown).map(told);
      return [`── ${kind}: ${missed.length} of ${ones.length} missed\n${texts.join('\n')}`];
    })
    .join('\n');
}

describe(`${numRuns} generated drafts (SEED=${seed})`, () => {
  it('are left alone where they are right', () => {
    fc.assert(
      fc.property(rightDrafts, (text) => {
        const { found, changes } = treat(text);
        expect(found, text).toEqual([]);
        expect(changes, text).toBe(0);
      }),
      { seed, numRuns },
    );
  });

  it('are found and put right where they are damaged', () => {
    const hits = judged().filter(({ verdict }) => verdict.miss === null).length;
    const rate = hits / numRuns;
    const all = `${hits} of ${numRuns} are right`;
    expect(rate, rate < wanted ? `${all}\n${grouped(judged())}` : all).toBeGreaterThanOrEqual(wanted);
  });

  it('lose nothing but ordinals, counts and references', () => {
    const changed = judged().filter(({ verdict }) => !verdict.rest);
    expect(changed.slice(0, 3).map(told)).toEqual([]);
  });

  // Where several faults happen to explain each other, the cheapest reading may be another one than what was done.
  it('are hardly ever worse for it: two of a thousand at most', () => {
    const worse = judged().filter(({ verdict }) => verdict.after > verdict.before);
    const all = `${worse.length} of ${numRuns} are worse\n${worse.slice(0, 3).map(told).join('\n')}`;
    expect(worse.length, all).toBeLessThanOrEqual(numRuns / 500);
  });
});
