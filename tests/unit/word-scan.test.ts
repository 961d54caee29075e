import { describe, expect, it } from 'vitest';
import { WordScan } from '../../lib/phrases/word-scan.ts';

describe('the words that a text holds', () => {
  const scan = new WordScan(['主题教育', '教育', '题教', '党史学习教育', '', '教育']);

  it('are found in one another, and each once', () => {
    expect([...scan.wordsIn('主题教育，主题教育')].sort()).toEqual(['主题教育', '教育', '题教'].sort());
    expect([...scan.wordsIn('党史学习教育')].sort()).toEqual(['党史学习教育', '教育'].sort());
  });

  it('are none where none stands', () => {
    expect(scan.wordsIn('主题，教学').size).toBe(0);
    expect(scan.wordsIn('').size).toBe(0);
    expect(new WordScan([]).wordsIn('教育').size).toBe(0);
  });
});
