import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { isOfItsWork, yearShiftEdits, yearShiftOf } from '../../lib/checking/year-shift.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

let checker: Checker;
beforeAll(async () => {
  checker = createChecker((await loadBuiltInKnowledge()).knowledge);
});

const head = ['在全县农业农村工作会议上的讲话', '（2022年2月16日）', '同志们：'];

function timelineOf(lines: readonly string[], date: string) {
  const text = lines.join('\n');
  return { text, ...checker.timeline(text, { today: date, date }) };
}

/** The last line of a draft after the years of the draft were shifted. */
function shifted(line: string, date = '2026-03-02', before: readonly string[] = head): string {
  const { text, asOf, mentions } = timelineOf([...before, line], date);
  const shift = yearShiftOf(asOf, mentions, text);
  if (shift === null) return line;
  const edits = yearShiftEdits(mentions, text, shift.planned, shift.proposed);
  return applyEdits(text, edits).split('\n').at(-1) ?? '';
}

describe('the years of a shift', () => {
  const plans = '2022年，要全面完成各项任务。';
  it.each([
    { name: 'the judged year', date: '2026-03-02', lines: [...head, plans], planned: 2022, proposed: 2026 },
    {
      name: 'the next year from October on, where the draft sums up and plans',
      date: '2026-11-30',
      lines: [
        '在全县经济工作会议上的讲话',
        '（2021年12月28日）',
        '今天的会议，主要是总结2021年工作，部署2022年任务。',
        plans,
      ],
      planned: 2022,
      proposed: 2027,
    },
    {
      name: 'the next year for a report that was given at the end of a year and looked ahead',
      date: '2026-11-30',
      lines: [
        '在全院年终总结会上的讲话',
        '（2019年12月26日）',
        '2019年工作总结如下。',
        '2020年，要抓好教学质量。',
      ],
      planned: 2020,
      proposed: 2027,
    },
    {
      name: 'the judged year in November, where a meeting of April summed up',
      date: '2026-11-30',
      lines: [
        '在全县安全生产工作会议上的讲话',
        '（2022年4月15日）',
        '今天总结2021年工作，部署2022年任务。',
        plans,
      ],
      planned: 2022,
      proposed: 2026,
    },
    {
      name: 'not the end of something that takes years',
      date: '2026-03-02',
      lines: [
        '同志们：',
        '到2020年，要实现全部脱贫。',
        '到2020年，要全面建成小康社会。',
        '2018年，要抓好春耕。',
      ],
      planned: 2018,
      proposed: 2026,
    },
    {
      name: 'the judged year in November, where nothing is summed up',
      date: '2026-11-30',
      lines: ['在全县防汛调度会上的讲话', '（2022年6月8日）', '到2022年底，要完成全部除险加固。'],
      planned: 2022,
      proposed: 2026,
    },
    {
      name: 'the year that is named most where the date line is new already',
      date: '2026-03-02',
      lines: [head[0] ?? '', '（2026年3月2日）', plans, '2022年，要抓好春耕。', '要总结2021年经验。'],
      planned: 2022,
      proposed: 2026,
    },
  ])('are $name', ({ date, lines, planned, proposed }) => {
    const { text, asOf, mentions } = timelineOf(lines, date);
    expect(yearShiftOf(asOf, mentions, text)).toEqual({ planned, proposed });
  });

  it.each([
    { name: 'a draft of today', lines: [head[0] ?? '', '（2026年3月2日）', '2026年，要抓好春耕。'] },
    { name: 'a draft without a year', lines: ['同志们：', '要抓好春耕，压实责任。'] },
    { name: 'an old draft whose years are history', lines: [...head, '2020年，我县实现了脱贫摘帽。'] },
  ])('are none in $name', ({ lines }) => {
    const { text, asOf, mentions } = timelineOf(lines, '2026-03-02');
    expect(yearShiftOf(asOf, mentions, text)).toBeNull();
  });
});

