import { beforeAll, describe, expect, it } from 'vitest';
import { type TimeChecker, timeChecker } from './time-mentions.ts';

/** Days, deadlines and years in old drafts, and what lay ahead of them. */

let ask: TimeChecker;
beforeAll(async () => {
  ask = await timeChecker();
});

const today = '2026-11-30';
/** A draft with its date line. */
function dated(day: string, text: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `在全县工作会议上的讲话\n（${year}年${month}月${date}日）\n同志们：\n${text}`;
}
/** What a draft lists behind its date line: words, kind and verdict. */
function listedIn(text: string, day = '2022-12-05') {
  const whole = dated(day, text);
  const from = whole.length - text.length;
  return ask.list(whole, today).filter(({ start }) => start >= from);
}
const told = (text: string, day?: string) =>
  listedIn(text, day).map(({ text: words, verdict }) => `${words} ${verdict}`);
const ofKind = (kind: string, text: string, day?: string) =>
  listedIn(text, day)
    .filter((one) => one.kind === kind)
    .map(({ text: words, verdict }) => `${words} ${verdict}`);

describe('日前', () => {
  it.each([
    ['11月20日前召开调研成果交流会。', '11月20日前'],
    ['方案12月20日前印发到各村。', '12月20日前'],
    ['5日前举行一次座谈会。', '5日前'],
    ['三十日前召开动员会。', '三十日前'],
    ['本月十五日前启动试点。', '十五日前'],
    ['各乡镇25日前开展自查。', '25日前'],
    ['请于28日之前报送名单。', '28日之前'],
    ['十二月二十日前出台办法。', '十二月二十日前'],
    ['12月8日以前结束清点。', '12月8日以前'],
    ['8日前召开的村民会要有记录。', '8日前'],
  ])('is no word within the deadline of %s', (text, deadline) => {
    const all = told(text);
    expect(all.join()).not.toMatch(/(?:^|,)日前/u);
    expect(all).toContain(`${deadline} check`);
  });

  it.each([
    '节日前召开安全例会。',
    '生日前举行慰问。',
    '假日前开展检查。',
    '次日前印发纪要。',
    '每个休息日前启动巡查。',
  ])('is no word of its own in %s', (text) => expect(told(text).join()).not.toContain('日前'));

  it.each(['日前召开的全县大会作了部署。', '县委日前召开了常委会会议。', '全国人大日前举行会议。'])(
    'is found in %s',
    (text) => expect(told(text).join()).toContain('日前'),
  );
});

describe('what lay ahead of an old draft', () => {
  it.each([
    '2023年，我们要实现地区生产总值增长6%左右。',
    '2023年，要完成固定资产投资50亿元。',
    '2023年，全县计划实施重点项目102个。',
    '会议定于2022年12月26日至28日在县城召开。',
    '会议定于2022年12月26日召开。',
    '2022年12月26日，我们将召开全县大会。',
    '2023年，力争取得省级荣誉3项。',
    '2023年，必须完成改造任务20个小区。',
    '培训拟于2023年2月8日至10日举办。',
    '二〇二三年三月五日，我们将迎来校庆。',
  ])('must be changed where it is a task: %s', (text) => {
    expect(ofKind('year', text).join()).toMatch(/^[^,]+ change$/u);
  });

  it.each([
    '报告要全面总结过去一年工作，提出2023年地区生产总值增长6%左右的目标。',
    '报名时间：2022年12月6日—12日。',
    '公示期：2022年12月8日至14日。',
    '初步测算，2023年税收增长5%左右。',
    '2023年1月10日，全县大会召开。',
    '新校区2023年建成投用。',
  ])('is never left alone: %s', (text) => {
    expect(ofKind('year', text).join()).toMatch(/^[^,]+ (?:check|change)$/u);
  });

  it.each([
    '2021年，全县实现地区生产总值增长6%。',
    '2021年完成固定资产投资50亿元。',
    '会议原定于2022年11月26日召开。',
    '会议原定于2022年12月26日召开，现已取消。',
    '会议已于2022年12月1日召开。',
    '2022年12月1日至3日，我们举办了培训班。',
    '2020年，全县建成高标准农田3万亩。',
    '二〇二二年十二月一日，大桥建成通车。',
    '2022年6月10日修订的办法共20条。',
    '《2023年工作方案》共12条。',
  ])('is not what was told or is a name: %s', (text) => {
    expect(ofKind('year', text).join()).not.toMatch(/change|check/u);
  });

  it('is a congress whose days the packs know', () => {
    const draft = '下个月，中国工会十八大将在北京召开。';
    expect(ofKind('meeting-time', draft, '2023-09-12')).toEqual(['中国工会十八大将在北京召开 change']);
    expect(ask.marked(dated('2023-09-12', draft), '2023-09-12')).toEqual([]);
  });
});

