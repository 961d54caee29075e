import { describe, expect, it } from 'vitest';
import { compilePacks } from '../../lib/phrases/compile.ts';
import { IndexDamagedError } from '../../lib/phrases/index-format.ts';
import { loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { readPack } from '../../lib/phrases/pack.ts';
import { JoinedArrays, joinArrays } from '../../lib/phrases/spelling/arrays.ts';
import { charactersAt } from '../../lib/phrases/spelling/beside.ts';

describe('arrays in one run of bytes', () => {
  const run = () =>
    joinArrays([Uint8Array.of(1, 2, 3), new Uint16Array(0), Int32Array.of(-7), Uint16Array.of(9)]);

  it('come out as they went in, empty ones and odd lengths too', () => {
    const arrays = new JoinedArrays(run());
    expect([...arrays.next(Uint8Array)]).toEqual([1, 2, 3]);
    expect([...arrays.next(Uint16Array)]).toEqual([]);
    expect([...arrays.next(Int32Array)]).toEqual([-7]);
    expect([...arrays.next(Uint16Array)]).toEqual([9]);
    expect(() => arrays.next(Uint8Array)).toThrow(IndexDamagedError);
  });

  it('are refused where the run was cut short, or is of another kind', () => {
    expect(() => new JoinedArrays(run().slice(0, 6)).next(Uint8Array)).toThrow(IndexDamagedError);
    expect(() => new JoinedArrays(run()).next(Uint16Array)).toThrow(IndexDamagedError);
  });
});

describe('the tables of spellings', () => {
  const packOf = (entries: readonly object[]) => {
    const { pack } = readPack('spelling.yaml', { kind: 'spelling', trueUntil: '2026-10-15', entries });
    if (pack === null) throw new Error('The pack was not taken.');
    return pack;
  };
  const known = (title: string, word: string, attestation: string) => ({
    source: { title },
    attestation,
    alike: ['统同'],
    words: [word],
    pairs: [],
    right: [],
    common: [],
    seen: [],
  });

  it('are there, and know nothing, where no pack has any', () => {
    const { spellingTables, spellings } = loadKnowledge(compilePacks([]));
    expect(spellings).toEqual([]);
    expect(spellingTables.pairs.numberOf(0x7edf, 0x7b79)).toBe(0);
    expect(spellingTables.likeness.isAlike(0x7edf, 0x540c)).toBe(false);
  });

  it('name the source of each word, those without one left out', () => {
    const pack = packOf([
      known('没有出处', '一往无前', 'none'),
      known('甲', '统筹推进', 'A'),
      known('乙', '守正创新', 'A'),
    ]);
    const { spellingTables, spellings } = loadKnowledge(compilePacks([pack]));
    const sourceOf = (head: string) => {
      const { pairs, behind } = spellingTables;
      const number = pairs.numberOf(head.charCodeAt(0), head.charCodeAt(1));
      if (number === 0) return null;
      const place = behind.starts[number - 1] ?? 0;
      return [charactersAt(behind, place), spellings[behind.sources[place] ?? -1]?.source.title];
    };
    expect(sourceOf('一往')).toBeNull();
    expect(sourceOf('统筹')).toEqual(['推进', '甲']);
    expect(sourceOf('守正')).toEqual(['创新', '乙']);
    expect(spellingTables.likeness.isAlike('同'.charCodeAt(0), '统'.charCodeAt(0))).toBe(true);
  });
});
