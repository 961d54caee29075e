import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveAsOf } from '../../lib/draft/date.ts';
import { distanceInWords, writtenForInWords } from '../../lib/draft/date-words.ts';
import { parseDraft } from '../../lib/draft/draft.ts';
import { writtenFor } from '../../lib/draft/written-for.ts';
import { disagreement } from '../../lib/rules/draft-date/question.ts';
import { plainPasses } from './plain-passes.ts';

const body = '同志们：\n今天，我们召开这次会议。\n';
const own = (text: string) => writtenFor(parseDraft(text));
const days = (text: string) => {
  const found = own(text);
  return found === null ? null : `${found.from}/${found.to}`;
};
const long = '正文一段。\n'.repeat(20);

describe('what says nothing of the draft’s own day', () => {
  it.each([
    ['a law', '讲话\n同志们：\n要落实2021年6月10日修正的安全生产法。'],
    [
      'a law’s history in brackets',
      '安全生产法\n（2021年6月10日第十三届全国人大常委会第二十九次会议修正）\n第一条 正文',
    ],
    ['a meeting', '同志们：\n2022年10月16日，党的二十大胜利召开。'],
    ['somebody else’s meeting in the title', '学习2021年7月1日重要讲话的体会\n同志们：\n正文。'],
    ['a document in the title', '关于《2021年工作要点》的说明\n同志们：\n正文。'],
    ['a law of a year in the title', '关于贯彻2021年修正的安全生产法的讲话\n同志们：\n正文。'],
    ['history in the title', '2018年以来全县脱贫工作的报告\n同志们：\n正文。'],
    ['a range of years', '“十四五”规划（2021—2025年）实施情况的报告\n正文'],
    ['a school year', '在2021/22学年开学典礼上的讲话\n同志们：\n正文。'],
    ['a birthday', `讲话\n${long}生于1990.5.1\n`],
    ['a birthday behind a name', `讲话\n${long}张某某，1990年5月1日出生\n`],
    ['a number', `讲话\n${long}二维码编号20210226\n联系电话2021-0227\n`],
    ['an address', `讲话\n${long}服务器 2021.2.26.1\n`],
    ['a clause', `讲话\n第3.2.1条\n${long}`],
    ['a heading', '讲话\n同志们：\n2018年3月机构改革\n正文。'],
    ['what happened', `讲话\n${long}项目开工　2019年4月\n`],
    ['since when', `讲话\n${long}自2019年4月起\n`],
    ['a chronicle', `大事记\n${long}2019年4月\n2019年6月\n`],
    ['the rows of a table', `名册\n${long}张某某　2021.3.5\n李某某　2021.4.6\n`],
    ['a table’s cell', `名册\n${long}姓名\n完成时间\n张某某\n2021.3.5\n`],
    ['a table with bars', `名册\n${long}| 张某某 | 2021年3月5日 |\n`],
    ['a quoted year', '同志们：\n文件写道：“今年（2019年）要抓好试点。”'],
    ['another’s words', '同志们：\n总书记指出，今年（2019年）是关键一年。'],
    ['years that disagree', '同志们：\n今年（2022年）任务很重。今年（2023年）更重。'],
    [
      'a sentence below the title',
      '讲话\n同志们：\n2019年3月5日在全县大会上，大家一致通过了这项决议。\n正文。',
    ],
    ['a heading’s year', '三、2024年工作安排\n正文。'],
    ['another meeting’s purpose', '同志们：\n2021年12月的会议总结2021年经济工作，部署2022年经济工作。'],
    ['no day of the calendar', '讲话\n（2023年2月30日）\n同志们：'],
  ])('%s', (_name, text) => {
    expect(days(text)).toBeNull();
  });
});

