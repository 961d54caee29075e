import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { characterTable, HitBuffer, scanText } from '../../lib/phrases/automaton.ts';
import { buildAutomaton } from '../../lib/phrases/automaton-build.ts';

function scan(keys: readonly string[], text: string): string[] {
  const automaton = buildAutomaton(keys);
  const hits = new HitBuffer();
  scanText(automaton, characterTable(automaton.alphabet), text, hits);
  const found: string[] = [];
  for (let i = 0; i < hits.count; i++) found.push(`${hits.pairs[i * 2]}@${hits.pairs[i * 2 + 1]}`);
  return found;
}

/** Every key tried at every place. */
function naive(keys: readonly string[], text: string): string[] {
  const found: string[] = [];
  keys.forEach((key, i) => {
    for (let at = 0; at + key.length <= text.length; at++) {
      if (text.startsWith(key, at)) found.push(`${i}@${at + key.length}`);
    }
  });
  return found;
}

const expectSame = (keys: readonly string[], text: string): void => {
  expect(scan(keys, text).sort()).toEqual(naive(keys, text).sort());
};

/** Few different units, so that keys overlap; halves of surrogate pairs among them, and the ends of the range. */
const unit = fc.constantFrom('党', '的', '二', '十', '大', '\ud83d', '\ude00', '\u0000', '\uffff', 'a');
const wording = (min: number, max: number) =>
  fc.array(unit, { minLength: min, maxLength: max }).map((units) => units.join(''));

describe('the automaton', () => {
  test('finds what a naive search finds, in any text', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(wording(1, 6), { minLength: 0, maxLength: 40 }),
        wording(0, 120),
        (keys, text) => expectSame(keys, text),
      ),
      { numRuns: 1_500 },
    );
  });

  test('finds keys over a wide alphabet, where characters of the text are in no key', () => {
    const wide = fc.array(fc.integer({ min: 0x4e00, max: 0x4e40 }), { minLength: 1, maxLength: 4 });
    const keys = fc.uniqueArray(
      wide.map((units) => String.fromCharCode(...units)),
      { minLength: 1, maxLength: 200 },
    );
    const text = fc
      .array(fc.integer({ min: 0x4df0, max: 0x4e50 }), { maxLength: 400 })
      .map((units) => String.fromCharCode(...units));
    fc.assert(fc.property(keys, text, expectSame), { numRuns: 300 });
  });

  test('finds each of many keys in a text that joins them all', () => {
    const keys: string[] = [];
    for (let i = 0; i < 3_000; i++)
      keys.push(String.fromCharCode(0x4e00 + (i % 50), 0x5000 + ((i * 7) % 61), 0x6000 + i));
    const text = keys.join('');
    const found = scan(keys, text);
    expect(found).toEqual(keys.map((_, i) => `${i}@${(i + 1) * 3}`));
  });

  test('gives out all keys that end at one place, the longest first', () => {
    const keys = ['精神', '二十大精神', '党的二十大精神', '神', '十大'];
    expect(scan(keys, '党的二十大精神')).toEqual(['4@5', '2@7', '1@7', '0@7', '3@7']);
  });

  test('holds more hits than the buffer began with', () => {
    expect(scan(['啊'], '啊'.repeat(10_000))).toHaveLength(10_000);
  });

  test('finds nothing without keys', () => {
    expect(scan([], '党的二十大')).toEqual([]);
  });

  test('refuses keys that are empty or repeated', () => {
    expect(() => buildAutomaton(['党', ''])).toThrow(RangeError);
    expect(() => buildAutomaton(['党', '的', '党'])).toThrow(RangeError);
  });
});
