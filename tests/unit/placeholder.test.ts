import { describe, expect, it } from 'vitest';
import { placeholder } from '../../lib/rules/placeholder.ts';
import { judgeContext } from './numbering-context.ts';

/** What the rule marks in a text, each with its level. */
function marked(text: string): string[] {
  const findings = placeholder.check(judgeContext(text));
  return findings.map(({ level, start, end }) => `${level}: ${text.slice(start, end)}`);
}

describe('placeholders', () => {
  it('warns of each while they are few', () => {
    expect(marked('××同志讲了话，完成投资××亿元。')).toEqual(['warning: ××', 'warning: ××']);
  });

  it('warns once of very many, and lists the rest as hints', () => {
    const text = Array.from({ length: 12 }, () => '××县查处案件××件。').join('\n');
    const found = marked(text);
    expect(found).toHaveLength(24);
    expect(found.filter((one) => one.startsWith('warning'))).toHaveLength(1);
    expect(placeholder.check(judgeContext(text))[0]?.message.zh).toContain('24处');
  });

  it('still warns of another kind of placeholder among them', () => {
    const text = `${'××县查处案件××件。'.repeat(6)}要抓好落实（此处补充举措）。`;
    expect(marked(text).filter((one) => one.startsWith('warning'))).toEqual([
      'warning: ××',
      'warning: （此处补充举措）',
    ]);
  });

  it('counts a doubtful × only beside sure ones', () => {
    expect(marked('他常年守在×建设工地。')).toEqual([]);
    expect(marked('他常年守在×建设工地。×市有×名院士。')).toHaveLength(3);
  });

  it('takes a date for one placeholder, and says what belongs there', () => {
    const [finding] = placeholder.check(judgeContext('（20××年×月×日）'));
    expect(finding?.message.zh).toContain('日期');
    expect(marked('（20××年×月×日）')).toEqual(['warning: 20××年×月×日']);
  });

  it('leaves Markdown and dividers alone', () => {
    expect(marked('# 标题\n\n**一、总体要求。**各单位要**抓紧**办。\n\n---\n***\n* 一项\n* 两项')).toEqual(
      [],
    );
  });

  it.each([
    '**同志们：**',
    '**女士们、先生们：**',
    '***同志们***',
    '一是**提高认识。**要学。二是**加强学习。**要干。',
    '由**县发改局**牵头，**张三同志**负责',
    '由**市住建局**、**区财政局**、**人社局**牵头。',
    '地点：**县会议中心**',
    '**书记：**张三',
    '**党中央、国务院**高度重视。',
    '要**把好关，守好门**，抓好落实。',
  ])('takes %s for emphasis', (text) => {
    expect(marked(text)).toEqual([]);
  });

  it.each([
    ['**同志、**局长和**公司', 3],
    ['**月**日', 1],
    ['由**局牵头、**局配合', 2],
    ['由**主持会议。**参加会议。', 2],
    ['书记**同志和县长**出席', 2],
    ['新增企业**家，投资**多万元', 2],
    ['**、**、**同志参加会议。', 3],
    ['会议由**、**和**主持。', 3],
    ['从**到**，由**向**汇报。', 4],
    ['**县、**乡、**村已经完成。', 3],
    ['**局长、**书记到会。', 2],
    ['全市新增**、净增**，合计**。', 3],
    ['慰问了**、**、**等困难群众。', 3],
    ['**；**；**。', 3],
    ['由**或**牵头，**与**配合。', 4],
    ['__、__、__同志参加会议。', 3],
  ])('finds each blank of %s', (text, count) => {
    expect(marked(text)).toHaveLength(count);
  });

  it.each([
    '这次会议的**重点**是抓落实。',
    '建设**和谐**社会，维护**和平**环境。',
    '要**及时**办、办**到位**。',
    '**一是**抓学习，**二是**抓落实。',
    '落实**“十五五”规划**和**《条例》**。',
    '**目标**、**任务**、**措施**都要明确。',
    '要**向前**看，**从严**抓。',
    '**与会**同志都发了言，**与时俱进**。',
    '既要**快**，又要**好**。',
    '__重点__是抓落实。',
  ])('takes %s for emphasis', (text) => {
    expect(marked(text)).toEqual([]);
  });
});
