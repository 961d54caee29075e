import { describe, expect, it } from 'vitest';
import { PairLists, PairTable, pairKey } from '../../lib/phrases/pair-table.ts';
import { Beginnings } from '../../lib/rules/beginnings.ts';

const keyOf = (pair: string) => pairKey(pair.charCodeAt(0), pair.charCodeAt(1));
const words = ['统筹', '责任', '一丁', '龥龥'];
const others = ['筹统', '责统', 'ab', '，。', '\ud840\udc00'];

describe('a table of pairs', () => {
  const table = PairTable.of(new Set(words.map(keyOf)));
  const numberOf = (pair: string) => table.numberOf(pair.charCodeAt(0), pair.charCodeAt(1));

  it('numbers its own in their order, and no others', () => {
    expect(words.map(numberOf)).toEqual([1, 2, 3, 4]);
    expect(others.map(numberOf)).toEqual([0, 0, 0, 0, 0]);
  });

  it('finds each of many, and none beside them', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => [0x4e00 + (i % 173), 0x4e00 + i] as const);
    const large = PairTable.of(new Set(many.map(([first, second]) => pairKey(first, second))));
    for (const [i, [first, second]] of many.entries()) {
      expect(large.numberOf(first, second)).toBe(i + 1);
      expect(large.numberOf(first + 173, second)).toBe(0);
    }
  });

  it('finds nothing when it is empty', () => {
    expect(PairTable.of(new Set()).numberOf(0x4e00, 0x4e01)).toBe(0);
  });
});

describe('lists by two characters', () => {
  const lists = new PairLists(new Map(words.map((word) => [keyOf(word), [word]])));
  const get = (pair: string) => lists.get(pair.charCodeAt(0), pair.charCodeAt(1));

  it('are given for their own two, and for no others', () => {
    for (const word of words) expect(get(word)).toEqual([word]);
    for (const other of others) expect(get(other), other).toBeUndefined();
  });
});

describe('wordings by how they begin', () => {
  const wordings = ['统筹推进', '统筹兼顾', '责任到人'];
  const beginnings = new Beginnings(wordings, (wording) => wording);
  const at = (text: string) =>
    beginnings.at(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2)) ?? [];

  it('are found where their first three letters stand', () => {
    for (const wording of wordings) expect(at(wording)).toContain(wording);
    expect(at('责任到')).toEqual(['责任到人']);
  });

  it('are none where no wording begins with the first two', () => {
    for (const other of ['推进统', '任到人', 'abc']) expect(at(other)).toEqual([]);
  });
});
