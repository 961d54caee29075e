import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import type { Finding, RuleId, Segmenter } from '../../lib/rules/types.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { loadSegmenter } from '../../scripts/load-segmenter.ts';

const date = '2026-11-20';
let checker: Checker;
let segmenter: Segmenter;
beforeAll(async () => {
  checker = createChecker((await loadBuiltInKnowledge()).knowledge);
  segmenter = await loadSegmenter();
  // The packs are compiled, on a machine that may be busy.
}, 60_000);

function found(text: string, rule: RuleId): Finding[] {
  const { findings } = checker.check(text, { today: date, date, segmenter, place: '云溪县' });
  return findings.filter((finding) => finding.rule === rule);
}

/** The same findings, so many units further on. */
function moved(findings: readonly Finding[], by: number): Finding[] {
  return findings.map((finding) => ({
    ...finding,
    start: finding.start + by,
    end: finding.end + by,
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })),
    })),
  }));
}

/** What comes before and behind a paragraph without having a part in it. 𠮷 has two units. */
const before = ['', '\n', '各位代表：\n', '各位代表：\r\n', '𠮷家庄的代表们：\n', '𠮷\n\n'];
const behind = ['', '\n', '\r\n大家鼓掌通过。', '\n𠮷家庄也一样。'];
/** What comes before on the same line. */
const besides = ['𠮷家庄的代表都到了。', '大家好！𠮷'];

/** Paragraphs that start or end with a fault, and the words that are marked, from the first or up to the last unit. */
const paragraphs: readonly (readonly [RuleId, 'first' | 'last', string, string])[] = [
  ['outdated-reference', 'first', '党的十九大精神要深入学习贯彻。', '党的十九大'],
  ['outdated-reference', 'last', '要深入学习贯彻党的十九大', '党的十九大'],
  ['outdated-reference', 'first', '工商局要抓好市场监管。', '工商局'],
  ['standard-phrasing', 'first', '“五位一体”战略布局要统筹推进。', '“五位一体”战略布局'],
  ['standard-phrasing', 'last', '要统筹推进“五位一体”战略布局', '“五位一体”战略布局'],
  ['date-consistency', 'first', '2026年11月31日召开会议。', '2026年11月31日'],
  ['date-consistency', 'last', '会议定于2026年11月31日', '2026年11月31日'],
  ['placeholder', 'first', '××家企业已经入驻。', '××'],
  ['placeholder', 'last', '全市新增企业××', '××'],
  ['placeholder', 'first', '【此处补充数据】全市经济稳中有进。', '【此处补充数据】'],
  ['placeholder', 'last', '全市经济稳中有进【此处补充数据】', '【此处补充数据】'],
  ['place-consistency', 'first', '我区要抓好落实。', '我区'],
  ['place-consistency', 'last', '大家都要建设好我区', '我区'],
  ['punctuation', 'first', '"要抓好落实"，他说。', '"'],
  ['punctuation', 'last', '我们一定要抓好落实!', '!'],
  ['punctuation', 'last', '要提高认识，抓好落实。。', '。。'],
  ['numerals', 'first', '15～30%的投资用于设备更新。', '15～30%'],
  ['numerals', 'last', '用于设备更新的投资占15～30%', '15～30%'],
  ['confusable-characters', 'first', '岀台政策。', '岀'],
  ['confusable-characters', 'last', '政策已经推岀', '岀'],
  ['confusable-characters', 'first', '当务之极是稳住就业。', '当务之极'],
  ['confusable-characters', 'last', '稳住就业是当务之极', '当务之极'],
  ['confusable-characters', 'first', '部暑工作要抓紧。', '部暑'],
  ['confusable-characters', 'last', '要抓紧统一部暑', '部暑'],
];

describe('a fault in a paragraph', () => {
  it.each(paragraphs)('is found by %s where it comes %s: %s', (rule, place, text, words) => {
    const own = found(text, rule);
    const spans = own.map(({ start, end }) => [start, end]);
    expect(spans).toContainEqual(
      place === 'first' ? [0, words.length] : [text.length - words.length, text.length],
    );
    for (const [head, tail] of before.flatMap((one) => behind.map((other) => [one, other] as const)))
      expect(found(head + text + tail, rule), JSON.stringify(head + text + tail)).toEqual(
        moved(own, head.length),
      );
    if (place === 'last')
      for (const head of besides)
        expect(found(head + text, rule), head + text).toEqual(moved(own, head.length));
  });
});

/** Drafts of several lines, whose faults hang on all of them. */
const drafts: readonly (readonly [RuleId, string, readonly string[]])[] = [
  ['heading-numbering', '一、提高认识\n二、明确任务\n四、加强领导', ['四、']],
  ['announced-count', '下面讲三点意见。\n一、提高认识\n二、明确任务', ['三点']],
  ['numbering-reference', '一、提高认识\n二、明确任务\n三、加强领导\n前述第五点要抓紧落实。', ['第五点']],
  ['numbering-style', '1、提高认识\n2、明确任务\n3、加强领导', ['1、']],
];

describe('a fault of a whole draft', () => {
  it.each(drafts)('is found by %s wherever the draft begins', (rule, text, words) => {
    const own = found(text, rule);
    expect(own.map(({ start, end }) => text.slice(start, end))).toEqual(words);
    for (const head of before)
      for (const tail of behind)
        expect(found(head + text + tail, rule), JSON.stringify(head + text + tail)).toEqual(
          moved(own, head.length),
        );
  });

  it.each(drafts)('is found by %s with other line breaks, too', (rule, text, words) => {
    const other = text.replaceAll('\n', '\r\n');
    expect(found(other, rule).map(({ start, end }) => other.slice(start, end))).toEqual(words);
  });
});
