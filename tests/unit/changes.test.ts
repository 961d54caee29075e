import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byLine, type Change, originOf, withChange } from '../../lib/draft/changes.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Edit } from '../../lib/draft/types.ts';

const origin = '深入学习贯彻党的十九大精神，增强“两个维护”。';

function made(...steps: readonly (readonly [string, string, string?])[]): readonly Change[] {
  let changes: readonly Change[] = [];
  for (const [old, text, reason] of steps) {
    const now = applyEdits(origin, changes);
    const start = now.indexOf(old);
    expect(start, old).toBeGreaterThanOrEqual(0);
    changes = withChange(origin, changes, { start, end: start + old.length, text }, reason);
  }
  return changes;
}

describe('changes of a text', () => {
  it('keep their places in the text as it came, and their reasons', () => {
    const changes = made(['增强“', '做到“', '搭配'], ['十九大', '二十大', '过时']);
    expect(changes).toEqual([
      { start: 8, end: 10, text: '二十', reasons: ['过时'] },
      { start: 14, end: 16, text: '做到', reasons: ['搭配'] },
    ]);
    expect(applyEdits(origin, changes)).toBe('深入学习贯彻党的二十大精神，做到“两个维护”。');
  });

  it('are none any more when they are taken back', () => {
    expect(made(['十九大', '二十大', '过时'], ['二十大', '十九大'])).toEqual([]);
    expect(made(['贯彻', ''], ['学习', '学习贯彻'])).toEqual([]);
  });

  it('go on where the author goes on writing', () => {
    const changes = made(['精神', '精神要'], ['精神要', '精神要义']);
    expect(changes).toEqual([{ start: 13, end: 13, text: '要义', reasons: [] }]);
  });

  it('lead back from a place in the text as it is now', () => {
    const changes = made(['深入', '要深入'], ['十九大', '二十次代表大会']);
    const now = applyEdits(origin, changes);
    const span = (words: string) => ({ start: now.indexOf(words), end: now.indexOf(words) + words.length });
    const words = ({ start, end }: { start: number; end: number }) => origin.slice(start, end);
    expect(words(originOf(changes, span('学习')))).toBe('学习');
    expect(words(originOf(changes, span('增强')))).toBe('增强');
    expect(words(originOf(changes, span('党的二十次')))).toContain('党的十九');
  });

  it('are parted by lines, but not where a line came or went', () => {
    const text = '一、甲\n三、乙';
    const whole = [{ start: 0, end: 7, text: '一、甲甲\n二、乙', reasons: [] }];
    expect(byLine(text, whole)).toEqual([
      { start: 3, end: 3, text: '甲', reasons: [] },
      { start: 4, end: 5, text: '二', reasons: [] },
    ]);
    expect(byLine(text, [{ start: 3, end: 4, text: '', reasons: [] }])).toBeNull();
  });

  it('always say what the text is now, whatever the edits', () => {
    const words = (most: number) =>
      fc.string({ unit: fc.constantFrom('甲', '乙', '\n', '😀'), maxLength: most });
    const edit = fc.record({ at: fc.nat(40), length: fc.nat(6), text: words(5) });
    fc.assert(
      fc.property(words(30), fc.array(edit, { maxLength: 8 }), (text, edits) => {
        let now = text;
        let changes: readonly Change[] = [];
        for (const { at, length, text: put } of edits) {
          const start = Math.min(at, now.length);
          const one: Edit = { start, end: Math.min(now.length, start + length), text: put };
          changes = withChange(text, changes, one);
          now = applyEdits(now, [one]);
          expect(applyEdits(text, changes)).toBe(now);
          for (const [index, change] of changes.entries())
            expect(change.start).toBeGreaterThanOrEqual(changes[index - 1]?.end ?? 0);
        }
        const parted = byLine(text, changes);
        if (parted !== null) expect(applyEdits(text, parted)).toBe(now);
      }),
      { numRuns: 2_000 },
    );
  });
});
