import { describe, expect, test } from 'vitest';
import { compilePacks } from '../../lib/phrases/compile.ts';
import {
  FORMAT,
  IndexDamagedError,
  isThisFormat,
  openSections,
  packSections,
  stampOf,
} from '../../lib/phrases/index-format.ts';
import { loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { samplePacks } from './phrase-packs.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const smallIndex = () =>
  packSections({
    meta: bytes(1),
    alphabet: Uint16Array.of(2, 3, 4),
    nodes: Int32Array.of(-5, 6),
    keyLength: new Uint16Array(0),
    keySuffix: Int32Array.of(7),
    keyPatterns: Int32Array.of(0, 0),
    patterns: new Int32Array(0),
    content: bytes(8, 9, 10, 11, 12),
    spelling: bytes(14),
    search: bytes(13),
  });

describe('the index format', () => {
  test('gives back every section as it was', () => {
    const sections = openSections(smallIndex());
    expect([...sections.meta]).toEqual([1]);
    expect([...new Uint16Array(sections.alphabet.buffer, sections.alphabet.byteOffset, 3)]).toEqual([
      2, 3, 4,
    ]);
    expect([...new Int32Array(sections.nodes.buffer, sections.nodes.byteOffset, 2)]).toEqual([-5, 6]);
    expect([...sections.content]).toEqual([8, 9, 10, 11, 12]);
    expect(sections.keyLength.byteLength).toBe(0);
  });

  test('copies nothing', () => {
    const buffer = smallIndex();
    expect(openSections(buffer).nodes.buffer).toBe(buffer);
  });

  test('sees every single flipped bit', () => {
    const buffer = smallIndex();
    const view = new Uint8Array(buffer);
    for (let bit = 0; bit < view.length * 8; bit++) {
      const flip = () => {
        view[bit >> 3] = (view[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      };
      flip();
      expect(() => openSections(buffer), `bit ${bit}`).toThrow(IndexDamagedError);
      flip();
    }
    expect(() => openSections(buffer)).not.toThrow();
  });

  test('sees an index cut short at any byte, and one with more behind it', () => {
    const buffer = smallIndex();
    for (let length = 0; length < buffer.byteLength; length++) {
      expect(() => openSections(buffer.slice(0, length)), `${length} bytes`).toThrow(IndexDamagedError);
    }
    const longer = new Uint8Array(buffer.byteLength + 4);
    longer.set(new Uint8Array(buffer));
    expect(() => openSections(longer.buffer)).toThrow(IndexDamagedError);
  });

  test('sees two words that changed places, and a stretch of zeros', () => {
    const blob = compilePacks(samplePacks());
    const swapped = new Uint32Array(blob.slice(0));
    const last = swapped.length - 1;
    const first = swapped.findIndex((word, i) => i > 40 && word !== swapped[last]);
    [swapped[first], swapped[last]] = [swapped[last] ?? 0, swapped[first] ?? 0];
    expect(() => loadKnowledge(swapped.buffer)).toThrow(IndexDamagedError);
    const zeroed = new Uint8Array(blob.slice(0));
    zeroed.fill(0, 500, 900);
    expect(() => loadKnowledge(zeroed.buffer)).toThrow(IndexDamagedError);
  });

  test('knows another format by its head', () => {
    const buffer = smallIndex();
    expect(isThisFormat(buffer)).toBe(true);
    new Uint32Array(buffer)[1] = FORMAT + 1;
    expect(isThisFormat(buffer)).toBe(false);
    expect(isThisFormat(new ArrayBuffer(4))).toBe(false);
  });

  test('has one stamp for one content', () => {
    const stamp = stampOf(compilePacks(samplePacks()));
    expect(stamp).toMatch(/^[0-9a-f]{16}$/);
    expect(stampOf(compilePacks(samplePacks()))).toBe(stamp);
    expect(stampOf(compilePacks(samplePacks().slice(1)))).not.toBe(stamp);
  });
});