describe('the days a draft is written for', () => {
  it.each([
    ['a line below the title', `讲话\n（2022年3月9日）\n${body}`, '2022-03-09/2022-03-09'],
    ['with its weekday', `讲话\n（2022年3月9日，星期三）\n${body}`, '2022-03-09/2022-03-09'],
    ['with its place', `讲话\n（2022年3月9日　县会议中心）\n${body}`, '2022-03-09/2022-03-09'],
    ['in wide digits', `讲话\n（２０２２年３月９日）\n${body}`, '2022-03-09/2022-03-09'],
    ['in characters', `讲话\n二〇二二年三月九日\n${body}`, '2022-03-09/2022-03-09'],
    ['to the month', `讲话\n二○二二年三月\n${body}`, '2022-03-01/2022-03-31'],
    ['in dots', `讲话\n2022.08.31\n${body}`, '2022-08-31/2022-08-31'],
    ['in strokes', `讲话\n2021/02/27\n${body}`, '2021-02-27/2021-02-27'],
    ['behind a unit', `讲话\n某县某局　2022年1月12日\n${body}`, '2022-01-12/2022-01-12'],
    ['behind a unit, in dots', `讲话\n某县卫健局 2021.2.26\n${body}`, '2021-02-26/2021-02-26'],
    ['behind a name', `讲话\n张某某（2022年3月9日）\n${body}`, '2022-03-09/2022-03-09'],
    ['behind an office and a name', `讲话\n县委书记　张某某（2022年3月）\n${body}`, '2022-03-01/2022-03-31'],
    ['behind the title', `在全县安全生产工作会议上的讲话（2022年3月9日）\n${body}`, '2022-03-09/2022-03-09'],
    [
      'before its meeting',
      `讲话\n——2019年3月5日在全县经济工作会议上的讲话\n${body}`,
      '2019-03-05/2019-03-05',
    ],
    [
      'before its meeting, in brackets',
      `讲话\n（2019年3月5日在全县大会上的讲话）\n${body}`,
      '2019-03-05/2019-03-05',
    ],
    ['from a record', `讲话\n（根据2019年3月5日录音整理）\n${body}`, '2019-03-05/2019-03-05'],
    ['with a label', `讲话\n发布时间：2022-03-09 10:20 来源：某网\n${body}`, '2022-03-09/2022-03-09'],
    ['of a template', `讲话\n××县××局　2022年3月9日\n${body}`, '2022-03-09/2022-03-09'],
    ['with its hour', `讲话\n（2022年3月9日上午9时30分）\n${body}`, '2022-03-09/2022-03-09'],
    [
      'with its place behind a label',
      `讲话\n时间：2022年3月9日上午　地点：县会议中心\n${body}`,
      '2022-03-09/2022-03-09',
    ],
    ['in other brackets', `讲话\n【2022年3月9日】\n${body}`, '2022-03-09/2022-03-09'],
    ['in Markdown', `# 讲话\n**（2022年3月9日）**\n${body}`, '2022-03-09/2022-03-09'],
    ['in a heading of Markdown', `# 在2026年全县工作会议上的讲话\n${body}`, '2026-01-01/2026-12-31'],
    ['a signature', `讲话\n${long}县委办公室\n2025年6月3日\n`, '2025-06-03/2025-06-03'],
    ['a signature on one line', `讲话\n${long}某县应急管理局　2025年6月3日`, '2025-06-03/2025-06-03'],
    ['front matter', `---\ntitle: 讲话\ndate: 2022-03-09\n---\n讲话\n${body}`, '2022-03-09/2022-03-09'],
    [
      'front matter with a time',
      `---\ndate: "2022-03-09T10:00:00+08:00"\n---\n${body}`,
      '2022-03-09/2022-03-09',
    ],
    ['a year in the title', `在2026年全县工作会议上的讲话\n${body}`, '2026-01-01/2026-12-31'],
    ['a title of two lines', `在2026年全县\n安全生产工作会议上的讲话\n${body}`, '2026-01-01/2026-12-31'],
    ['a month in the title', `在2022年3月全县例会上的讲话\n${body}`, '2022-03-01/2022-03-31'],
    ['a year looked back on', `2025年度党建工作总结\n${body}`, '2025-11-01/2026-03-31'],
    ['two years of a title', `2025年工作总结和2026年工作计划\n${body}`, '2025-11-01/2026-03-31'],
    ['half a year', `在2025年上半年经济形势分析会上的讲话\n${body}`, '2025-01-01/2025-08-31'],
    ['sums up and plans', `同志们：\n今天的任务是总结2022年工作，部署2023年任务。`, '2022-11-01/2023-03-31'],
    ['plans for this year', `同志们：\n今天的任务是总结2022年工作，部署今年任务。`, '2022-11-01/2023-03-31'],
    ['sums up last year', `同志们：\n今天的任务是总结去年工作，部署2023年任务。`, '2022-11-01/2023-03-31'],
    [
      'sums up half a year',
      `同志们：\n今天总结2022年上半年工作，部署2022年下半年任务。`,
      '2022-06-01/2022-09-30',
    ],
    [
      'sums up in the other order',
      `同志们：\n今天要对2022年工作进行总结，对2023年工作作出安排。`,
      '2022-11-01/2023-03-31',
    ],
    ['this year with its number', `同志们：\n今年（2026年），任务很重。`, '2026-01-01/2026-12-31'],
    ['last year with its number', `同志们：\n去年（2025年）的成绩来之不易。`, '2026-01-01/2026-12-31'],
    [
      'last year, this and next',
      `同志们：\n去年（2024年）、今年（2025年）、明年（2026年）都要抓。`,
      '2025-01-01/2025-12-31',
    ],
  ])('%s', (_name, text, wanted) => {
    expect(days(text)).toBe(wanted);
  });

  it('are narrowed down by all that agrees', () => {
    const text = `在2023年全市信访工作会议上的讲话\n同志们：\n今天的任务是总结2022年工作，部署2023年任务。`;
    expect(own(text)).toMatchObject({
      from: '2023-01-01',
      to: '2023-03-31',
      precision: 'half-year',
      day: '2023-01-31',
      evidence: [
        { kind: 'title', text: '2023年' },
        { kind: 'statement', text: '总结2022年工作，部署2023年' },
      ],
    });
    expect(own(text)?.disagreeing).toBeUndefined();
  });

  it('go by a date line before a title, and by a title before running text', () => {
    const lines = own(
      '在2023年全市工作会议上的讲话\n（2026年3月9日）\n同志们：\n今天总结2021年工作，部署2022年任务。',
    );
    expect(lines).toMatchObject({ from: '2026-03-09', precision: 'day' });
    expect(lines?.evidence.map(({ kind }) => kind)).toEqual(['date-line']);
    expect(lines?.disagreeing?.map(({ kind, text }) => [kind, text])).toEqual([
      ['title', '2023年'],
      ['statement', '总结2021年工作，部署2022年'],
    ]);
    expect(days('在2026年全市工作会议上的讲话\n同志们：\n今天总结2021年工作，部署2022年任务。')).toBe(
      '2026-01-01/2026-12-31',
    );
  });

  it('are the newest of two lines, and keep the other', () => {
    const found = own(`讲话\n（2022年2月16日）\n${long}县委办公室\n2022年9月3日`);
    expect(found).toMatchObject({ from: '2022-09-03', disagreeing: [{ text: '（2022年2月16日）' }] });
  });

  it('are those on which it was given, not those on which it was published or printed', () => {
    const page = own(`讲话\n——2026年1月26日在全县大会上\n来源：某报\n时间：2026-02-02\n${body}`);
    expect(page).toMatchObject({ from: '2026-01-26', disagreeing: [{ text: '2026-02-02' }] });
    expect(page && disagreement(page).zh).toBe('');
    const print = own(`讲话\n${long}某县某局\n2022年3月9日\n某县某局办公室　2022年3月15日印发`);
    expect(print).toMatchObject({ from: '2022-03-09', disagreeing: [{ text: '2022年3月15日' }] });
    expect(days(`讲话\n发布时间：2022-03-09 10:20 来源：某网\n${body}`)).toBe('2022-03-09/2022-03-09');
  });

  it('stand in the text where it says so', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }),
        fc.constantFrom('（D）', 'D', '某县某局　D', '张某某（D）', '——D在全县大会上的讲话'),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        (date, line, end) => {
          const iso = date.toISOString().slice(0, 10);
          const written = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
          const text = `𠮷祥讲话${end}　${line.replace('D', written)}${end}同志们：${end}正文。`;
          const found = own(text);
          expect(found).toMatchObject({ from: iso, to: iso, day: iso, precision: 'day' });
          for (const { start, end: last, text: words } of found?.evidence ?? [])
            expect(text.slice(start, last)).toBe(words);
        },
      ),
    );
  });
});

