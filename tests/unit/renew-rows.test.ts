import { beforeAll, describe, expect, it } from 'vitest';
import { layOut } from '../../entrypoints/sidepanel/renew/axis.ts';
import { byKind, byPlace } from '../../entrypoints/sidepanel/renew/groups.ts';
import { changesOf, type RenewRow, rowsOf, sentenceOf } from '../../entrypoints/sidepanel/renew/rows.ts';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { yearShiftOf } from '../../lib/checking/year-shift.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

let checker: Checker;
beforeAll(async () => {
  checker = createChecker((await loadBuiltInKnowledge()).knowledge);
});

const day = '2026-03-02';
const speech = [
  '在全县农业农村工作会议上的讲话',
  '（2022年2月16日）',
  '一、抓好粮食生产',
  '2022年，要抓好粮食生产，深入学习贯彻党的十九大精神。',
  '2020年，我县实现了脱贫摘帽。',
  '二、抓好环境整治',
  '要确保2022年目标任务圆满完成。',
].join('\n');

function rowsFor(text: string, target: number | null = 2026): RenewRow[] {
  const options = { today: day, date: day };
  const { asOf, mentions } = checker.timeline(text, options);
  const { findings } = checker.check(text, options);
  const listed = mentions.map((one) => ({ ...one, reason: one.reason.zh, kept: false }));
  return rowsOf({ mentions: listed, shift: yearShiftOf(asOf, mentions, text) }, findings, text, target);
}

const about = (rows: readonly RenewRow[], words: string) => rows.filter((row) => row.words === words);

describe('the rows of a timeline', () => {
  it('say what would stand there: a shifted year, the newest meeting, the day judged on', () => {
    const rows = rowsFor(speech);
    const wouldBe = rows.map(({ words, successor }) => [words, successor]);
    expect(wouldBe).toContainEqual(['党的十九大', '党的二十大']);
    expect(about(rows, '2022年').map(({ successor }) => successor)).toContain('2026年');
    expect(rows.find(({ mention }) => mention.kind === 'draft-date')?.successor).toContain('2026年3月2日');
    for (const row of rows)
      if (row.verdict === 'keep') expect(row).toMatchObject({ edits: [], successor: '', isCertain: false });
  });

  it('follow the year that the author sets, and nothing is shifted without one', () => {
    const years = (target: number | null) =>
      rowsFor(speech, target).flatMap(({ mention, successor }) =>
        mention.kind === 'year' ? [successor] : [],
      );
    expect(years(2027)).toContain('2027年');
    expect(years(null).filter((one) => one !== '')).toEqual([]);
  });

  it('are never certain where only a person can say', () => {
    for (const { isCertain, verdict, edits } of rowsFor(speech))
      if (isCertain) expect([verdict, edits.length > 0]).toEqual(['change', true]);
    expect(rowsFor(speech).find(({ mention }) => mention.kind === 'draft-date')?.isCertain).toBe(false);
  });

  it('keep their names while the text around them changes', () => {
    const keys = rowsFor(speech).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(
      rowsFor(speech.replace('一户', '每户').replace('抓好环境整治', '抓好环境综合整治')).map(
        ({ key }) => key,
      ),
    ).toEqual(keys);
  });

  it('are grouped by kind, and by the headings of the draft', () => {
    const rows = rowsFor(speech);
    expect(byKind(rows).flatMap(({ items }) => items)).toHaveLength(rows.length);
    const second = speech.indexOf('二、');
    const headings = [
      { title: '一', start: speech.indexOf('一、'), end: second },
      { title: '二', start: second, end: speech.length },
    ];
    const groups = byPlace(rows, headings, '开头');
    expect(groups.map(({ title }) => title)).toEqual(['开头', '一', '二']);
    expect(groups.flatMap(({ items }) => items)).toEqual(rows);
    expect(byPlace(rows, [], '开头').map(({ title }) => title)).toEqual(['']);
  });
});

