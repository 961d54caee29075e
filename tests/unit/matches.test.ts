import { describe, expect, it } from 'vitest';
import { matchesBefore, matchesOf } from '../../lib/draft/matches.ts';

/** What the language itself finds, with places. */
function native(text: string, pattern: RegExp) {
  return [...text.matchAll(pattern)].map((match) => [match.index, ...match]);
}

const texts = ['', '十三五、十四五', '“十四五”时期', '𠮷十四五𠮷', 'aaa'];
const patterns = [/十([三四])五/gu, /[“”]/gu, /(?:)/gu, /a*/gu, /(?=𠮷)/gu, /十/gu];

describe('the matches of a text', () => {
  it.each(patterns)('are those that the language finds: %s', (pattern) => {
    for (const text of texts)
      expect(
        matchesOf(text, pattern).map((match) => [match.index, ...match]),
        text,
      ).toEqual(native(text, pattern));
  });

  it('are found anew each time, wherever the last search of the pattern ended', () => {
    const pattern = /五/gu;
    pattern.lastIndex = 3;
    expect(matchesOf('十三五', pattern)).toHaveLength(1);
    expect(matchesOf('十三五', pattern)).toHaveLength(1);
  });
});

describe('the matches before some words', () => {
  const source = '(\\d{1,3}|[一二三]{1,4})[ ]?(?:周年|周?岁)';
  const everywhere = new RegExp(source, 'gu');
  const sticky = new RegExp(source, 'uy');

  it.each([
    '',
    '岁岁年年，周年',
    '建党105周年、建军 99 周年',
    '一二三一周年，12345周岁，三岁二岁1岁',
    '1 周岁2周年3岁',
    '𠮷三𠮷岁一岁',
  ])('are those that the language finds: %s', (text) => {
    const found = matchesBefore(text, sticky, ['周年', '岁'], 6);
    expect(found.map((match) => [match.index, ...match])).toEqual(native(text, everywhere));
  });

  it('are looked for with a sticky pattern alone', () => {
    expect(() => matchesBefore('一岁', everywhere, ['岁'], 6)).toThrow(TypeError);
  });
});
