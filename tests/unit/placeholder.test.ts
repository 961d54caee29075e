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
});