describe('a shift', () => {
  it.each([
    ['2022年，要全面完成各项目标任务。', '2026年，要全面完成各项目标任务。'],
    ['2022年重点抓好以下工作。', '2026年重点抓好以下工作。'],
    ['到2022年底，要建成高标准农田三万亩。', '到2026年底，要建成高标准农田三万亩。'],
    ['确保2022年目标任务圆满完成。', '确保2026年目标任务圆满完成。'],
    ['要在2022年10月底前完成整改。', '要在2026年10月底前完成整改。'],
    ['２０２２年，要抓好粮食生产。', '２０２６年，要抓好粮食生产。'],
    ['二〇二二年，要抓好粮食生产。', '二〇二六年，要抓好粮食生产。'],
    ['力争2022年实现良好开局，要做好2022年各项工作。', '力争2026年实现良好开局，要做好2026年各项工作。'],
    ['要全力做好2022年上半年的各项工作。', '要全力做好2026年上半年的各项工作。'],
    ['今天我们总结2021年工作，部署2022年任务。', '今天我们总结2025年工作，部署2026年任务。'],
    ['2021—2022学年第一学期要抓好教学质量。', '2025—2026学年第一学期要抓好教学质量。'],
  ])('carries %s over', (line, wanted) => {
    expect(shifted(line)).toBe(wanted);
  });

  it.each([
    '2020年，我县实现了脱贫摘帽。',
    '自2012年以来，全县面貌发生了巨大变化。',
    '《乡村建设行动实施方案（2022—2025年）》要落实到村。',
    '全县安排资金2022万元，要尽快拨付。',
    '要对照国办发〔2022〕15号文件逐条落实。',
    '到2035年，要基本实现农业现代化。',
    '要瞄准2030年前碳达峰目标，逐年压减。',
    '编号为2022-17的地块要抓紧开工。',
    '热线电话2022110要有人值守。',
    '会议室在2022房间，请准时参加。',
  ])('leaves %s alone', (line) => {
    expect(shifted(line)).toBe(line);
  });

  it('leaves the full date of the draft to its author', () => {
    const { text, asOf, mentions } = timelineOf([...head, '2022年，要抓好春耕。'], '2026-03-02');
    const shift = yearShiftOf(asOf, mentions, text);
    expect(shift).not.toBeNull();
    const after = applyEdits(text, yearShiftEdits(mentions, text, 2022, 2026));
    expect(after).toContain('（2022年2月16日）');
    expect(after).toContain('2026年，要抓好春耕。');
  });

  it('is the same once the date line is new, where the old day is remembered', () => {
    const old = [
      '在全市工作会议上的讲话',
      '（2022年12月28日）',
      '总结2022年工作，部署2023年任务。',
      '做好2023年各项工作。',
    ];
    const shiftOf = (lines: readonly string[], oldDay?: string) => {
      const { text, asOf, mentions } = timelineOf(lines, '2026-11-30');
      return yearShiftOf(asOf, mentions, text, oldDay);
    };
    expect(shiftOf(old)).toEqual({ planned: 2023, proposed: 2027 });
    const renewed = old.map((line) => line.replace('2022年12月28日', '2026年11月30日'));
    expect(shiftOf(renewed, '2022-12-28')).toEqual({ planned: 2023, proposed: 2027 });
    // The statement still tells of the old years.
    const { text, mentions } = timelineOf(renewed, '2026-11-30');
    const statement = mentions.find(({ start, end }) => text.slice(start, end).includes('总结2022年'));
    expect(statement?.verdict).toBe('change');
  });

  it.each([
    '2023年是全面贯彻党的二十大精神的开局之年，要抓好落实。',
    '2023年恰逢我校建校70周年，要精心筹备。',
    '2023年农历癸卯兔年，祝大家万事如意。',
    '要落实市政府2023年1号文件，抓好春耕。',
    '2023年1月1日起，新修订的办法施行，要抓好宣传。',
    '2023年要办好亚运会，抓好场馆建设。',
    '2023年前要全部建成，2025年要全面投用。',
    '2023年要做好换届选举工作。',
    '要确保2023年高考平安顺利。',
    '2023年要确保生产总值同比增长6%。',
    '2023年2月，边境冲突爆发，国际形势复杂严峻。',
    '要学习好2023年新年贺词，凝聚力量。',
    '今年是2023年，距离收官还有三年。',
    '2023年春节刚过，大家要尽快收心。',
    '2023年疫情防控形势严峻，任务繁重。',
    '要关心在2023年退休的老干部。',
    '组织干部群众收看2023年女足世界杯。',
    '2023年冬奥会刚刚圆满闭幕，举国欢腾。',
  ])('asks the author about %s', (line) => {
    const lines = ['在全市工作会议上的讲话', '（2023年2月8日）', line];
    const { text, mentions } = timelineOf(lines, '2026-11-30');
    const edits = yearShiftEdits(mentions, text, 2023, 2026);
    for (const mention of mentions)
      if (edits.some(({ start, end }) => mention.start <= start && end <= mention.end))
        expect(isOfItsWork(mention, text, edits)).toBe(false);
  });

  it('is certain in a sentence that names no other year and nothing of one year only', () => {
    const lines = ['在全市工作会议上的讲话', '（2023年2月8日）', '要总结2022年经验，做好2023年各项工作。'];
    const { text, mentions } = timelineOf(lines, '2026-11-30');
    const edits = yearShiftEdits(mentions, text, 2023, 2026);
    expect(edits).toHaveLength(2);
    const [one] = mentions.filter(
      ({ start, end }) =>
        text.slice(start, end).includes('2023年各') || text.slice(start, end).includes('做好2023年'),
    );
    if (one === undefined) throw new Error('It is not there.');
    expect(isOfItsWork(one, text, edits)).toBe(true);
  });

  it.each([
    '2023年，我们要抓好春耕生产。',
    '到2023年底，要全部完成整改。',
    '2023年全市工作的总体要求已经明确，要抓好落实。',
    '会议的主要任务是部署2023年重点任务。',
    '2023年我市要新建一批学校。',
  ])('is certain of the year of the work: %s', (line) => {
    const { text, mentions } = timelineOf(['在全市工作会议上的讲话', '（2023年2月8日）', line], '2026-11-30');
    const edits = yearShiftEdits(mentions, text, 2023, 2026);
    const own = mentions.filter((one) =>
      edits.some(({ start, end }) => one.start <= start && end <= one.end),
    );
    expect(own.map((one) => isOfItsWork(one, text, edits))).toEqual([true]);
  });

  it('goes where the author says', () => {
    const { text, mentions } = timelineOf([...head, '2022年，要抓好春耕。'], '2026-11-30');
    expect(applyEdits(text, yearShiftEdits(mentions, text, 2022, 2027))).toContain('2027年，要抓好春耕。');
  });
});
