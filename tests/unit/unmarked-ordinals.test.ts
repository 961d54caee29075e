import { describe, expect, it } from 'vitest';
import { planRepair } from '../../lib/draft/repair.ts';
import { seenOutline } from '../../lib/draft/seen-outline.ts';
import { headingNumbering } from '../../lib/rules/heading-numbering.ts';
import { applied, judgeContext } from './numbering-context.ts';

const said = (text: string) =>
  headingNumbering
    .check(judgeContext(text))
    .map(({ level, start, end }) => `${level} ${text.slice(start, end)}`);
const repaired = (text: string) => applied(text, planRepair(seenOutline(text).outline));

describe('a run whose first item has no mark before it is silent', () => {
  it.each([
    '【教育】',
    '教育方面',
    '要看到，其中',
    '县教育局张局长汇报了三方面情况',
    '（教育局）',
    '● ',
    '→ ',
    '1 ',
    'a) ',
    '8:30 ',
    '“新城”',
    '《方案》',
    '[教育]',
    '教育/',
    '教育-',
    '教育　',
    '教育\t',
    '| 教育 | ',
    '系统',
  ])('behind %s', (before) => {
    const text = `${before}一是建校；二是引才；三是奖励。\n${before}一是建院；二是补贴；三是考核。`;
    expect(said(text)).toEqual([]);
    expect(repaired(text)).toBe(text);
  });

  it.each([
    ['一要', '教育方面一要建校；二要引才。\n医疗方面一要建院；二要补贴；三要奖励。'],
    ['第一，', '教育方面第一，建校；第二，引才。\n医疗方面第一，建院；第二，补贴；第三，奖励。'],
    ['首先', '教育方面首先建校；其次引才。\n医疗方面首先建院；其次补贴。'],
    ['（一）', '教育（一）建校；（二）引才。\n医疗（一）建院；（二）补贴。'],
    ['（一） between headings', '（一）情况\n教育方面（一）建校；（二）引才。\n（二）问题'],
    ['①', '教育①建校；②引才。\n医疗①建院；②补贴；③奖励。'],
    ['一学', '作风上一学先进；二学典型；三学榜样。\n学习上一学理论；二学技能；三学经验。'],
    [
      'a second item without a mark, too',
      '教育 一是建校 二是引才；三是奖励。\n医疗 一是建院 二是补贴；三是奖励。',
    ],
    [
      'two in one paragraph',
      '教育上一是建校；二是引才。医疗上一是建院；二是补贴。\n养老上一是建房；二是补贴。',
    ],
    ['commas', '水利方面一是修渠，二是清淤，三是护堤。\n交通方面一是修路，二是架桥。'],
  ])('with %s', (_, text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    '一是一、二是二。\n一是一、二是二。',
    '第一是建校；二是引才。\n第一是建院；二是补贴。',
    '唯一是缺人；二是缺钱。\n唯一是缺地；二是缺粮。',
    '统一是前提；二是保障。\n统一是基础；二是关键。',
    '原因之一是人手不足；二是经费不足。\n原因之一是场地不足；二是设备不足；三是车辆不足。',
    '万一是暴雨；二是山洪；要备足物资。\n万一是干旱；二是缺水；要备足水源。',
    '十一是长假；二是旺季。\n十一是国庆；二是旺季。',
    '养老措施之一是建房；二是补贴。\n教育方面：一是建校；二是引才。\n医疗措施之一是建院；二是补贴。',
  ])('words that only end like it: %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('a fault behind such a first item is found', () => {
  it.each([
    [
      '教育 一是建校；二是引才\n医疗 一是建院；二是引才；四是补贴',
      '教育 一是建校；二是引才\n医疗 一是建院；二是引才；三是补贴',
    ],
    ['教育方面第一，建校；第二，引才；第二，奖励。', '教育方面第一，建校；第二，引才；第三，奖励。'],
    ['医疗方面一要建院；二要补贴；二要奖励；四要考核。', '医疗方面一要建院；二要补贴；三要奖励；四要考核。'],
    ['老张说一是建校；二是引才；三是奖励；五是考核。', '老张说一是建校；二是引才；三是奖励；四是考核。'],
  ])('%s', (text, right) => {
    expect(said(text)).not.toEqual([]);
    expect(repaired(text)).toBe(right);
  });
});
