import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../lib/draft/draft.ts';
import { parseOutline } from '../../lib/draft/outline.ts';

/** Every series as `kind:values<parent`, the parent by its ordinal. */
function seriesOf(...lines: string[]): string[] {
  const text = lines.join('\n');
  return parseOutline(parseDraft(text)).series.map((series) => {
    const parent =
      series.parent === null ? '' : `<${text.slice(series.parent.ordinal.start, series.parent.mark.end)}`;
    return `${series.kind}:${series.items.map((item) => item.value).join(',')}${parent}`;
  });
}

describe('series and scopes', () => {
  it('starts （一） again under each 一、', () => {
    expect(
      seriesOf(
        '一、思想',
        '（一）学',
        '（二）悟',
        '二、组织',
        '（一）班子',
        '（二）队伍',
        '（三）阵地',
        '三、作风',
      ),
    ).toEqual(['chinese:1,2,3', 'chinese-bracketed:1,2<一、', 'chinese-bracketed:1,2,3<二、']);
  });

  it('reads the same words under another heading as a heading of its own', () => {
    expect(seriesOf('一、经济工作', '（一）主要成绩和做法', '二、民生工作', '（一）主要成绩和做法')).toEqual([
      'chinese:1,2',
      'chinese-bracketed:1<一、',
      'chinese-bracketed:1<二、',
    ]);
  });

  it('nests four levels', () => {
    expect(
      seriesOf('一、甲', '（一）乙', '1.丙', '（1）丁', '（2）戊', '2.己', '（二）庚', '二、辛'),
    ).toEqual(['chinese:1,2', 'chinese-bracketed:1,2<一、', 'arabic:1,2<（一）', 'arabic-bracketed:1,2<1.']);
  });

  it('reads runs inside a paragraph and starts again at 一是', () => {
    expect(
      seriesOf(
        '第一，要看到成绩。一是干劲足，二是办法多。第二，要看到不足。一要补短板；二要强弱项；三要防风险。',
      ),
    ).toEqual(['ordinal:1,2', 'is:1,2<第一，', 'must:1,2,3<第二，']);
  });

  it('follows a run from one paragraph into the next', () => {
    expect(
      seriesOf('要把握三点。一是坚持方向，稳步推进。', '二是突出重点，以点带面。', '三是守住底线。'),
    ).toEqual(['is:1,2,3']);
  });

  it('keeps a run inside a paragraph apart from the one whose item it stands in', () => {
    expect(
      seriesOf(
        '一是抓学习。做到三个到位：一是计划到位；二是人员到位；三是考核到位。',
        '二是抓落实。',
        '三是抓督查。',
      ),
    ).toEqual(['is:1,2,3', 'is:1,2,3<一是']);
  });

  it('comes back to a run that held a lower one of its own kind', () => {
    expect(seriesOf('要做到三点：一是抓早，重在两条：一是排查，二是整改；二是抓小；三是抓常。')).toEqual([
      'is:1,2,3',
      'is:1,2<一是',
    ]);
    expect(
      seriesOf('一是抓学习。', '重点有：', '一是学原文。', '二是悟原理。', '二是抓落实。', '三是抓督查。'),
    ).toEqual(['is:1,2,3', 'is:1,2<一是']);
  });

  it('finds the headings that stand in joined paragraphs, and their scopes', () => {
    expect(
      seriesOf(
        '提出意见。一、回顾过去',
        '（一）甲事已成。',
        '（二）乙事已成。再接再厉。二、展望今年',
        '（一）丙事要成。',
        '三、建设政府',
      ),
    ).toEqual(['chinese:1,2,3', 'chinese-bracketed:1,2<一、', 'chinese-bracketed:1<二、']);
  });

  it('finds the 一、 that stands in the last item of the list above it', () => {
    expect(seriesOf('一、甲', '（一）乙事要办。', '（二）丙事要办。二、丁', '（一）戊', '（二）己')).toEqual([
      'chinese:1,2',
      'chinese-bracketed:1,2<一、',
      'chinese-bracketed:1,2<二、',
    ]);
  });

  it('puts no heading under a 首先 that greets or a run inside a paragraph', () => {
    expect(seriesOf('首先，感谢大家支持。', '一、甲', '二、乙')).toEqual(['sequence-word:1', 'chinese:1,2']);
    expect(seriesOf('要把握：一是方向。', '（一）甲', '二是重点。', '（二）乙')).toEqual([
      'is:1',
      'chinese-bracketed:1,2',
      'is:2<（一）',
    ]);
  });

  it('starts again in the second speech of a file', () => {
    expect(
      seriesOf(
        '同志们：',
        '一、统一思想',
        '二、真抓实干',
        '在全县教育大会上的讲话',
        '同志们：',
        '一、认清形势',
        '二、压实责任',
        '附件：任务清单',
        '一、总体安排',
        '二、进度要求',
      ),
    ).toEqual(['chinese:1,2', 'chinese:1,2', 'chinese:1,2']);
  });

  it('reads parts, chapters, and articles that run on through chapters', () => {
    expect(
      seriesOf(
        '第一章 总则',
        '第一条 为规范工作，制定本办法。',
        '第二条 本办法适用于全县。',
        '第二章 职责',
        '第三条 各镇负责。',
      ),
    ).toEqual(['chapter:1,2', 'article:1,2,3<第一章']);
    expect(
      seriesOf('第一部分 过去一年', '一、经济', '二、民生', '第二部分 今年打算', '三、目标', '四、措施'),
    ).toEqual(['part:1,2', 'chinese:1,2,3,4<第一部分']);
  });

  it('gives the spans of ordinal, number and mark, and the title', () => {
    const text = '同志们：\n　　（十二）、抓好落实。一件事一件事办。';
    const item = parseOutline(parseDraft(text)).series[0]?.items[0];
    expect(item).toMatchObject({
      value: 12,
      place: 'run-in',
      ordinal: { start: 7, end: 11 },
      numeral: { start: 8, end: 10 },
      mark: { start: 11, end: 12 },
      markText: '、',
      paragraph: 1,
      title: '（十二）、抓好落实',
    });
  });

  it('finds a heading that lost its line break', () => {
    const text = '一、抓学习\n要学深悟透。二、抓整改\n要立行立改。\n三、抓落实';
    const series = parseOutline(parseDraft(text)).series[0];
    expect(series?.items.map((item) => `${item.value}${item.place}`)).toEqual([
      '1own-line',
      '2embedded',
      '3own-line',
    ]);
  });
});

