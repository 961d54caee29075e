import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../lib/checking/checker.ts';
import { parseDraft } from '../../lib/draft/draft.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import { headingNumbering } from '../../lib/rules/heading-numbering.ts';
import type { DraftContext, Finding } from '../../lib/rules/types.ts';
import { judgeContext } from './numbering-context.ts';

function check(text: string, complete = true): Finding[] {
  const context: DraftContext = judgeContext(text, complete);
  return headingNumbering.check(context).map((finding) => inLanguage(finding, 'zh'));
}

/** `level words` of each finding. */
function said(...lines: string[]): string[] {
  const text = lines.join('\n');
  return check(text).map(({ level, start, end }) => `${level} ${text.slice(start, end)}`);
}

function apply(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  return [...edits]
    .reverse()
    .reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text);
}

describe('stays silent', () => {
  it.each([
    ['a plain draft', ['一、甲', '（一）乙', '（二）丙', '二、丁', '（一）戊', '（二）己']],
    ['two levels only', ['一、甲', '1.乙', '2.丙', '二、丁', '1.戊', '2.己']],
    ['1. that counts through the draft', ['一、甲', '1.乙', '2.丙', '二、丁', '3.戊', '4.己']],
    [
      '（一） that counts through the draft',
      ['一、甲', '（一）乙', '（二）丙', '二、丁', '（三）戊', '三、己', '（四）庚'],
    ],
    ['一、 that counts through the parts', ['第一部分 甲', '一、乙', '二、丙', '第二部分 丁', '三、戊']],
    ['a second speech', ['一、甲', '二、乙', '同志们：', '一、丙', '二、丁']],
    ['lists that are each introduced', ['主要做法是：', '1.甲', '2.乙', '存在的不足是：', '1.丙', '2.丁']],
    [
      'a new （一） below a title',
      ['（一）甲事已办结。', '（二）乙事已办结。', '存在的不足', '（一）丙事未办。', '（二）丁事未办。'],
    ],
    ['a list under attachments', ['一、甲', '二、乙', '附件：1.任务清单', '2.责任分工']],
    ['an excerpt', ['在全县大会上的讲话（节选）', '二、甲', '三、乙']],
    ['首先 that only greets', ['首先，我代表县委向大家问好！', '一是抓早。', '二是抓小。']],
    ['首先 and 最后', ['首先，感谢各位。', '其次，感谢基层。', '最后，祝大会成功。']],
    ['二是 without 一是', ['要抓好落实，这是第一位的；二是抓好督查；三是抓好问责。']],
    ['第一、 throughout', ['第一、甲事要快办。', '第二、乙事要办好。']],
    [
      'words that are no ordinals',
      ['一、甲', '二、三产业要做优。', '二、乙', '三、四季度要冲刺。', '三、丙', '十一、元旦要值班。'],
    ],
    ['one heading pasted twice', ['一、总结经验成绩', '一、总结经验成绩', '二、找准差距不足']],
    ['ordinals to forty-two', Array.from({ length: 42 }, (_, index) => `${index + 1}.第${index}件事`)],
    [
      'a run above （一） that its body seems to continue',
      ['要把握：一是方向。', '（一）甲', '二是重点。', '（二）乙'],
    ],
    [
      'a speech of which only the end was pasted',
      ['一、甲', '二、乙', '在全县大会上的讲话', '五、丙', '六、丁'],
    ],
    ['an empty draft', ['']],
  ])('on %s', (_, lines) => {
    const text = lines.join('\n');
    expect(said(...lines)).toEqual([]);
    expect(planRepair(parseOutline(parseDraft(text)))).toEqual([]);
  });
});

