import { describe, expect, it } from 'vitest';
import { planRepair } from '../../lib/draft/repair.ts';
import { seenOutline } from '../../lib/draft/seen-outline.ts';
import { applied } from './numbering-context.ts';

/** The text after a repair of its numbering. */
function repaired(text: string): string {
  const seen = seenOutline(text);
  return applied(
    text,
    planRepair(seen.outline).map((change) => ({ ...change, ...seen.editInWhole(change) })),
  );
}
const table = (...rows: string[]) => ['| 指标 | 数值 |', '|---|---|', ...rows].join('\n');

describe('a table is a place of its own', () => {
  it.each([
    [
      'its own 一、',
      `# 汇报\n## 一、情况\n${table('| 一、收入 | 10 |', '| 二、支出 | 9 |')}\n## 二、问题\n## 三、打算`,
    ],
    [
      'its own （一）',
      `一、情况\n（一）甲\n${table('| （一）收入 | 1 |', '| （二）支出 | 2 |')}\n（二）乙\n二、问题`,
    ],
    [
      'two levels',
      `一、情况\n${table('| 一、收入 | 1 |', '| 1.税收 | 2 |', '| 2.非税 | 3 |', '| 二、支出 | 2 |')}\n二、问题`,
    ],
    ['one row', `一、情况\n${table('| 一、收入 | 9 |')}\n二、问题\n三、打算`],
    ['one row of a later number', `一、情况\n二、支出占比\n${table('| 二、支出 | 9 |')}\n三、打算`],
    ['cells across', `一、情况\n${table('| 一、教育 | 二、医疗 |', '| 三、养老 | 四、住房 |')}\n二、问题`],
    ['cells down', `一、情况\n${table('| 一、教育 | 三、养老 |', '| 二、医疗 | 四、住房 |')}\n二、问题`],
    ['a second column', `一、情况\n${table('| 1 | 一、收入 |', '| 2 | 二、支出 |')}\n二、问题\n三、打算`],
    ['columns across', '一、教育    二、医疗\n三、养老    四、住房'],
    ['columns with tabs', '一、教育\t二、医疗\n三、养老\t四、住房\n五、环保'],
    ['columns down', '一、教育　　三、养老\n二、医疗　　四、住房'],
    ['indented columns', ' 　一、教育　　二、医疗\n 　三、养老　　四、住房'],
    ['a heading of the text', '一、情况\n| 二、问题 | 整改 |\n三、打算'],
    [
      'the first headings of the text',
      `${table('| 一、情况 | 好 |', '| 二、问题 | 少 |')}\n三、打算\n四、保障`,
    ],
  ])('%s', (_, text) => {
    expect(repaired(text)).toBe(text);
  });

  it.each([
    [
      'in the table',
      `一、情况\n${table('| 一、收入 | 1 |', '| 二、支出 | 2 |', '| 四、结余 | 2 |')}\n二、问题\n三、打算`,
      `一、情况\n${table('| 一、收入 | 1 |', '| 二、支出 | 2 |', '| 三、结余 | 2 |')}\n二、问题\n三、打算`,
    ],
    [
      'around it',
      `一、情况\n${table('| 一、收入 | 1 |', '| 二、支出 | 2 |')}\n二、问题\n四、打算\n五、保障`,
      `一、情况\n${table('| 一、收入 | 1 |', '| 二、支出 | 2 |')}\n二、问题\n三、打算\n四、保障`,
    ],
    [
      'behind columns',
      '一、教育    二、医疗\n三、养老    四、住房\n五、环保\n七、交通',
      '一、教育    二、医疗\n三、养老    四、住房\n五、环保\n六、交通',
    ],
  ])('a fault %s is found', (_, text, right) => {
    expect(repaired(text)).toBe(right);
  });
});
