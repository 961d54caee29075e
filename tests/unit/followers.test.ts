import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../lib/draft/draft.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import { announcedCount } from '../../lib/rules/announced-count.ts';
import { numberingReference } from '../../lib/rules/numbering-reference.ts';
import { applied, judgeContext } from './numbering-context.ts';
import { plainPasses } from './plain-passes.ts';

const repaired = (text: string) => applied(text, planRepair(parseOutline(parseDraft(text))));
const found = (text: string) =>
  [announcedCount, numberingReference].flatMap((rule) => rule.check(judgeContext(text)));

/** A damaged text and what a repair makes of it. */
type Pair = readonly [damaged: string, right: string];

const three = (before: string, behind = '') => `${before}一是修路。二是架桥。三是通水。${behind}`;
const gap = (before: string, behind = '') => `${before}一是修路。二是架桥。四是通水。${behind}`;

describe('counts that go with a repaired list', () => {
  const pairs: readonly Pair[] = [
    [gap('我看到了四种可贵的精神：'), three('我看到了三种可贵的精神：')],
    [gap('他身上有四种品质，值得学习，概括起来就是：'), three('他身上有三种品质，值得学习，概括起来就是：')],
    [gap('开展四项活动，'), three('开展三项活动，')],
    [gap('', '抓好这四件事，群众就满意了。'), three('', '抓好这三件事，群众就满意了。')],
    [gap('有四种短板：', '补齐这四种短板，要靠实干。'), three('有三种短板：', '补齐这三种短板，要靠实干。')],
    [
      '今年局里安排了五项工程。\n一、修路。\n二、架桥。\n四、通水。\n五、通电。',
      '今年局里安排了四项工程。\n一、修路。\n二、架桥。\n三、通水。\n四、通电。',
    ],
    [
      '一、修路。\n二、架桥。\n四、通水。\n四个问题讲完了，再提点要求。',
      '一、修路。\n二、架桥。\n三、通水。\n三个问题讲完了，再提点要求。',
    ],
    [
      '上级出台了三条新规。\n（一）修路。\n（二）架桥。\n（二）通水。\n（三）通电。',
      '上级出台了四条新规。\n（一）修路。\n（二）架桥。\n（三）通水。\n（四）通电。',
    ],
    [
      '讲四点意见：\n一、修路。\n二、架桥。\n四、通水。\n以上四点意见，请大家落实。',
      '讲三点意见：\n一、修路。\n二、架桥。\n三、通水。\n以上三点意见，请大家落实。',
    ],
    [
      '一、形势\n人人有责。\n二、任务\n要抓好三件事。\n（一）修路。\n（三）通水。\n三、责任\n要把前面讲的三件事分解到人。',
      '一、形势\n人人有责。\n二、任务\n要抓好两件事。\n（一）修路。\n（二）通水。\n三、责任\n要把前面讲的两件事分解到人。',
    ],
  ];
  it.each(pairs)('follow: %s', (damaged, right) => {
    expect(repaired(damaged)).toBe(right);
    expect(repaired(right)).toBe(right);
    expect(found(right)).toEqual([]);
  });

  const twins: readonly Pair[] = [
    [gap('我看到了三种精神：'), three('我看到了三种精神：')],
    [gap('用四年时间，干好这些事：'), three('用四年时间，干好这些事：')],
    [gap('要在四个月内见到成效：'), three('要在四个月内见到成效：')],
    [gap('增长四个百分点，主要得益于：'), three('增长四个百分点，主要得益于：')],
    [gap('四大班子都要动起来：'), three('四大班子都要动起来：')],
    [gap('四个县区都要做到：'), three('四个县区都要做到：')],
    [gap('全县有四个贫困村，要分类施策：'), three('全县有四个贫困村，要分类施策：')],
    [gap('要增强“四个意识”，抓好工作：'), three('要增强“四个意识”，抓好工作：')],
    [gap('学习了“四个全面”：'), three('学习了“四个全面”：')],
    [gap('前面讲了四点，再提要求：'), three('前面讲了四点，再提要求：')],
    [gap('上半年完成了四项任务，下半年要做到：'), three('上半年完成了四项任务，下半年要做到：')],
    [gap('', '这四个乡镇要先行。'), three('', '这四个乡镇要先行。')],
    [gap('', '办好这四件事：先查，后改，再评，常抓。'), three('', '办好这四件事：先查，后改，再评，常抓。')],
    [three('我看到了五种精神：'), three('我看到了五种精神：')],
  ];
  it.each(twins)('are left where they count something else: %s', (damaged, right) => {
    expect(repaired(damaged)).toBe(right);
  });

  it('are never a finding by themselves', () => {
    expect(found(three('我看到了五种可贵的精神：', '这五种精神要发扬。'))).toEqual([]);
    expect(
      found(
        '一、形势\n人人有责。\n二、任务\n要抓好五件事。\n（一）修路。\n（二）架桥。\n（四）通水。\n（五）通电。\n三、责任\n要把前面讲的五件事分解到人。',
      ),
    ).toEqual([]);
  });
});

