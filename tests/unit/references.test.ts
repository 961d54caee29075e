import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../lib/draft/draft.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { findReferences } from '../../lib/draft/references.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import { numberingReference } from '../../lib/rules/numbering-reference.ts';
import { applied, judgeContext } from './numbering-context.ts';

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
