import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { language } from '../../components/say.ts';
import { asHtml } from '../../entrypoints/report/as-html.ts';
import { asText } from '../../entrypoints/report/as-text.ts';
import { reportDocument } from '../../entrypoints/report/report-document.ts';
import { rowsOfMentions } from '../../entrypoints/sidepanel/facts/renew-rows.ts';
import { inTextOrder, placesIn, rowsOf } from '../../entrypoints/sidepanel/facts/report-rows.ts';
import type { RenewRow } from '../../entrypoints/sidepanel/renew/rows.ts';
import { lengthInWords } from '../../entrypoints/surface/length-words.ts';
import type { Report } from '../../entrypoints/surface/report.ts';
import { partsOfReason, reasonOf } from '../../lib/checking/reasons.ts';
import { openDocx } from '../../lib/docx/open.ts';
import { tableDocx } from '../../lib/docx/table-document.ts';
import { parseXml } from '../../lib/docx/xml.ts';
import { countCharacters, minutesOf } from '../../lib/draft/length.ts';
import { languages, sayIn } from '../../lib/language/language.ts';
import type { Finding } from '../../lib/rules/types.ts';

vi.mock('wxt/browser', () => ({ browser: {} }));
afterEach(() => {
  language.value = 'zh';
});

const text = '讲话\n\n同志们：\n一、提高站位\n（一）学习党的二十大精神\n二、压实责任\n市工商局<牵头>。';
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const bureau: Finding = {
  rule: 'outdated-reference',
  level: 'error',
  ...span('市工商局'),
  message: '机构已更名。',
  source: { title: '国务院机构改革方案', date: '2018-03-17' },
  fixes: [
    { label: '改为“市市场监管局”', edits: [] },
    { label: '改为“当时的市工商局”', edits: [] },
  ],
};
const question: Finding = { ...bureau, rule: 'draft-date', asks: 'judged-on' };
const headings = [
  {
    ...span('一、提高站位'),
    title: '一、提高站位',
    children: [{ ...span('（一）学习'), title: '（一）学习党的二十大精神', children: [] }],
  },
  { ...span('二、压实责任'), title: '二、压实责任', children: [] },
];
const made = [
  { ...span('二十大'), before: '十九大', after: '二十大', reason: reasonOf(bureau, sayIn('zh')) },
  { ...span('二、'), before: '三、', after: '二、', reason: '序号按层次顺排。' },
];
const placed = rowsOf({
  text,
  findings: [bureau, question],
  made,
  placeOf: placesIn(text, headings),
  ruleTitle: (rule) => (rule === 'outdated-reference' ? '过时提法' : rule),
});
const rows = inTextOrder(placed);
const report: Report = {
  title: '讲话',
  date: '2026-11-20',
  trueUntil: '2026-10-15',
  checkedAt: new Date(2026, 10, 30, 9, 5).getTime(),
  characters: 5391,
  speakingRate: 220,
  ignored: 2,
  complete: true,
  rows,
};

describe('the rows of a report', () => {
  it('have all that is to be done and all that was changed, in order of place', () => {
    expect(rows.map(({ words, state }) => [words, state])).toEqual([
      ['十九大', 'done'],
      ['三、', 'done'],
      ['市工商局', 'open'],
    ]);
  });

  it('tell the place by its headings and paragraph, empty lines not counted', () => {
    expect(rows.map(({ headings: over, paragraph }) => [...over, paragraph])).toEqual([
      ['一、提高站位', '（一）学习党的二十大精神', 4],
      ['二、压实责任', 5],
      ['二、压实责任', 6],
    ]);
  });

  it('tell words in their line, reason, source and every suggestion', () => {
    expect(rows[2]).toEqual({
      kind: '过时提法',
      level: 'error',
      headings: ['二、压实责任'],
      paragraph: 6,
      before: '',
      words: '市工商局',
      after: '<牵头>。',
      reason: '机构已更名。',
      source: '国务院机构改革方案，2018年3月17日',
      suggestion: '改为“市市场监管局”；或改为“当时的市工商局”',
      state: 'open',
    });
    expect(rows[0]).toMatchObject({
      before: '（一）学习党的',
      after: '精神',
      suggestion: '二十大',
      reason: '机构已更名。',
      source: '国务院机构改革方案（2018年3月17日）',
    });
    expect(rows[1]).toMatchObject({ reason: '序号按层次顺排。' });
    expect(rows[1]).not.toHaveProperty('source');
  });
});