describe('what is no ordinal', () => {
  it.each([
    '一、二线城市的房价总体平稳。',
    '二、三产业增加值占比提高到九成。',
    '三、四季度要乘势而上。',
    '一、三季度增速较快。',
    '十一、元旦期间要加强值班。',
    '第一季度开局良好。第三产业占比提高。',
    '第一、第二产业协调发展。',
    '第二、三种形态处理了一批干部。',
    '1.5亿元投资全部到位。',
    '2.3万名群众受益。',
    '5.12防灾减灾日即将到来。',
    '7．5%的预期目标能够实现。',
    '1.2 总体要求',
    '1、2号楼已经封顶。',
    '丁是丁，卯是卯。一是一、二是二，账要算清。',
    '一是一，二是二，实事求是。',
    '这样一来二去，误了农时。大家万众一心是最大的底气。',
    '谁主张谁举证，他一要证据、二要证人。',
    '要讲清一要素、三要件的关系。六要素齐全。',
    '大会要求“一是抓学习；二是抓落实”，我们坚决照办。',
    '上级明确了方向（一是稳；二是进），要认真领会。',
    '（三）至（五）项由各镇负责。',
    '位居全省第一，增速全市第二，成绩来之不易。',
  ])('reads nothing in %s', (line) => {
    expect(seriesOf('同志们：', line)).toEqual([]);
  });

  it('passes over a table of contents', () => {
    expect(
      seriesOf('目　录', '一、回顾……1', '二、打算……5', '（一）经济……6', '各位代表：', '一、回顾', '二、打算'),
    ).toEqual(['chinese:1,2']);
    expect(seriesOf('一、回顾......3', '二、打算......9', '一、回顾', '二、打算')).toEqual(['chinese:1,2']);
  });

  it('passes over what a quotation of several paragraphs numbers', () => {
    expect(
      seriesOf('决议写道：“全会认为：', '一、形势很好。', '三、任务很重。”', '一、传达', '二、贯彻'),
    ).toEqual(['chinese:1,2']);
  });

  it('lets a quotation that was never closed hide nothing', () => {
    expect(seriesOf('他说：“要干。', '一、甲', '“稳”字当头', '二、乙', '”')).toEqual(['chinese:1,2']);
  });

  it('tells a heading that begins with a number from two numbers', () => {
    expect(seriesOf('一、成绩', '二、问题', '三、四点要求', '四、组织领导')).toEqual(['chinese:1,2,3,4']);
    expect(seriesOf('一、成绩', '二、问题', '三、四点体会说在前头，供大家参考。', '三、打算')).toEqual([
      'chinese:1,2,3',
    ]);
    expect(seriesOf('一、甲', '二、三年见成效', '二、乙')).toEqual(['chinese:1,2']);
    expect(seriesOf('一、一年来的工作', '二、三年行动计划', '三、几点体会')).toEqual(['chinese:1,2,3']);
  });
});

it('reads 50,000 characters with 300 headings, once per draft', () => {
  const body = '要认真学习领会，结合实际抓好贯彻落实，确保各项任务落地见效。一是抓重点，二是补短板。'.repeat(
    4,
  );
  const text = Array.from({ length: 30 }, (_, section) =>
    Array.from(
      { length: 9 },
      (_, part) => `（${'一二三四五六七八九'.charAt(part)}）抓好第${section}件事\n${body}`,
    ).join('\n'),
  )
    .map((part, index) => `${'一二三四五六七八九十'.charAt(index % 10)}、总体部署\n${part}`)
    .join('\n在全县工作会议上的讲话\n');
  const draft = parseDraft(text);
  const outline = parseOutline(draft);
  expect(text.length).toBeGreaterThan(45_000);
  expect(outline.series.flatMap((series) => series.items).length).toBeGreaterThan(300);
  expect(parseOutline(draft)).toBe(outline);
});
