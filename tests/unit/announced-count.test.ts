import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../lib/checker.ts';
import { announcedCount } from '../../lib/rules/announced-count.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { judgeContext } from './numbering-context.ts';

function check(text: string, complete = true): Finding[] {
  return announcedCount.check(judgeContext(text, complete)).map((finding) => inLanguage(finding, 'zh'));
}

/** `words→label of each fix` of each finding. */
function said(text: string): string[] {
  return check(text).map(({ start, end, fixes }) =>
    [text.slice(start, end), ...fixes.map((fix) => fix.label)].join('→'),
  );
}

describe('stays silent', () => {
  it.each([
    '下面，我讲三点意见：\n一、甲\n二、乙\n三、丙',
    '下面，我讲两点意见。\n一、甲\n（一）乙\n（二）丙\n二、丁',
    '提三点要求：一要快；二要稳；三要准。\n一、甲\n二、乙',
    '重点抓好以下两个方面工作。第一，抓早。第二，抓小。',
    '我讲几点意见：\n一、甲\n二、乙',
    '就此强调3点：一是快；二是稳；三是准。',
    // Numbers that announce nothing.
    '我们从五个方面发力，成效明显。一是产业旺了；二是环境美了。',
    '今年办成了十件实事。一是修路；二是架桥。',
    '要牢记“三个代表”重要思想，做到“两个维护”。\n一、甲\n二、乙\n三、丙',
    '会议讲了五点意见，我完全赞成。一是学；二是干。',
    '要从源头和末端两方面采取有力措施。一要早；二要严；三要实。',
    '第三点：一是快；二是稳。',
    '下午二点，会议开始。\n一、甲\n二、乙',
    '昨天十二点：一是快；二是稳。',
    '刚才第二个方面讲得好，三十二个方面都要抓。',
    // Something stands between the number and the list.
    '我讲三点意见。\n先说一件事。\n一、甲\n二、乙',
    // The last one is said in other words, or its heading lost its line break.
    '强调三点：一是快；二是稳。最后，祝大家顺利。',
    '讲三点意见：\n一、甲\n要学好。\n二、乙\n要干好。三、丙\n要管好。',
    // The gap is said where it is.
    '讲四点意见：\n一、甲\n二、乙\n四、丙',
    // One item is no list.
    '讲三点意见：\n一、甲',
    '',
  ])('on %j', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('where the draft is seen only in part', () => {
    expect(check('讲三点意见：\n一、甲\n二、乙', false)).toEqual([]);
  });
});

describe('speaks up', () => {
  it.each([
    ['下面，我讲三点意见：\n一、甲\n二、乙\n三、丙\n四、丁', '三点→改为“四点”'],
    ['下面，我谈四点体会。\n一、甲\n二、乙\n三、丙', '四点→改为“三点”'],
    ['这里，我提三点要求：一要快；二要稳。', '三点→改为“两点”'],
    ['抓好以下五个方面工作：\n（一）甲\n（二）乙\n（三）丙', '五个方面→改为“三个方面”'],
    ['从3个方面抓好落实：一是快；二是稳。', '3个方面→改为“2个方面”'],
    ['再强调三点，请大家抓好落实：第一，快。第二，稳。', '三点→改为“两点”'],
    ['再强调二点：第一，快。第二，稳。', '二点→改为“两点”'],
    ['讲二点意见。\n我先说背景。', '二点→改为“两点”'],
    ['突出抓好二个方面：一是快；二是稳。', '二个方面→改为“两个方面”'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it('marks number and measure word, says how many there are, and changes the number alone', () => {
    const text = '我讲三点意见：\n一、甲\n二、乙\n三、丙\n四、丁';
    const [finding] = check(text);
    expect(finding).toMatchObject({ rule: 'announced-count', level: 'warning', start: 2, end: 4 });
    expect(finding?.message).toContain('4条');
    expect(finding?.fixes[0]?.edits).toEqual([{ start: 2, end: 3, text: '四' }]);
  });

  it('offers the list’s own repair as well where the list is broken too', () => {
    expect(said('我讲四点意见：\n一、甲\n二、乙\n二、丙')).toEqual(['四点→改为“三点”→一并改正所列序号']);
  });

  it('counts the list right behind it, not the headings further on', () => {
    expect(said('讲两点要求：一要快；二要稳；三要准。\n一、甲\n二、乙')).toEqual(['两点→改为“三点”']);
  });
});
