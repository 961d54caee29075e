import { describe, expect, it } from 'vitest';
import { ignoredKey, withoutIgnored } from '../../lib/checking/ignore.ts';
import type { Finding } from '../../lib/rules/types.ts';

const text = '要加强从严治党。今后也要坚持从严治党。';
const finding = (start: number): Finding => ({
  rule: 'outdated-reference',
  level: 'warning',
  start,
  end: start + 4,
  message: '',
  fixes: [],
});
const [first, second] = [finding(3), finding(14)];

describe('ignoring', () => {
  it('leaves out one place and keeps the same words elsewhere', () => {
    const kept = withoutIgnored([first, second], text, [ignoredKey(first, text, 'here')]);
    expect(kept).toEqual({ shown: [second], ignored: 1 });
  });
  it('survives edits elsewhere in the text', () => {
    const key = ignoredKey(second, text, 'here');
    const later = `同志们：\n${text}`;
    expect(withoutIgnored([finding(19)], later, [key]).shown).toEqual([]);
  });
  it('leaves out the words in the whole draft', () => {
    expect(withoutIgnored([first, second], text, [ignoredKey(first, text, 'draft')])).toEqual({
      shown: [],
      ignored: 2,
    });
  });
  it('never leaves out another rule’s finding', () => {
    const other: Finding = { ...first, rule: 'standard-phrasing' };
    expect(withoutIgnored([other], text, [ignoredKey(first, text, 'draft')]).shown).toEqual([other]);
  });
});