it('takes no longer for a line without stops', () => {
  for (const piece of ['今年（2022年）', '去年（2022年）“', '总结2022年部署', '回顾', '2022年']) {
    const text = piece.repeat(20_000);
    expect(
      plainPasses(text, () => own(text), 2_000),
      piece,
    ).toBeLessThan(2_000);
  }
});

describe('the day judged on', () => {
  const asOf = (text: string, today: string, chosen?: string) => resolveAsOf(parseDraft(text), chosen, today);
  it('is today where today may be the draft’s day', () => {
    expect(asOf(`在2026年全县工作会议上的讲话\n${body}`, '2026-11-29')).toMatchObject({
      date: '2026-11-29',
      from: 'draft',
      old: false,
    });
  });
  it('is the safe day of a year that is over', () => {
    expect(asOf(`在2025年全县工作会议上的讲话\n${body}`, '2026-11-29')).toMatchObject({
      date: '2025-01-31',
      old: true,
    });
  });
  it('is a draft’s own day though it is old, and is told to be old after three months', () => {
    const text = `讲话\n（2026年8月29日）\n${body}`;
    expect(asOf(text, '2026-11-29')).toMatchObject({ date: '2026-08-29', old: false });
    expect(asOf(text, '2026-11-30')).toMatchObject({ date: '2026-08-29', from: 'draft', old: true });
    expect(asOf(text, '2026-11-30', '2026-12-01')).toMatchObject({
      date: '2026-12-01',
      from: 'option',
      old: true,
      writtenFor: { from: '2026-08-29' },
    });
  });
  it('of a draft for a coming day is that day', () => {
    expect(asOf(`讲话\n（2026年12月9日）\n${body}`, '2026-11-29')).toMatchObject({
      date: '2026-12-09',
      old: false,
    });
  });
});

describe('in words', () => {
  it.each([
    [`讲话\n（2022年2月16日）\n${body}`, '2022年2月16日', '4年9个月', '4 years 9 months'],
    [`讲话\n（2022年3月）\n${body}`, '2022年3月', '4年8个月', '4 years 8 months'],
    [`讲话\n（2026年7月29日）\n${body}`, '2026年7月29日', '4个月', '4 months'],
    [`讲话\n（2025年11月29日）\n${body}`, '2025年11月29日', '1年', '1 year'],
    [`在2023年全县工作会议上的讲话\n${body}`, '2023年', '约3年', 'about 3 years'],
    ['同志们：\n今天总结2022年工作，部署2023年任务。', '2022年11月至2023年3月', '约3年', 'about 3 years'],
    [`在2026年上半年工作会议上的讲话\n${body}`, '2026年1月至8月', '约3个月', 'about 3 months'],
  ])('%s', (text, written, ago, agoInEnglish) => {
    const found = own(text);
    if (found === null) throw new Error('no day found');
    expect(writtenForInWords(found).zh).toBe(written);
    expect(distanceInWords(found, '2026-11-29')).toEqual({ zh: ago, en: agoInEnglish });
  });
});
