import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../lib/draft/draft.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import { announcedCount } from '../../lib/rules/announced-count.ts';
import { headingNumbering } from '../../lib/rules/heading-numbering.ts';
import { numberingReference } from '../../lib/rules/numbering-reference.ts';
import { applied, judgeContext } from './numbering-context.ts';
import { type Damage, damage, damages, diceOf, sampleOf, write } from './numbering-drafts.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const plan = (text: string) => planRepair(parseOutline(parseDraft(text)));

function found(text: string): string[] {
  const context = judgeContext(text);
  return [headingNumbering, announcedCount, numberingReference].flatMap((rule) =>
    rule.check(context).map(({ message }) => message.zh),
  );
}

/** Damages a draft, repairs it, and compares it with the draft as it ought to be, character by character. */
function isRepaired(number: number, kinds: readonly Damage[]): void {
  const dice = diceOf(number);
  const sample = sampleOf(dice);
  const before = { ...sample, list: { ...sample.list, items: [...sample.list.items] } };
  fc.pre(kinds.every((kind) => damage(sample, kind, dice)));
  const damaged = write(sample, false, before);
  const wanted = write(sample, true);
  fc.pre(damaged !== wanted);
  expect(found(damaged), damaged).not.toEqual([]);
  const changes = plan(damaged);
  const repaired = applied(damaged, changes);
  expect(repaired, damaged).toBe(wanted);
  expect(plan(repaired), repaired).toEqual([]);
  expect(found(repaired), repaired).toEqual([]);
}

describe(`ten thousand generated drafts (SEED=${seed})`, () => {
  it('are left alone where they are right', () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        const text = write(sampleOf(diceOf(number)), true);
        expect(found(text), text).toEqual([]);
        expect(plan(text), text).toEqual([]);
      }),
      { seed, numRuns: 3_000 },
    );
  });

  it.each(damages)('are as before after: %s', (kind) => {
    fc.assert(
      fc.property(fc.integer(), (number) => isRepaired(number, [kind])),
      { seed, numRuns: 1_500, maxSkipsPerRun: 50 },
    );
  });

  it('are as before after two of these, in two lists', () => {
    // Where 二、 is lost, （一） beginning again is explained by that: restarts are damaged alone.
    const one = fc.constantFrom<Damage>('delete', 'duplicate', 'swap', 'marks');
    const two = fc.tuple(one, one);
    fc.assert(
      fc.property(fc.integer(), two, (number, kinds) => isRepaired(number, kinds)),
      { seed, numRuns: 1_500, maxSkipsPerRun: 50 },
    );
  });
});