describe('order', () => {
  it('reports a gap at the ordinal alone, and renumbers from there', () => {
    const text = '一、甲\n二、乙\n四、丙\n五、丁';
    const [finding, ...others] = check(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'heading-numbering', level: 'error', start: 8, end: 10 });
    expect(finding?.message).toContain('“三、”');
    expect(apply(text, finding?.fixes[0]?.edits ?? [])).toBe('一、甲\n二、乙\n三、丙\n四、丁');
  });

  it('offers to leave the announced count as it is', () => {
    const text = '讲四点意见：\n一、甲\n二、乙\n四、丙';
    const [finding] = check(text);
    expect(finding?.fixes.map((fix) => [fix.label, apply(text, fix.edits)])).toEqual([
      ['改正本组序号和所报条数', '讲三点意见：\n一、甲\n二、乙\n三、丙'],
      ['只改本组序号', '讲四点意见：\n一、甲\n二、乙\n三、丙'],
    ]);
  });

  it('offers the line break when the missing heading stands inside the paragraph before', () => {
    const text = '一、甲\n　　要先抓好学习。二、乙事要办。\n　　三、丙';
    const findings = check(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ level: 'warning', message: expect.stringContaining('另起一段') });
    const broken = apply(text, findings[0]?.fixes[0]?.edits ?? []);
    expect(broken).toBe('一、甲\n　　要先抓好学习。\n　　二、乙事要办。\n　　三、丙');
    expect(check(broken)).toEqual([]);
    expect(planRepair(parseOutline(parseDraft(text)))).toEqual([]);
  });

  it.each([
    ['repeat', ['一、甲', '二、乙', '二、丙', '三、丁'], ['error 二、']],
    ['step back', ['一、甲', '二、乙', '一、丙', '四、丁'], ['error 一、']],
    ['two places changed', ['一、甲', '三、乙', '二、丙', '四、丁'], ['error 三、', 'error 二、']],
    [
      '（三） under a new 二、',
      ['一、甲', '（一）乙', '（二）丙', '二、丁', '（三）戊', '三、己', '（一）庚'],
      ['error （三）'],
    ],
    [
      'the same where nothing else tells',
      ['一、甲', '（一）乙', '（二）丙', '二、丁', '（三）戊'],
      ['warning （三）'],
    ],
    ['a restart that nothing introduces', ['一、甲', '二、乙', '一、丙', '二、丁'], ['warning 一、']],
    ['a beginning at 二、', ['二、甲', '三、乙', '四、丙'], ['warning 二、']],
    ['一是 三是', ['要做到：一是快；三是稳；四是准。'], ['error 三是']],
    ['back to 一是, and on', ['要做到：一是快；二是稳；一是准；四是实。'], ['error 一是']],
    ['a gap beside a reference', ['（一）甲', '按照（二）的要求办。', '（三）丙'], ['error （三）']],
    ['a gap beside a rank', ['一、甲', '他得了第二、也很高兴。', '三、丙'], ['error 三、']],
    ['一要 twice', ['一要快。二要稳。二要准。'], ['error 二要']],
    ['第一 第三', ['第一，要快。', '第三，要稳。'], ['error 第三，']],
    ['其一 其三', ['其一，要快。其三，要稳。'], ['warning 其三，']],
    ['① ③', ['①要快', '③要稳'], ['warning ③']],
    ['第一章 第三章', ['第一章 总则', '第三章 附则'], ['warning 第三章']],
    [
      'a repeat after twenty',
      Array.from({ length: 21 }, (_, i) => `${i + (i < 20 ? 1 : 0)}.事${i}`),
      ['warning 20.'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(said(...lines)).toEqual(expected);
  });

  it('leaves （一） alone where the missing 二、 explains that it begins again', () => {
    expect(said('一、甲', '（一）乙', '（二）丙', '（一）丁', '（二）戊', '三、己')).toEqual(['error 三、']);
  });

  it('concludes nothing from what is not seen', () => {
    expect(check('二、甲\n三、乙\n六、丙', false)).toEqual([]);
    expect(planRepair(parseOutline(parseDraft('二、甲\n三、乙\n六、丙', false)))).toEqual([]);
    expect(check('二、甲\n三、乙\n三、丙', false)).toHaveLength(1);
  });

  it('reports 一、 under （一） once, as a warning when that is the habit of the draft', () => {
    const lines = ['（一）甲', '一、乙', '二、丙', '（二）丁', '一、戊', '二、己'];
    expect(said(...lines)).toEqual(['warning 一、']);
    expect(said('（一）甲', '一、乙', '二、丙', '（二）丁')).toEqual(['hint 一、']);
    expect(said('（一）甲', '（二）乙', '一、丙', '二、丁')).toEqual([]);
  });
});

