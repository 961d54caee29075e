import { describe, expect, it } from 'vitest';
import { backCountsOf, findBackCounts, rightBackCount } from '../../lib/draft/back-counts.ts';
import { parseDraft } from '../../lib/draft/draft.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { findReferences } from '../../lib/draft/references.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import { numberingReference } from '../../lib/rules/numbering-reference.ts';
import { applied, judgeContext } from './numbering-context.ts';
import { plainPasses } from './plain-passes.ts';

const outlineOf = (...lines: string[]) => parseOutline(parseDraft(lines.join('\n')));
/** `phrase:kind of the list` of each reference. */
const read = (...lines: string[]) => {
  const outline = outlineOf(...lines);
  return findReferences(outline).map(
    ({ phrase, series }) => `${outline.draft.text.slice(phrase.start, phrase.end)}:${series?.kind ?? ''}`,
  );
};
const repaired = (...lines: string[]) => {
  const outline = outlineOf(...lines);
  return applied(outline.draft.text, planRepair(outline));
};

describe('references to the draft’s own numbering', () => {
  it('are read with their cue alone', () => {
    expect(read('一、甲', '二、乙', '如前述第二点，见第一部分，上述第二条意见。')).toEqual([
      '第二点:chinese',
      '第一部分:chinese',
      '第二条意见:chinese',
    ]);
    expect(read('一、甲', '二、乙', '第二点很要紧。《条例》第二条、可见第二产业、上述办法第二条。')).toEqual(
      [],
    );
  });

  it('mean no list where two could be meant', () => {
    expect(read('一、甲', '二、乙', '一是快，二是稳。前述第二点要紧。')).toEqual(['第二点:']);
    expect(
      read('一、甲', '（一）乙', '（二）丙', '二、丁', '（一）戊', '（二）己', '见第（二）项。'),
    ).toEqual(['第（二）项:chinese-bracketed']);
  });

  it('follow their item when it is renumbered', () => {
    expect(repaired('一、甲', '二、乙', '四、丙', '前述第四点要紧，前述第二点次之。')).toBe(
      '一、甲\n二、乙\n三、丙\n前述第三点要紧，前述第二点次之。',
    );
    expect(repaired('一、甲', '（一）乙', '（三）丙', '要按上述第（三）项办。', '二、丁')).toBe(
      '一、甲\n（一）乙\n（二）丙\n要按上述第（二）项办。\n二、丁',
    );
  });

  it('mean the only list that has an item of their number', () => {
    expect(repaired('一、甲', '二、乙', '1.丙', '2.丁', '四、戊', '前述第四点要紧，前述第二点次之。')).toBe(
      '一、甲\n二、乙\n1.丙\n2.丁\n三、戊\n前述第三点要紧，前述第二点次之。',
    );
  });

  it('stay where several items carry their number', () => {
    expect(repaired('一、甲', '二、乙', '二、丙', '三、丁', '前述第二点、前述第三点都要紧。')).toBe(
      '一、甲\n二、乙\n三、丙\n四、丁\n前述第二点、前述第四点都要紧。',
    );
  });

  it('are told apart in the plan', () => {
    const plan = planRepair(outlineOf('讲四点意见：', '一、甲', '二、乙', '四、丙', '前述第四点要紧。'));
    expect(plan.map(({ about, old, text }) => [about, old, text])).toEqual([
      ['count', '四', '三'],
      [undefined, '四', '三'],
      ['reference', '四', '三'],
    ]);
  });

  it('are pointed out where nothing carries their number, by 见 only as a hint', () => {
    const found = numberingReference.check(judgeContext('一、甲\n二、乙\n见第三部分。前述第五点也是。'));
    expect(found.map(({ level, start, end }) => [level, end - start])).toEqual([
      ['hint', 4],
      ['warning', 3],
    ]);
    expect(numberingReference.check(judgeContext('一、甲\n二、乙\n前述第五点。', false))).toEqual([]);
    expect(numberingReference.check(judgeContext('一、甲\n三、乙\n前述第五点。'))).toEqual([]);
  });
});

/** `words→label of each fix` of each finding. */
const said = (text: string): string[] =>
  numberingReference
    .check(judgeContext(text))
    .map(({ start, end, fixes }) =>
      [text.slice(start, end), ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.text))].join('→'),
    );