describe('mentions of the view 翻新, as rows of a report', () => {
  const mention = (change: Partial<RenewRow>, kept = false): RenewRow => ({
    key: '',
    mention: {
      ...span('二十大'),
      kind: 'meeting',
      from: null,
      to: null,
      verdict: 'check',
      successor: null,
      reason: '请核对届次。',
      kept,
    },
    words: '二十大',
    finding: null,
    edits: [],
    successor: '',
    isCertain: false,
    isShifted: false,
    verdict: 'check',
    ...change,
  });
  const of = (...given: RenewRow[]) =>
    rowsOfMentions(given, text, placesIn(text, headings)).map(({ row }) => row);

  it('are those to be changed or checked that are no finding, and those that were kept', () => {
    const given = [
      mention({ successor: '二十一大', verdict: 'change' }),
      mention({ finding: bureau }),
      mention({ verdict: 'keep' }),
      mention({ successor: '二十一大' }, true),
    ];
    expect(of(...given).map(({ verdict, suggestion, state }) => [verdict, suggestion, state])).toEqual([
      ['change', '改为“二十一大”', 'open'],
      ['check', '', 'kept'],
    ]);
    expect(of(...given).every(({ kind }) => kind === '会议届次')).toBe(true);
    const all = inTextOrder([...placed, ...rowsOfMentions([mention({})], text, placesIn(text, headings))]);
    expect(all.map(({ words }) => words)).toEqual(['十九大', '二十大', '三、', '市工商局']);
    expect(of(mention({}))[0]).toMatchObject({ words: '二十大', paragraph: 4, reason: '请核对届次。' });
  });
});

describe('the reason of a change', () => {
  it.each(languages)('falls into sentence and source, in %s', (one) => {
    const reason = reasonOf(bureau, sayIn(one));
    const { message, source } = partsOfReason(reason);
    expect([message, source]).toEqual([
      '机构已更名。',
      expect.stringMatching(/^国务院机构改革方案.*\d日?[）)]$/u),
    ]);
    expect(partsOfReason('序号按层次顺排。')).toEqual({ message: '序号按层次顺排。' });
  });
});

