import { describe, expect, it } from 'vitest';
import { matchesOf } from '../../lib/draft/matches.ts';

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