describe('marks', () => {
  it.each([
    ['一，', ['一，甲', '二、乙'], '一、甲\n二、乙'],
    ['一.', ['一、甲', '二.乙', '三、丙'], '一、甲\n二、乙\n三、丙'],
    ['（一）、', ['（一）、甲', '（二）乙'], '（一）甲\n（二）乙'],
    ['（1）.', ['（1）甲', '（2）.乙'], '（1）甲\n（2）乙'],
    ['（一)', ['（一)甲', '（二）乙', '(三）丙'], '（一）甲\n（二）乙\n（三）丙'],
    ['一是，', ['一是，要快。二是，要稳。'], '一是要快。二是要稳。'],
  ])('%s', (_, lines, right) => {
    const text = lines.join('\n');
    const findings = check(text);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every((finding) => finding.level === 'error' && finding.source !== undefined)).toBe(true);
    expect(apply(text, findings[0]?.fixes[0]?.edits ?? [])).toBe(right);
    expect(check(right)).toEqual([]);
  });

  it('unifies 第一、 and 第二， to what most carry, ， where they are equal', () => {
    const text = '第一、甲事快办。\n第二，乙事办好。\n第三，丙事办实。';
    const findings = check(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ level: 'warning', start: 0, end: 3 });
    expect(apply(text, findings[0]?.fixes[0]?.edits ?? [])).toBe(text.replace('第一、', '第一，'));
    expect(said('第一、甲事快办。', '第二，乙事办好。')).toEqual(['warning 第一、']);
    expect(said('第一、甲事快办。', '第二、乙事办好。', '第三，丙事办实。')).toEqual(['warning 第三，']);
  });

  it('only hints at 1、 among 1.', () => {
    expect(said('1.甲', '2、乙', '3.丙')).toEqual(['hint 2、']);
  });

  it('reads （一） in half-width brackets as right, but not where the rest are wide', () => {
    expect(said('(一)甲', '(二)乙')).toEqual([]);
    expect(said('（一）甲', '(二)乙', '（三）丙')).toEqual(['warning (二)']);
    expect(said('(一)甲', '(二)乙', '（三）丙')).toEqual(['warning （三）']);
  });
});

describe('kinds', () => {
  it('reports 第三 after 首先 and 其次, and makes it 再次', () => {
    const text = '首先，要快。\n其次，要稳。\n第三，要准。';
    const [finding] = check(text);
    expect(finding).toMatchObject({ level: 'warning', start: 14, end: 17 });
    expect(apply(text, finding?.fixes[0]?.edits ?? [])).toBe('首先，要快。\n其次，要稳。\n再次，要准。');
  });

  it('takes 第三 behind 首先 and 其次 for theirs where they stand in 第四, and leaves 第四 alone', () => {
    const lines = [
      '第一，甲。',
      '第二，乙。',
      '第三，丙。',
      '第四，丁。首先，要快。其次，要稳。第三，要准。',
    ];
    expect(said(...lines)).toEqual(['warning 第三，']);
    const text = lines.join('\n');
    expect(apply(text, check(text)[0]?.fixes[0]?.edits ?? [])).toBe(text.replace('第三，要准', '再次，要准'));
  });
  it('lets 第二 behind 首先 and 其次 go on with the 第一 around them', () => {
    expect(said('第一，要快：首先甲，其次乙。第二，要稳。第三，要准。')).toEqual([]);
  });
  it('makes 首先 第一 where numbers follow', () => {
    const text = '首先要快。第二，要稳。第三，要准。';
    const [finding] = check(text);
    expect(apply(text, finding?.fixes[0]?.edits ?? [])).toBe('第一，要快。第二，要稳。第三，要准。');
  });

  it('reports 二要 after 一是', () => {
    expect(said('一是要快。二要稳。三是要准。')).toEqual(['warning 二要']);
    expect(said('一是要快：一要早，二要细。二是要稳。')).toEqual([]);
  });
});
