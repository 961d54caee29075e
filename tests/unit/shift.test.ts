import { describe, expect, it } from 'vitest';
import { shiftFindings } from '../../entrypoints/writing/shift.ts';
import { difference } from '../../lib/draft/text-edits.ts';
import type { Finding } from '../../lib/rules/types.ts';

const before = '要学习党的十九大精神。\n四、加强领导';
const place = (words: string, edits: Finding['fixes'][number]['edits'] = []): Finding => ({
  rule: 'outdated-reference',
  level: 'error',
  start: before.indexOf(words),
  end: before.indexOf(words) + words.length,
  message: '',
  fixes: [{ label: '改', edits }],
});
const findings = [place('党的十九大'), place('四、', [{ start: 12, end: 13, text: '三' }])];
const wordsAfter = (now: string) =>
  shiftFindings(findings, difference(before, now)).map(({ start, end }) => now.slice(start, end));

describe('findings, when the text changes before they are painted', () => {
  it('keep to their words', () => {
    expect(wordsAfter(`同志们：\n${before}`)).toEqual(['党的十九大', '四、']);
    expect(wordsAfter(before.replace('精神', '的精神'))).toEqual(['党的十九大', '四、']);
    expect(wordsAfter(`${before}。`)).toEqual(['党的十九大', '四、']);
  });

  it('go when their words change', () => {
    expect(wordsAfter(before.replace('十九', '二十'))).toEqual(['四、']);
    expect(wordsAfter('')).toEqual([]);
  });

  it('keep the edits of their fixes in place, and lose a fix that the change reaches into', () => {
    const [, moved] = shiftFindings(findings, difference(before, `同志们：\n${before}`));
    expect(moved?.fixes[0]?.edits).toEqual([{ start: 17, end: 18, text: '三' }]);
    const far = [{ ...place('四、'), fixes: [{ label: '改', edits: [{ start: 1, end: 3, text: '领会' }] }] }];
    const [kept] = shiftFindings(far, difference(before, before.replace('学习', '学')));
    expect(kept?.fixes).toEqual([]);
  });
});