describe('words that name an item of a repaired list', () => {
  const parts = (last: string, rest: string) =>
    `第一部分 修路\n好好修路。\n第二部分 架桥\n好好架桥。\n第${last}部分 通水\n${rest}`;
  const plain = (last: string, rest: string) => `一、修路。\n二、架桥。\n${last}、通水。\n${rest}`;
  const tasks = (last: string, rest: string) =>
    `任务一：修路。\n任务二：架桥。\n任务${last}：通水。\n${rest}`;
  const lessons = (last: string, rest: string) =>
    `第一个启示，要实。\n第二个启示，要快。\n第${last}个启示，要稳。\n${rest}`;
  const pairs: readonly Pair[] = [
    [parts('四', '第四部分里说的办法要用好。'), parts('三', '第三部分里说的办法要用好。')],
    [plain('四', '对第四部分所说的水源，要护好。'), plain('三', '对第三部分所说的水源，要护好。')],
    [plain('四', '第四点里讲的水源，要护好。'), plain('三', '第三点里讲的水源，要护好。')],
    [tasks('四', '对任务四中提到的水厂要先办。'), tasks('三', '对任务三中提到的水厂要先办。')],
    [lessons('四', '再想一想第四个启示。'), lessons('三', '再想一想第三个启示。')],
    [
      '第一章 总则\n第二章 职责\n第四章 附则\n按第四章办。',
      '第一章 总则\n第二章 职责\n第三章 附则\n按第三章办。',
    ],
    [
      '一、修路。\n三、架桥。\n二、通水。\n对第三部分所说的桥，对第二部分中没有办完的水。',
      '一、修路。\n二、架桥。\n三、通水。\n对第二部分所说的桥，对第三部分中没有办完的水。',
    ],
    [
      '第一个故事，讲实。\n第二个故事，讲快。\n第四个故事，讲稳。\n第五个故事，讲新。\n第四个故事和第五个故事说的是一回事。',
      '第一个故事，讲实。\n第二个故事，讲快。\n第三个故事，讲稳。\n第四个故事，讲新。\n第三个故事和第四个故事说的是一回事。',
    ],
  ];
  it.each(pairs)('goes with it: %s', (damaged, right) => {
    expect(repaired(damaged)).toBe(right);
    expect(repaired(right)).toBe(right);
    expect(found(damaged)).toEqual([]);
  });

  it.each([
    '第四季度要完成。',
    '第四批名单已经公布。',
    '按照《规划》第四部分办理。',
    '书中第四部分写得好。',
    '他说：“第四部分写得好。”',
    '第二部分里说的办法要用好。',
    '第三部分里说的办法要用好。',
  ])('stays where another is meant: %s', (rest) => {
    expect(repaired(parts('四', rest))).toBe(parts('三', rest));
  });

  it.each(['劳动合同法第四条中规定，要公开。', '第四条规定得清楚。', '第四产业里说的也要抓。'])(
    'stays beside a plain list: %s',
    (rest) => {
      expect(repaired(plain('四', rest))).toBe(plain('三', rest));
    },
  );

  it.each(['这是第四个年头。', '第四个村也通了。'])('stays where other things are counted: %s', (rest) => {
    expect(repaired(lessons('四', rest))).toBe(lessons('三', rest));
  });

  it('stays where a number is carried twice, or two lists count so', () => {
    expect(repaired('第一章 甲\n第二章 乙\n第二章 丙\n第三章 丁\n这在第二章细说。')).toContain(
      '这在第二章细说',
    );
    expect(repaired(tasks('四', '任务四十天完成。第四批任务另行通知。'))).toContain('任务四十天完成。第四批');
  });
});

it('are found in time that grows with the draft', () => {
  const text = `${gap('有四种品质：')}${'这四种品质要记住，第四点里讲的也要。'.repeat(20_000)}`;
  const outline = parseOutline(parseDraft(text));
  expect(planRepair(outline).length).toBeGreaterThan(1000);
  expect(plainPasses(text, () => planRepair(outline), 2_000)).toBeLessThan(2_000);
});
