import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn, yearOf } from '../../lib/draft/dates.ts';
import { rewriteDate } from '../../lib/draft/rewrite-date.ts';

const read = (text: string) => datesIn(text).map(({ from, to }) => `${from}/${to}`);

describe('what is no date', () => {
  it.each([
    '系统升级到2.10.3版',
    '版本号v2021.2.26',
    '软件 V 2021.2.26 已经发布',
    '比分12.5.1',
    '第2021-15号文件',
    '第2021-12-03号文件',
    '第3.2.1条第二款',
    '2021/22学年度第一学期',
    '2021—2022学年',
    '2021学年',
    '电话：0551-2021-0227',
    '电话2021-0227，传真2021-0228',
    '服务器地址是2021.2.26.1',
    '内网地址10.20.21.2',
    '192.168.1.1',
    '二维码编号20210226',
    '身份证尾号2021022610',
    'http://www.example.cn/2021/02/27/news.html',
    'file_2021-02-27',
    '依据GB 2021.2.26执行',
    '2021-02-27号库房',
    '“十四五”规划（2021—2025年）',
    '2021至2025年',
    '投入2021.22万元',
    '合2021.2.2%',
    '国发〔2021〕5号',
    '2021级新生',
    '全县2021个行政村',
    '已有近2000年历史',
    '一千九百年前',
    '一九年',
    '24年3月9日',
    '3月9日',
    '农历三月初九',
    '比例为2021:2:26',
    '分数2021/2/26/5',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
  it.each([
    '2023年2月30日',
    '2023年13月1日',
    '2024年13月',
    '2023.2.29',
    '2023-00-10',
    '2021/15/03',
    '二〇二三年二月三十日',
    '1899年3月9日',
  ])('a day that does not exist: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('a written date', () => {
  it.each([
    ['（2022年3月9日）', '2022-03-09', '2022-03-09'],
    ['２０２２年３月９日', '2022-03-09', '2022-03-09'],
    ['2022 年 3 月 9 日', '2022-03-09', '2022-03-09'],
    ['2022年03月09日', '2022-03-09', '2022-03-09'],
    ['2022年3月9号', '2022-03-09', '2022-03-09'],
    ['2022年元月5日', '2022-01-05', '2022-01-05'],
    ['二〇二二年三月九日', '2022-03-09', '2022-03-09'],
    ['二○二二年十二月三十一日', '2022-12-31', '2022-12-31'],
    ['二零二二年十月廿五日', '2022-10-25', '2022-10-25'],
    ['二O二二年三月', '2022-03-01', '2022-03-31'],
    ['一九九八年七月', '1998-07-01', '1998-07-31'],
    ['2022年3月', '2022-03-01', '2022-03-31'],
    ['2022 年 2 月份', '2022-02-01', '2022-02-28'],
    ['2024年2月', '2024-02-01', '2024-02-29'],
    ['2022.08.31', '2022-08-31', '2022-08-31'],
    ['2021.2.26', '2021-02-26', '2021-02-26'],
    ['２０２１．２．２６', '2021-02-26', '2021-02-26'],
    ['2021/02/27', '2021-02-27', '2021-02-27'],
    ['2021-02-27', '2021-02-27', '2021-02-27'],
    ['2021-02-27T10:00:00+08:00', '2021-02-27', '2021-02-27'],
    ['2021-02-27 10:20', '2021-02-27', '2021-02-27'],
    ['2022年', '2022-01-01', '2022-12-31'],
    ['二〇二二年', '2022-01-01', '2022-12-31'],
    ['2022年度', '2022-01-01', '2022-12-31'],
    ['2022年上半年', '2022-01-01', '2022-06-30'],
    ['2022年下半年', '2022-07-01', '2022-12-31'],
    ['——2019年3月5日在全县干部大会上', '2019-03-05', '2019-03-05'],
    ['建于2000年', '2000-01-01', '2000-12-31'],
  ])('%s', (text, from, to) => {
    expect(read(text)).toEqual([`${from}/${to}`]);
  });
  it('says how precise it is', () => {
    const precision = (text: string) => datesIn(text)[0]?.precision;
    expect(precision('2022年3月9日')).toBe('day');
    expect(precision('2022年3月')).toBe('month');
    expect(precision('2022年上半年')).toBe('half-year');
    expect(precision('2022年')).toBe('year');
  });
  it('stands among others, each with its own place', () => {
    const text = '总结2021年工作，2022.3.9起施行，至二〇二三年一月止。';
    expect(datesIn(text).map(({ start, end, text: words }) => [text.slice(start, end), words])).toEqual([
      ['2021年', '2021年'],
      ['2022.3.9', '2022.3.9'],
      ['二〇二三年一月', '二〇二三年一月'],
    ]);
  });
});

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const chinese = (value: number) =>
  value < 10
    ? '〇一二三四五六七八九'.charAt(value)
    : `${value < 20 ? '' : '〇一二三'.charAt(Math.floor(value / 10))}十${value % 10 === 0 ? '' : '〇一二三四五六七八九'.charAt(value % 10)}`;
const digits = (year: number) =>
  [...String(year)].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
const wide = (text: string) =>
  text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const forms: readonly ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y} 年 ${m} 月 ${d} 日`,
  (y, m, d) => wide(`${y}年${m}月${d}日`),
  (y, m, d) => `${digits(y)}年${chinese(m)}月${chinese(d)}日`,
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
];

describe('every day', () => {
  it('is read in every form, and written anew in the same one', () => {
    fc.assert(
      fc.property(day, day, fc.nat(forms.length - 1), fc.string(), (was, now, form, around) => {
        const write = (iso: string) =>
          forms[form]?.(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8))) ?? '';
        const text = `（${write(was)}）`;
        const [read, ...others] = datesIn(text);
        expect(others).toEqual([]);
        expect(read).toMatchObject({ from: was, to: was, precision: 'day', start: 1, end: text.length - 1 });
        expect(read && rewriteDate(read, now)).toBe(write(now));
        // Whatever stands around: in order, within the text, and never two on one place.
        let last = 0;
        const whole = around + text + around;
        for (const { start, end, text: words } of datesIn(whole)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(whole.slice(start, end)).toBe(words);
          last = end;
        }
      }),
    );
  });
});

describe('a date rewritten', () => {
  const rewritten = (text: string, to: string) => {
    const [date] = datesIn(text);
    return date === undefined ? null : rewriteDate(date, to);
  };
  it.each([
    ['2022年3月9日', '2026年11月29日'],
    ['２０２２年３月９日', '２０２６年１１月２９日'],
    ['2022 年 3 月 9 日', '2026 年 11 月 29 日'],
    ['2021.2.26', '2026.11.29'],
    ['2021/02/27', '2026/11/29'],
    ['二〇二二年三月', '二〇二六年十一月'],
    ['二○二二年三月九日', '二○二六年十一月二十九日'],
    ['一九九八年三月', '二〇二六年十一月'],
    ['2022年元月', '2026年11月'],
    ['2022年', '2026年'],
    ['2022年上半年', '2026年下半年'],
    ['2022年3月9号', '2026年11月29号'],
  ])('%s → %s', (text, wanted) => {
    expect(rewritten(text, '2026-11-29')).toBe(wanted);
  });
  it.each([
    ['2022.08.31', '2027.01.05'],
    ['2022.8.31', '2027.1.5'],
    ['2022-12-31', '2027-01-05'],
    ['2022年08月31日', '2027年01月05日'],
    ['2022年12月31日', '2027年1月5日'],
    ['２０２２年０８月３１日', '２０２７年０１月０５日'],
    ['二〇二二年元月', '二〇二七年元月'],
  ])('keeps its noughts: %s → %s', (text, wanted) => {
    expect(rewritten(text, '2027-01-05')).toBe(wanted);
  });
});

describe('a year of four characters', () => {
  it.each([
    ['2023', 2023],
    ['２０２３', 2023],
    ['二〇二三', 2023],
    ['二○二三', 2023],
    ['二零二三', 2023],
  ])('%s', (written, year) => {
    expect(yearOf(written)).toBe(year);
  });
  it.each(['23', '二十三', '〇〇', '甲乙丙丁'])('is not %s', (written) => {
    expect(yearOf(written)).toBeNaN();
  });
});
