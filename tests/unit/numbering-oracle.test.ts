import { describe, expect, it } from 'vitest';
import { formatNumeral, parseNumeral } from '../../lib/draft/numeral-values.ts';
import { treat } from './damage-judge.ts';
import { damagedSample } from './damaged-drafts.ts';
import { fewestFaults, isAmong, type Kind, type Mark } from './numbering-oracle.ts';

const chinese = (...values: number[]): Mark[] => values.map((value) => ({ kind: 'chinese', value }));
const read = (text: string): Mark[] =>
  text.split(' ').map((one) => {
    const kinds: Record<string, Kind> = { c: 'chinese', b: 'bracketed', a: 'arabic', i: 'is' };
    return { kind: kinds[one.charAt(0)] ?? 'chinese', value: Number(one.slice(1)) };
  });
const write = (marks: readonly Mark[]) => marks.map(({ kind, value }) => kind.charAt(0) + value).join(' ');

describe('the oracle', () => {
  it.each([
    ['nothing wrong', 'c1 c2 b1 b2 c3 b1 b2', 0, ['c1 c2 b1 b2 c3 b1 b2']],
    ['1. again', 'a1 a2 a1 a2', 0, ['a1 a2 a1 a2']],
    ['a gap', 'c1 c2 c4 c5', 1, ['c1 c2 c3 c4']],
    ['a repeat', 'c1 c2 c2 c3', 1, ['c1 c2 c3 c4']],
    ['two swapped', 'c1 c3 c2 c4', 1, ['c1 c2 c3 c4']],
    ['a fall-back', 'c1 c2 c3 c1 c2', 1, ['c1 c2 c3 c4 c5']],
    ['one wrong number', 'c1 c7 c3 c4', 1, ['c1 c2 c3 c4']],
    ['the first lost', 'c2 c3 c4', 1, ['c1 c2 c3']],
    ['a later beginning', 'c3 c4 c5', 1, ['c1 c2 c3', 'c3 c4 c5']],
    ['a wrong level', 'c1 b1 b2 c3 b4 c2', 1, ['c1 b1 b2 b3 b4 c2']],
    ['a wrong kind', 'c1 c2 i3 c4', 1, ['c1 c2 c3 c4']],
    ['a level nobody can tell', 'c1 c2 b1 c3 b2', 1, ['c1 c2 b1 c3 b1']],
  ])('knows %s', (_, written, faults, repairs) => {
    const reading = fewestFaults(read(written));
    expect(reading?.faults).toBe(faults);
    expect(reading?.repairs.map(write).sort()).toEqual([...repairs].sort());
  });

  it('takes what is doubtful for no ordinal rather than for two faults', () => {
    const written = chinese(1, 2, 7, 3, 4).map((mark) => ({ ...mark, doubtful: mark.value === 7 }));
    expect(fewestFaults(written)).toEqual({ faults: 1, repairs: [chinese(1, 2, 7, 3, 4)] });
  });
});

/** All sequences of the numbers 1 to 4 of a length. */
function sequences(length: number): number[][] {
  if (length === 0) return [[]];
  return sequences(length - 1).flatMap((one) => [1, 2, 3, 4].map((value) => [...one, value]));
}

const headings = ['抓好春耕备耕', '办好群众实事', '守好安全底线', '带好干部队伍', '用好惠企政策'];

describe('all numbers of three to five headings', () => {
  it.each([3, 4, 5])('are put right as one of the readings with the fewest faults has it: %i', (length) => {
    const wrong = sequences(length).flatMap((values) => {
      // 三、四、一、: a piece of a list and another one, or one list with most of it wrong. Nobody can tell.
      if ((values[0] ?? 1) > 2) return [];
      const lines = values.map((value, at) => `${formatNumeral(value)}、${headings[at]}\n要一抓到底。\n`);
      const { repaired } = treat(`同志们：\n${lines.join('')}`);
      const numbers = [...repaired.matchAll(/^([一二三四五六七八九十]+)、/gmu)];
      const repair = chinese(...numbers.map((match) => parseNumeral(match[1] ?? '') ?? 0));
      const reading = fewestFaults(chinese(...values), length);
      if (reading !== null && isAmong(reading, repair)) return [];
      // Where more than half are wrong, nobody knows what was meant: leaving them alone is right too.
      const isHopeless = (reading?.faults ?? length) > length / 2;
      if (isHopeless && repair.every(({ value }, at) => value === values[at])) return [];
      const ought = reading?.repairs.map((one) => one.map(({ value }) => value).join('')).join(' or ');
      return [`${values.join('')} became ${repair.map(({ value }) => value).join('')}, not ${ought}`];
    });
    expect(wrong, `${wrong.length} of ${4 ** length}`).toEqual([]);
  });
});

it('a damaged draft is the same for the same seed', () => {
  const { damaged, right, notes } = damagedSample(7);
  const again = damagedSample(7);
  expect([again.damaged, again.right, again.notes]).toEqual([damaged, right, notes]);
});
