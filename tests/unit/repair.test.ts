import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../lib/draft/draft.ts';
import { formatNumeral } from '../../lib/draft/numeral-values.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import type { NumberingChange } from '../../lib/draft/types.ts';

const plan = (text: string, target?: { at: number }) => planRepair(parseOutline(parseDraft(text)), target);

function apply(text: string, changes: readonly NumberingChange[]): string {
  return [...changes]
    .reverse()
    .reduce((whole, change) => whole.slice(0, change.start) + change.text + whole.slice(change.end), text);
}

describe('a plan', () => {
  it('changes the smallest spans, with what stood there and its line', () => {
    expect(plan('一、甲\n三、抓好第二件事。\n四，丙')).toEqual([
      { start: 4, end: 5, text: '二', old: '三', line: '三、抓好第二件事' },
      { start: 14, end: 15, text: '三', old: '四', line: '四，丙' },
      { start: 15, end: 16, text: '、', old: '，', line: '四，丙' },
    ]);
  });

  it('is of one series when an offset in it is given', () => {
    const text = '一、甲\n（一）乙\n（三）丙\n三、丁';
    expect(plan(text, { at: text.indexOf('（三）') }).map((change) => change.line)).toEqual(['（三）丙']);
    expect(plan(text, { at: text.indexOf('三、') }).map((change) => change.line)).toEqual(['三、丁']);
    expect(plan(text).map((change) => change.text)).toEqual(['二', '二']);
    expect(plan('同志们：\n一、甲', { at: 0 })).toEqual([]);
  });

  it('makes the announced count follow', () => {
    expect(apply('讲二点意见：\n一、甲\n三、乙\n四、丙', plan('讲二点意见：\n一、甲\n三、乙\n四、丙'))).toBe(
      '讲三点意见：\n一、甲\n二、乙\n三、丙',
    );
  });

  it('keeps numerals that are right in an old form', () => {
    const text = Array.from(
      { length: 22 },
      (_, i) => `${i === 20 ? '廿一' : formatNumeral(i + 1)}、事${i}`,
    ).join('\n');
    expect(plan(text)).toEqual([]);
  });
});