describe('an item that no list before has, however many there are', () => {
  it.each([
    [
      '一、抓好春耕\n（一）备足种子\n（二）修好水渠\n二、抓好防汛\n三、抓好培训\n上述第五点，农业站先行一步。',
      '第五点',
    ],
    ['一、抓学习\n1. 读原文\n2. 记笔记\n3. 谈体会\n二、抓作风\n刚才讲的第四点，会后再研究。', '第四点'],
    [
      '一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊\n（二）己\n前述第（三）部分的问题，逐条整改。',
      '第（三）部分',
    ],
  ])('is pointed out: %j', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it.each([
    // Another list has it, of whatever kind.
    '一、抓好春耕\n（一）备足种子\n（二）修好水渠\n（三）管好农机\n二、抓好防汛\n上述第三点，农业站先行一步。',
    '一、甲\n1.子\n2.丑\n3.寅\n4.卯\n二、乙\n前述第四点要紧。',
    // One of the lists is broken.
    '一、甲\n三、乙\n（一）丙\n（二）丁\n前述第五点要紧。',
    // Five points were announced that carry no ordinals.
    '一、甲\n二、乙\n讲五点要求。抓早。抓小。抓实。抓好。抓准。\n前述第五点要紧。',
    // A run far away.
    '要做到两点：一是快，二是稳。\n各单位作了准备。\n再说项目。\n前面讲的第四点，涉及各个部门。',
  ])('is not said of %j', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('is looked for once for each of thousands of references', () => {
    const text = `${'一、学\n二、学\n同志们：\n'.repeat(1000)}${'前述第三点'.repeat(50_000)}`;
    expect(said(text)).toHaveLength(50_000);
    expect(plainPasses(text, () => said(text), 15_000)).toBeLessThan(15_000);
  });
});

describe('a count that looks back', () => {
  it.each([
    ['（一）清河。\n（二）固堤。\n（三）备沙。\n（四）值守。\n上述三条措施，请对照执行。', '三条措施→四'],
    ['第一，要学深。\n第二，要想细。\n第三，要做实。\n以上四点，与大家共勉。', '四点→三'],
    ['一是常去走走，二是坐下听听，三是沉心想想，四是放手干干。上述五个方面，缺一不可。', '五个方面→四'],
    ['1. 算清账。\n2. 管好人。\n3. 办实事。\n\n前面讲的4点，就是一个“实”字。', '4点→3'],
    ['（一）甲\n（二）乙\n（三）丙\n以上就是我汇报的四点，请批评指正。', '四点→三'],
    ['一是水不够，二是路不通，三是电不稳。对以上两个问题，要逐一解决。', '两个问题→三'],
    // Further down in the section of the last item, where the paragraph begins with it.
    ['一、学习\n二、作风\n作风要实。\n还要抓好队伍。\n以上三点意见，请大家讨论。', '三点→两'],
    // Two lists end here: which one is meant, only the author knows.
    ['一、甲\n二、乙\n（一）丙\n（二）丁\n（三）戊\n以上五点，供参考。', '五点'],
  ])('is pointed out: %j', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it.each([
    '第一，要学深。\n第二，要想细。\n以上两点，与大家共勉。以上几点，供参考。',
    '一、看成绩\n二、找差距\n以上一点，请务必记住。',
    // Nothing is numbered, or something else is counted.
    '今年产值、税收、就业都有增长。以上三项指标，均居前列。',
    '一、学习\n二、作风\n三、纪律\n会议研究了产业、人才、资金、土地。\n以上四个方面，请抓好。',
    '一、学习\n二、作风\n三、纪律\n上述四个部门要抓紧。上述四项指标要完成。',
    '一是北组，二是南组，三是东组。65岁以上四个方面的人。三分之二以上四个组到了。',
    // Someone else said it.
    '一、甲\n二、乙\n三、丙\n张书记前面讲的四点，我都赞成。',
    // One more was said in other words, or was announced without ordinals.
    '一、甲\n二、乙\n三、丙\n最后，祝大家顺利。\n以上四点，供参考。',
    '首先，抓早。其次，抓小。以上三点，供参考。',
    '讲四点意见。学习。作风。督查。宣传。\n一是快，二是稳，三是准。以上四点意见，请落实。',
    // Just so many are in an inner list, or so far in a list that goes on.
    '一、甲\n一是快，二是稳，三是准。\n二、乙\n以上三点，供参考。',
    '一、甲\n（一）丁\n（二）戊\n（三）己\n二、乙\n以上两点说完了。\n三、丙',
    // Its list is broken, which is said there.
    '一、甲\n二、乙\n四、丙\n以上五点，供参考。',
    '一、甲\n二、乙\n第一，摸底。\n上述第三产业三个问题。',
  ])('is right, or may be: %j', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('is not judged in a draft that is seen in part', () => {
    expect(numberingReference.check(judgeContext('一、甲\n二、乙\n以上三点。', false))).toEqual([]);
  });

  it('follows its list where it says the last number, or the count announced', () => {
    const right = (...lines: string[]) => {
      const outline = outlineOf(...lines);
      return findBackCounts(outline).map((count) => rightBackCount(outline, count));
    };
    expect(right('一、甲', '二、乙', '四、丙', '以上四点要紧。')).toEqual(['三']);
    expect(right('讲4点意见：', '一、甲', '二、乙', '三、丙', '以上4点要紧。')).toEqual(['3']);
    expect(right('一、甲', '二、乙', '三、丙', '以上五点要紧。以上三点要紧。')).toEqual(['五', '三']);
    // Another list has four.
    expect(right('一是甲，二是乙，三是丙，四是丁。', '一、甲', '二、乙', '四、丙', '以上四点要紧。')).toEqual(
      ['四'],
    );
  });

  it('is found by its list', () => {
    const outline = outlineOf('一、甲', '二、乙', '以上两点，上述二个方面，以上四点。');
    const [series] = outline.series;
    expect(series === undefined ? [] : backCountsOf(outline, series).map(({ value }) => value)).toEqual([2]);
  });
});
