import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckResult, createChecker } from '../../lib/checking/checker.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { plainPasses } from './plain-passes.ts';

/**
 * A text of any form is checked in about the time of any other of its length. The bound is generous: a rule that walks
 * a whole line or the whole draft once for each place takes a hundred times as long.
 */
const bound = 30_000;

let check: (text: string) => CheckResult;
beforeAll(async () => {
  const { knowledge } = await loadBuiltInKnowledge();
  // Each text afresh, as a first check of it is.
  check = (text) =>
    createChecker(knowledge).check(text, {
      today: '2026-11-20',
      place: '云溪县',
      segmenter: {
        isWholeWords: () => true,
        isWord: () => false,
        isStray: () => true,
        wordAt: (_: string, at: number) => ({ start: at, end: at + 1 }),
      },
    });
});

const sentence = '各部门要深入学习贯彻党的十九大精神落实“四个意识”推进环保局工作';

const texts: readonly (readonly [string, string])[] = [
  ['a million characters on one line without stops', '学习'.repeat(500_000)],
  ['a long line of mentions without stops', sentence.repeat(3_000)],
  ['a line of old offices', '工商局'.repeat(50_000)],
  ['a line of old meetings', '贯彻党的十九大精神'.repeat(20_000)],
  ['a line of old plans', '“十四五”规划收官之年'.repeat(20_000)],
  ['plans and their years', '“十四五”（2021—2024年）'.repeat(20_000)],
  ['500,000 spaces', ' '.repeat(500_000)],
  ['500,000 wide spaces, then a word', `${'　'.repeat(500_000)}学习`],
  ['300,000 newlines', '\n'.repeat(300_000)],
  ['300,000 newlines of Windows', '\r\n'.repeat(300_000)],
  ['200,000 ordinals', '一、'.repeat(200_000)],
  ['200,000 opening quotation marks', '“'.repeat(200_000)],
  ['opening marks, then closing ones of another kind', `${'“'.repeat(100_000)}${'》'.repeat(100_000)}`],
  ['opening marks, then apostrophes', `${'“'.repeat(100_000)}${'a’'.repeat(100_000)}`],
  ['lines that each open a quotation', '“学\n'.repeat(80_000)],
  ['straight quotes around words', '"学"'.repeat(60_000)],
  ['a line of 100,000 crosses', '×'.repeat(100_000)],
  ['a line of crosses and words', '×学'.repeat(100_000)],
  ['names kept back', '张××学'.repeat(50_000)],
  ['stars and words', '*学'.repeat(100_000)],
  ['lines to fill in', '__学'.repeat(100_000)],
  ['a line of marks and spaces', '* '.repeat(100_000)],
  ['blanks within notes', '（此处补充××）××县'.repeat(30_000)],
  ['300,000 dots of ellipses', '…'.repeat(300_000)],
  ['half-width commas', '学,'.repeat(200_000)],
  ['a long line with one address and no stops', `www.a.cn,学@${'a.b'.repeat(70_000)}`],
  ['tags that do not end', `"学"${'<a'.repeat(100_000)}`],
  ['words of Latin letters', `"学"${'a'.repeat(200_000)}`],
  ['addresses with half-width commas', '学http://a ,'.repeat(30_000)],
  ['ranges', '2-3个'.repeat(80_000)],
  ['ranges without units', '2-3万人'.repeat(60_000)],
  ['200,000 digits', `未${'1'.repeat(200_000)}`],
  ['terms with spaces', '党的 十九大 精神，市工 商局。'.repeat(5_000)],
  ['ordinals with spaces', '一 是学 习，第 二 条'.repeat(10_000)],
  ['Markdown', '# 学\n**二、学** `学`\n```a\n- 学\n'.repeat(5_000)],
  ['full sentences with spaces', '学 。'.repeat(100_000)],
  ['full stops at both sides of a closing mark', '学。”。'.repeat(60_000)],
  ['wrong spellings', '帐户'.repeat(80_000)],
  ['wrong partners', '统筹推进“四个全面”'.repeat(30_000)],
  ['look-alikes of two kinds', '岀⺠'.repeat(150_000)],
  ['characters without width', '学\u200b'.repeat(150_000)],
  ['anniversaries', '成立100周年'.repeat(50_000)],
  ['weekdays', '3月5日星期三'.repeat(40_000)],
  ['this year', '今年2026年'.repeat(50_000)],
  ['pronouns of another place', '我区'.repeat(80_000)],
  ['references', '见第三点'.repeat(50_000)],
  ['announcements, each with its list', '我讲三点意见：\n一、学\n二、学\n'.repeat(30_000)],
  ['levels', '一、学\n（一）学\n1.学\n（1）学\n'.repeat(25_000)],
  ['ordinals that fall back', '九、学\n八、学\n'.repeat(40_000)],
  ['levels that begin late', '二、学\n（二）学\n'.repeat(40_000)],
  ['headings that lost their breaks', `${'二、学。'.repeat(40_000)}\n三、学`],
  ['runs', '一是学习，二是工作；'.repeat(50_000)],
  ['references back, among many lists', '一、学\n二、学\n同志们：\n前述第三点\n'.repeat(15_000)],
];

describe('a text of any form', () => {
  it.each(texts)('is checked in time: %s', (_name, text) => {
    expect(plainPasses(text, () => check(text), bound)).toBeLessThan(bound);
  });

  it('is checked with any number of findings', () => {
    expect(check('学,'.repeat(200_000)).findings.length).toBeGreaterThan(100_000);
  });
});