describe('a report as a document', () => {
  it('says which draft it is, when it was checked, and what came of it', () => {
    const lines = reportDocument(report).lines.map((line) => line.map((run) => run.text).join(''));
    expect(lines).toEqual([
      '稿件：讲话',
      '稿件日期 2026年11月20日 · 5,391 字 · 约25分钟',
      '核对于 2026年11月30日 09:05 · 提法依据更新至2026年10月15日',
      '尚未处理 1 处（应改 1），本次已改 2 处，另忽略 2 处。',
    ]);
    const check: Report['rows'] = rows.map((row) => ({
      ...row,
      level: undefined,
      verdict: 'check',
      state: 'open',
    }));
    const summary = reportDocument({ ...report, rows: [...rows, ...check] }).lines.at(-1)?.[0]?.text;
    expect(summary).toContain('尚未处理 4 处（应改 1、请核 3）');
    const part = reportDocument({ ...report, complete: false, rows: [], ignored: 0 });
    expect(part.sections).toEqual([]);
    expect(part.lines.at(-2)?.[0]?.text).toBe('没有尚未处理的提示。');
    expect(part.lines.at(-1)?.[0]?.text).toContain('只呈现了长文的一部分');
  });

  it('has a table for each state that a row is in, also for rows of another kind', () => {
    const kept = { ...rows[2], kind: '年份', level: undefined, state: 'kept' } as Report['rows'][number];
    const { sections } = reportDocument({ ...report, rows: [...rows, kept] });
    expect(sections.map(({ heading }) => heading)).toEqual([
      '尚未处理（1 处）',
      '本次已改（2 处）',
      '看过保留（1 处）',
    ]);
    for (const { columns, rows: cells } of sections) {
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(100);
      for (const row of cells) expect(row).toHaveLength(columns.length);
    }
  });

  it('tells long headings by their first words, and what was put in with the words beside it', () => {
    const row = {
      ...rows[0],
      headings: ['一、提高政治站位，把牢机关党建的正确方向'],
    } as Report['rows'][number];
    const cells = reportDocument({ ...report, rows: [row] }).sections[0]?.rows[0] ?? [];
    expect(cells[1]?.map((line) => line.map((run) => run.text).join(''))).toEqual([
      '一、提高政治站位，把牢机关…',
      '第 4 段',
    ]);
    expect(cells[4]?.map((line) => line.map((run) => run.text).join(''))).toEqual(['学习党的二十大精神']);
  });

  it('is plain text', () => {
    expect(asText(reportDocument(report))).toContain(
      [
        '尚未处理（1 处）',
        '',
        '1. 位置：二、压实责任 / 第 6 段',
        '   文字：市工商局<牵头>。',
        '   理由与依据：应改 · 过时提法 / 机构已更名。 / 依据：国务院机构改革方案，2018年3月17日',
        '   建议：改为“市市场监管局”；或改为“当时的市工商局”',
        '   处理：□',
      ].join('\n'),
    );
  });

  it('is HTML with tables, in which words of the draft are no tags', () => {
    const html = asHtml(reportDocument(report));
    expect(html.match(/<table /gu)).toHaveLength(2);
    expect(html.match(/<tr>/gu)).toHaveLength(2 + 3);
    expect(html).toContain('<b>市工商局</b>&lt;牵头&gt;。');
    expect(html).not.toContain('<牵头>');
  });

  it('is a .docx whose table heads repeat, with the fonts of official documents', () => {
    const bytes = tableDocx(reportDocument(report));
    const parts = unzipSync(bytes);
    for (const part of Object.values(parts)) expect(() => parseXml(part)).not.toThrow();
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(2);
    expect(body.match(/<w:tr>/gu)).toHaveLength(2 + 3);
    expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('w:eastAsia="仿宋"');
    const read = openDocx(bytes).text;
    expect(read).toContain('核对单\n稿件：讲话\n');
    expect(read).toContain('市工商局<牵头>。');
  });

  it('holds what no XML can hold in a .docx that can be read', () => {
    const odd = { ...report, title: '甲\u0000乙\ud800丙&<丁>\u0007', rows: [] };
    expect(openDocx(tableDocx(reportDocument(odd))).text).toContain('稿件：甲乙丙&<丁>\n');
  });

  it('is English where the screen is, but for the draft and its sources', () => {
    language.value = 'en';
    const unquoted = (line: readonly { text: string; quoted?: boolean }[]) =>
      line.flatMap(({ text: words, quoted }) => (quoted === true ? [] : [words]));
    const { title, lines, sections } = reportDocument({ ...report, rows: [] });
    expect(sections).toEqual([]);
    for (const words of [title, ...lines.flatMap(unquoted)]) expect(words).not.toMatch(/\p{Script=Han}/u);
    const full = reportDocument(report).sections;
    for (const { heading, columns } of full) {
      for (const words of [heading, ...columns.map((column) => column.title)])
        expect(words).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('the length of a draft', () => {
  it('is counted without white space, a rare character as one', () => {
    expect(countCharacters('同志 们：\n\n\u3000\u3000𠮷')).toBe(5);
    expect(countCharacters('')).toBe(0);
  });

  it('takes so many minutes to be read out', () => {
    expect(minutesOf(5_391, 220)).toBe(25);
    expect(minutesOf(220, 220)).toBe(1);
    expect(minutesOf(219, 220)).toBe(0);
    expect(lengthInWords(5_391, 220)).toBe('5,391 字 · 约25分钟');
    expect(lengthInWords(30, 220)).toBe('30 字 · 不到1分钟');
    expect(lengthInWords(5_391)).toBe('5,391 字');
    language.value = 'en';
    expect(lengthInWords(5_391, 220)).toBe('5,391 chars · about 25 min');
  });
});
