import { describe, expect, it } from 'vitest';
import { sameAsBefore } from '../../entrypoints/writing/merge.ts';
import type { Finding } from '../../lib/rules/types.ts';

const text = '县环保局要抓好整改。\n要学习党的十九大精神。\n市工商局牵头。';
const place = (words: string, message = ''): Finding => ({
  rule: 'outdated-reference',
  level: 'error',
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  message,
  fixes: [],
});
const congress = place('党的十九大');

describe('a finding of a new reply', () => {
  it('is the one of before where it says the same of the same words', () => {
    const [same] = sameAsBefore([place('党的十九大')], [place('环保局'), congress]);
    expect(same).toBe(congress);
  });

  it('is another where its fix puts something else', () => {
    const fixed = (put: string): Finding => ({
      ...congress,
      fixes: [{ label: '改', edits: [{ start: congress.start, end: congress.end, text: put }] }],
    });
    const [before, now] = [fixed('党的二十大'), fixed('二十大')];
    expect(sameAsBefore([now], [before])[0]).toBe(now);
    expect(sameAsBefore([fixed('党的二十大')], [before])[0]).toBe(before);
  });

  it('is another where it says something else, or of other words', () => {
    const other = place('党的十九大', '另一句');
    const longer = { ...congress, end: congress.end + 2 };
    expect(sameAsBefore([other], [congress])[0]).toBe(other);
    expect(sameAsBefore([longer], [congress])[0]).toBe(longer);
  });
});