it.each([
  ['会议定于2022年12月26日召开。', '2022年12月26日'],
  ['会议已于2022年12月1日召开。', '2022年12月1日'],
  ['新规自2022年10月1日起施行。', '自2022年10月1日'],
  ['论坛于二〇二二年十二月五日举行。', '二〇二二年十二月五日'],
  ['会议于2022年11月26日至12月1日召开。', '2022年11月26日至12月1日'],
])('a day is listed once: %s', (text, day) => {
  const all = listedIn(text);
  expect(all.map(({ text: words }) => words)).toHaveLength(1);
  expect(all[0]?.text).toContain(day);
});

it.each([
  ['请于2022-12-25签到。', '2022-12-25 check'],
  ['2022.12.1签订合同。', '2022.12.1 keep'],
  ['2022/12/1存档。', '2022/12/1 keep'],
])('a date in digits is listed once: %s', (text, wanted) => expect(told(text)).toEqual([wanted]));

describe('今年 of an old draft', () => {
  const kept = (text: string, day: string) => told(text, day).filter((one) => one.endsWith(' keep'));

  it.each([
    '今年以来，我们隆重庆祝中国共产党成立100周年，深入开展党史学习教育，如期实现目标。',
    '今年以来，党史学习教育取得了明显成效。',
    '今年，我们开展了党史学习教育，办成了一批实事。',
    '今年，全县隆重庆祝了中国共产党成立100周年。',
    '今年以来，我们如期实现全面建成小康社会目标。',
  ])('leaves nothing of that year without a check: %s', (text) => {
    expect(kept(text, '2021-10-15')).toEqual([]);
  });

  it.each([
    '2019年，我们开展了“不忘初心、牢记使命”主题教育，取得了明显成效。',
    '今年以来，我们沿着党的十八大以来的路子走，成绩不小。',
    '今年的审计涉及原县扶贫办，问题已经整改完毕。',
  ])('says nothing of other years: %s', (text) => {
    expect(kept(text, '2021-10-15')).not.toEqual([]);
  });
});

describe('figures', () => {
  const figures = (text: string) => ofKind('figure', text).map((one) => one.replace(/ check$/u, ''));

  it.each([
    ['用了48小时，30分钟内响应。', ['48小时', '30分钟']],
    ['占地20平方米，全长30公里。', ['20平方米', '30公里']],
    ['投入5.2亿元，惠及320户，下降1.2个百分点。', ['5.2亿元', '320户', '1.2个百分点']],
    ['增长5.2%，达到百分之六。', ['5.2%', '百分之六']],
    ['培训1200人次，发放图书3.5万余册。', ['1200人次', '3.5万余册']],
    ['修渠12千米，造林300公顷，产粮15万吨。', ['12千米', '300公顷', '15万吨']],
    ['用电36万千瓦时，装机20兆瓦。', ['36万千瓦时', '20兆瓦']],
    ['处理污水50立方米。', ['50立方米']],
    ['增产两万吨。', ['两万吨']],
    ['带动就业1,200人。', ['1,200人']],
    ['接到12345热线1943件。', ['1943件']],
    ['还缺二百来人，办班一百多堂。', ['二百来人', '一百多堂']],
  ])('with their whole units: %s', (text, wanted) => expect(figures(text)).toEqual(wanted));

  it.each([
    '沿G25高速和S301省道巡查。',
    '联系电话：88888888，请记好。',
    '请拨打0571-88888888。',
    '请拨打12345热线。',
    '1.教育要优先。',
    '2.2022年的账要算清。',
    '12.抓好落实。',
    '请于2022-12-05签到。',
    '2022.12.5签订合同。',
    '2022/12/05存档。',
    '按第25条办理。',
    '发〔2022〕15号文件。',
    '上午10:30集合。',
    '住在12号楼。',
    '这是20世纪的事。',
  ])('are none in codes, dates and ordinals: %s', (text) => expect(figures(text)).toEqual([]));
});