describe('what rows change together', () => {
  const changes = (rows: readonly RenewRow[], isTicked: (row: RenewRow) => boolean) =>
    changesOf(rows, ({ mention }) => mention.reason, isTicked);

  it('comes in text order without overlaps, and makes the draft of today', () => {
    const rows = rowsFor(speech).filter(({ isCertain }) => isCertain);
    const made = changes(rows, () => true);
    for (const [at, change] of made.entries())
      expect(change.start).toBeGreaterThanOrEqual(made[at - 1]?.end ?? 0);
    const after = applyEdits(speech, made);
    expect(after).toContain('2026年，要抓好粮食生产，深入学习贯彻党的二十大精神。');
    expect(after).toContain('确保2026年目标任务');
    expect(after).toContain('2020年，我县实现了脱贫摘帽。');
    expect(after).toContain('（2022年2月16日）');
  });

  it('takes the ticked one of two rows on the same words', () => {
    const [row] = about(rowsFor(speech), '党的十九大');
    if (row === undefined) throw new Error('There is no row.');
    const other = { ...row, key: 'other', edits: row.edits.map((edit) => ({ ...edit, text: '别的' })) };
    const made = changes([other, row], ({ key }) => key === row.key);
    expect(made.map(({ text }) => text)).toEqual(row.edits.map(({ text }) => text));
    expect(made[0]?.startsLeftOut).toBe(false);
  });

  it('shows the sentence of a mention, and no other', () => {
    const [row] = about(rowsFor(speech), '党的十九大');
    if (row === undefined) throw new Error('There is no row.');
    expect(sentenceOf(row.mention, speech)).toBe('2022年，要抓好粮食生产，深入学习贯彻党的十九大精神');
  });
});

describe('the axis', () => {
  const rowAt = (from: string | null, at: number): RenewRow => ({
    key: `${at}`,
    words: '',
    finding: null,
    edits: [],
    successor: '',
    isCertain: false,
    isShifted: false,
    verdict: 'change',
    mention: {
      start: at,
      end: at + 1,
      kind: 'year',
      from,
      to: from,
      verdict: 'change',
      successor: null,
      reason: '',
      kept: false,
    },
  });
  const days = { judgedOn: day, writtenFor: '2022-02-16' };

  it('has a place for each dated mention in its year, without two in one place', () => {
    const rows = Array.from({ length: 300 }, (_, at) => rowAt(`${2019 + (at % 8)}-0${1 + (at % 9)}-01`, at));
    for (const width of [300, 372, 900]) {
      const axis = layOut(rows, days, width);
      expect(axis.dots).toHaveLength(300);
      expect(new Set(axis.dots.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)).size).toBe(300);
      for (const { x, y, row } of axis.dots) {
        const tick = axis.ticks.find(({ from, to }) => from <= x && x < to);
        expect(tick?.year).toBe(Number(row.mention.from?.slice(0, 4)));
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(axis.height);
      }
    }
  });

  it('gathers what lies far off at its ends, and says so', () => {
    const axis = layOut([rowAt('1949-10-01', 0), rowAt('2022-01-01', 1), rowAt('2050-01-01', 2)], days, 320);
    expect(axis.ticks.map(({ stands }) => stands)).toEqual([
      'for-earlier',
      ...Array.from({ length: axis.ticks.length - 2 }, () => 'for-itself'),
      'for-later',
    ]);
    expect(axis.ticks.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(axis.ticks.length).toBeLessThanOrEqual(12);
  });

  it('counts what has no year, and shows both days', () => {
    const axis = layOut([rowAt(null, 0), rowAt('2022-01-01', 1)], days, 320);
    expect(axis.undated).toBe(1);
    expect(axis.lines.map(({ name }) => name)).toEqual(['written-for', 'judged-on']);
    const [written, judged] = axis.lines.map(({ x }) => x);
    expect(written).toBeLessThan(judged ?? 0);
    expect(layOut([], { judgedOn: day }, 320).dots).toEqual([]);
  });
});
