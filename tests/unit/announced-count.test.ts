import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../lib/checking/checker.ts';
import { findAnnouncements, rightCount } from '../../lib/draft/announcements.ts';
import { parseDraft } from '../../lib/draft/draft.ts';
import { type Outline, parseOutline } from '../../lib/draft/outline.ts';
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
    // Eight characters are no list of eight, a slogan is a name, and Tuesday is no two.
    '用八个字概括：一是忠诚，二是干净。',
    '打好“三大攻坚战”：一是防风险，二是治污染。',
    '重点是星期二关于安全的会：一是早，二是小。',
    // What follows counts something else, or what stands here looks back.
    '讲三点意见：第一步，摸底。第二步，试点。',
    '下面就以上三点：一是快，二是稳。',
    '过好两关。\n一是思想关。\n二是作风关。',
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
    ['这里，我提5点希望：一要快；二要稳；三要准。', '5点→改为“3点”'],
    ['我有３点感受：一是震撼，二是感动。', '３点→改为“２点”'],
    ['抓好以下六大任务：\n一、甲\n二、乙\n三、丙', '六大任务→改为“三大任务”'],
    ['我们主要有四条经验：一是敢闯，二是敢试。', '四条经验→改为“两条经验”'],
    ['要注意把握四个着力点：一是产业，二是人才，三是资金。', '四个着力点→改为“三个着力点”'],
    ['推进改革要走好四步：\n一是摸底。\n二是试点。\n三是铺开。', '四步→改为“三步”'],
    ['年轻干部要过好五关。\n一是思想关。\n二是作风关。', '五关→改为“两关”'],
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

describe('what is counted by name', () => {
  /** The text's first list, as 第一句话 is read. */
  const counted = (text: string): Outline => {
    const draft = parseDraft(text);
    const sample = parseOutline(parseDraft('第一，甲。\n第二，乙。')).series[0];
    const first = sample?.items[0];
    if (sample === undefined || first === undefined) throw new Error('the sample is a list');
    const items = [...text.matchAll(/第([一二三四])/gu)].map(({ index }, at) => ({
      ...first,
      value: at + 1,
      ordinal: { start: index, end: index + 2 },
      numeral: { start: index + 1, end: index + 2 },
      mark: { start: index + 2, end: index + 2 },
    }));
    return { ...parseOutline(draft), series: [{ ...sample, items }] };
  };
  const right = (text: string) => {
    const outline = counted(text);
    return findAnnouncements(outline).map((announcement) => rightCount(outline, announcement));
  };

  it.each([
    ['今天我讲三句话。\n第一句话，不忘来路。\n第二句话，走好脚下路。', '两'],
    [
      '回顾这一年，我想到四个关键词：\n第一个关键词是拼搏。\n第二个关键词是团结。\n第三个关键词是感恩。',
      '三',
    ],
    ['这段历史给我们三个启示：第一个启示，方向要准。第二个启示，人心要齐。', '两'],
    ['我有三个启示：第一个，方向要准。第二个，人心要齐。', '两'],
    ['毕业之际，四个字：第一个字是诚。第二个字是勤。第三个字是韧。', '三'],
    ['分4步走：第一步，摸底。第二步，试点。', '2'],
    ['讲三点意见：第一步，摸底。第二步，试点。', '三'],
  ])('%j', (text, expected) => {
    expect(right(text)).toEqual([expected]);
  });
});

it('goes with the count that looks back to the same list', () => {
  const text = '讲四点意见：\n一、甲\n二、乙\n三、丙\n以上四点，请抓好落实。';
  const [finding] = check(text);
  expect(finding?.fixes.map(({ edits }) => edits.map((edit) => [edit.start, edit.text]))).toEqual([
    [
      [1, '三'],
      [21, '三'],
    ],
    [[1, '三']],
  ]);
});
