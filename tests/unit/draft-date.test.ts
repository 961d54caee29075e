import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { moreOnToday } from '../../lib/rules/draft-date/question.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

const today = '2026-11-29';
let checker: Checker;
beforeAll(async () => {
  checker = createChecker((await loadBuiltInKnowledge()).knowledge);
});

function found(text: string, date?: string, on = today): readonly Finding[] {
  const options = { today: on, ...(date === undefined ? {} : { date }) };
  return checker.check(text, options).findings.filter(({ rule }) => rule === 'draft-date');
}

const marked = (text: string, date?: string, on?: string) =>
  found(text, date, on).map(({ start, end }) => text.slice(start, end));
const fixed = (text: string, date: string) =>
  found(text, date)[0]?.fixes.map(({ edits }) => applyEdits(text, edits)) ?? [];

const rest = '\n同志们：\n今天，我们召开这次会议。';
const old = `在全县干部大会上的讲话\n（2022年2月16日）${rest}`;

describe('a draft without a choice', () => {
  it.each([
    ['of today', `讲话\n（${today}）${rest}`],
    ['of three months ago', `讲话\n（2026年8月29日）${rest}`],
    ['of this year', `在2026年全县工作会议上的讲话${rest}`],
    ['of next week', `讲话\n（2026年12月5日）${rest}`],
    ['of no day', `讲话${rest}\n2021年6月，新的安全生产法公布。`],
    ['that is a date and no more', '2022年3月9日'],
    ['with a law of old in its title', `学习2021年安全生产法的讲话\n（2026年11月20日）${rest}`],
    ['of last year’s work', `2025年度工作总结\n（2026年11月20日）${rest}`.replace('11月20日', '2月1日')],
  ])('is not asked about, %s', (_name, text) => {
    expect(marked(text, undefined, text.includes('2月1日') ? '2026-02-10' : today)).toEqual([]);
  });

  it('that is old is asked about once, on the words of its day', () => {
    const [asked, ...others] = found(old);
    expect(others).toEqual([]);
    expect(asked).toMatchObject({ level: 'warning', fixes: [], asks: 'judged-on' });
    expect(asked?.message).toBe('稿中日期是2022年2月16日，距今4年9个月。改作今年的稿子？');
    expect(old.slice(asked?.start, asked?.end)).toBe('2022年2月16日');
    const english = checker.check(old, { today, language: 'en' }).findings.find(({ asks }) => asks);
    expect(english?.message).toBe('The draft is dated 2022-02-16, 4 years 9 months ago. Reuse it this year?');
  });
  it.each([
    ['its title', `在2023年全县工作会议上的讲话${rest}`, '2023年'],
    ['two years of its title', `2023年工作总结和2024年工作计划${rest}`, '2023年工作总结和2024年'],
    ['what it sums up', '同志们：\n今天总结2022年工作，部署2023年任务。', '2022年工作，部署2023年'],
    ['this year with its number', '同志们：\n今年（2023年）任务很重。', '2023年'],
    ['a signature', `讲话${rest}\n某县某局　2021.2.26`, '2021.2.26'],
    ['its front matter', `---\ndate: 2022-03-09\n---\n讲话${rest}`, '2022-03-09'],
  ])('is asked about on %s', (_name, text, words) => {
    expect(found(text).map(({ asks }) => asks)).toEqual(['judged-on']);
    expect(marked(text)).toEqual([words]);
  });
  it('of this year’s spring is not to become this year’s', () => {
    expect(found(old.replace('2022', '2026'))[0]?.message).toBe(
      '稿中日期是2026年2月16日，距今9个月。改作现在的稿子？',
    );
  });
  it('is told of what disagrees', () => {
    const text = `在2021年全县工作会议上的讲话\n（2022年2月16日）${rest}`;
    expect(found(text)[0]?.message).toBe(
      '稿中日期是2022年2月16日，距今4年9个月。稿中另写着“2021年”，与此不一。改作今年的稿子？',
    );
  });
  it('that is of today has what an older time left in it reported', () => {
    const text = `在2023年全县工作会议上的讲话\n（2026年11月20日）${rest}`;
    expect(marked(text)).toEqual(['2023年']);
    expect(found(text)[0]?.asks).toBeUndefined();
    expect(applyEdits(text, found(text)[0]?.fixes[0]?.edits ?? [])).toBe(text.replace('2023', '2026'));
  });
  it('is not asked with the rule switched off', () => {
    const off = new Set(['draft-date'] as const);
    expect(checker.check(old, { today, off }).findings).toEqual([]);
  });
});

describe('a draft on a day that the author chose', () => {
  it.each([
    ['its own day', old, '2022-02-16'],
    [
      'its own day, beside an older title',
      `在2020年全县大会上的讲话\n（2022年2月16日）${rest}`,
      '2022-02-16',
    ],
    ['its date line', `讲话\n（2026年9月10日）${rest}`, '2026-09-10'],
    ['three months behind its date line', `讲话\n（2026年9月10日）${rest}`, '2026-12-10'],
    ['a day of its title’s year', `在2026年全县工作会议上的讲话${rest}`, '2026-11-29'],
    ['the spring behind the year summed up', `2025年度工作总结${rest}`, '2026-05-20'],
    ['the January of the year planned for', '同志们：\n今天总结2025年工作，部署2026年任务。', '2026-11-29'],
    ['a day before its date line', `讲话\n（2026年12月10日）${rest}`, '2026-11-29'],
    ['meetings of somebody else', `在庆祝2021年7月1日大会上的讲话学习体会${rest}`, '2026-11-29'],
    ['somebody else’s words', `学习2021年7月1日重要讲话心得体会${rest}`, '2026-11-29'],
    ['a law', `讲话${rest}\n要落实2021年6月10日修正的安全生产法。`, '2026-11-29'],
    ['a date and no more', '二〇二二年三月九日', '2026-11-29'],
    ['a birthday', `讲话${rest}\n生于1990.5.1`, '2026-11-29'],
    ['an address', `讲话${rest}\n服务器 2021.2.26.1`, '2026-11-29'],
    ['a table', `名册${rest}\n张某某　2021.3.5\n李某某　2021.4.6`, '2026-11-29'],
  ])('is left alone: %s', (_name, text, date) => {
    expect(marked(text, date)).toEqual([]);
  });

  it.each([
    [`讲话\n（2022年3月9日）${rest}`, '（2022年3月9日）', '（2026年11月29日）'],
    [`讲话\n（２０２２年３月９日）${rest}`, '２０２２年３月９日', '２０２６年１１月２９日'],
    [`讲话\n某区某局　2021.2.26${rest}`, '2021.2.26', '2026.11.29'],
    [`讲话\n2021/02/27${rest}`, '2021/02/27', '2026/11/29'],
    [`讲话\n二〇二二年三月${rest}`, '二〇二二年三月', '二〇二六年十一月'],
    [`讲话\n——2019年3月5日在全县大会上的讲话${rest}`, '2019年3月5日', '2026年11月29日'],
    [`讲话\n（2022年3月9日，星期三）${rest}`, '2022年3月9日，星期三', '2026年11月29日，星期日'],
    [`---\ndate: 2022-03-09\n---\n讲话${rest}`, '2022-03-09', '2026-11-29'],
    [`在2022年3月全县例会上的讲话${rest}`, '2022年3月', '2026年11月'],
  ])('gets the day in the same form: %s', (text, written, wanted) => {
    expect(fixed(text, today)[0]).toBe(text.replace(written, wanted));
    expect(found(text, today).map(({ level }) => level)).toEqual(['warning']);
    expect(marked(fixed(text, today)[0] ?? '', today)).toEqual([]);
  });
  it('says on which day it is checked', () => {
    expect(found(old, today)[0]?.message).toBe('本稿按2026年11月29日核对，这里写的是2022年2月16日，请核对。');
  });
  it('has no fix for a run of days', () => {
    const text = `讲话\n（2022年3月9日—10日）${rest}`;
    expect(found(text, today).map(({ fixes }) => fixes)).toEqual([[]]);
  });

  const title = `在2023年全市信访工作会议上的讲话${rest}`;
  it('gets the chosen year in its title, and from October on the next one, too', () => {
    const to = (year: string) => title.replace('2023', year);
    expect(fixed(title, '2026-03-29')).toEqual([to('2026')]);
    expect(fixed(title, '2026-10-01')).toEqual([to('2026'), to('2027')]);
    const ceremony = `在2023年植树活动上的讲话${rest}`;
    expect(fixed(ceremony, '2026-10-01')).toEqual([ceremony.replace('2023', '2026')]);
  });
  it('gets the last year in a title that looks back, or this one towards its end', () => {
    const text = `2022年度党建工作总结${rest}`;
    const to = (year: string) => text.replace('2022', year);
    expect(fixed(text, '2027-02-01')).toEqual([to('2026')]);
    expect(fixed(text, '2026-06-01')).toEqual([to('2025'), to('2026')]);
    expect(fixed(text, '2026-12-20')).toEqual([to('2026')]);
  });
  it('has the year summed up and the year planned for put on together', () => {
    const text = '同志们：\n今天总结2022年信访工作，部署2023年重点任务。';
    expect(marked(text, today)).toEqual(['2022年', '2023年']);
    expect(fixed(text, today)).toEqual([
      text.replace('2022', '2025').replace('2023', '2026'),
      text.replace('2022', '2026').replace('2023', '2027'),
    ]);
    expect(found(text, today)[0]?.fixes[0]?.label).toBe('改为“2025年、2026年”');
  });
  it('keeps the older title reported after its date line was put right', () => {
    const text = `在2023年全市工作会议上的讲话\n（2026年11月29日）${rest}`;
    expect(marked(text, today)).toEqual(['2023年']);
  });

  it('never raises an error, and every fix comes to rest', () => {
    const year = fc.integer({ min: 2012, max: 2026 });
    fc.assert(
      fc.property(
        year,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('（Y年M月9日）', 'Y.M.9', '某县某局　Y-M-9', '——Y年M月9日在全县大会上的讲话'),
        fc.constantFrom('在Y年全县工作会议上的讲话', 'Y年度工作总结', '讲话'),
        fc.constantFrom('2026-01-10', '2026-06-30', '2026-11-29'),
        (y, m, line, heading, day) => {
          const write = (form: string) => form.replaceAll('Y', String(y)).replaceAll('M', String(m));
          let text = `${write(heading)}\n${write(line)}${rest}`;
          for (let round = 0; round < 5; round++) {
            const findings = found(text, day);
            expect(findings.every(({ level }) => level === 'warning')).toBe(true);
            const edits = findings[0]?.fixes[0]?.edits;
            if (edits === undefined) break;
            text = applyEdits(text, edits);
          }
          expect(marked(text, day)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a draft whose date line was put right', () => {
  const programme = `\n要深入推进安全生产三年行动，抓好落实。`;
  const renewed = `讲话\n（${today}）${rest}${programme}`;
  const texts = (text: string, writtenOn?: string) =>
    checker
      .check(text, { today, date: today, ...(writtenOn === undefined ? {} : { writtenOn }) })
      .findings.map(({ message }) => message);
  it('is judged as one of the time that it was written for, where that is remembered', () => {
    expect(texts(renewed)).toEqual([]);
    expect(texts(renewed, '2022-02-16')).toEqual([
      '稿子写于2022年，这项三年的行动到今天已经期满，建议核改。',
    ]);
    expect(texts(renewed, '2026-10-01')).toEqual([]);
  });
  it('goes by its own words while they tell of an older time', () => {
    const [message] = texts(`讲话\n（2021年3月9日）${rest}${programme}`, '2025-02-16').slice(-1);
    expect(message).toContain('稿子写于2021年');
  });
});

describe('what another day would bring', () => {
  const text = `${old}\n要深入学习贯彻党的十九大精神，抓好落实。\n要深入学习贯彻党的十九大精神，抓好落实。`;
  it('is counted by place, without the draft’s own dates', () => {
    const then = checker.check(text, { today });
    expect(then.findings.filter(({ asks }) => asks === undefined)).toEqual([]);
    expect(checker.countOn(text, { today }, today)).toEqual({ count: 2, wantsSegmenter: false });
    expect(checker.countOn(text, { today }, '2022-02-16').count).toBe(0);
    expect(checker.countOn(text, { today, date: today }, today).count).toBe(0);
  });
  it('is counted without what the author has no wish to see', () => {
    const shown = (findings: readonly Finding[]) => findings.slice(1);
    expect(checker.countOn(text, { today }, today, shown).count).toBe(1);
  });
  it('does not change what a check says', () => {
    const before = checker.check(text, { today });
    checker.countOn(text, { today }, today);
    expect(checker.check(text, { today })).toEqual(before);
  });
  it('is put into words', () => {
    expect(moreOnToday(34)).toEqual({
      zh: '按今天核对另有34处提示。',
      en: 'As of today there are 34 more findings.',
    });
    expect(moreOnToday(1).en).toBe('As of today there is one more finding.');
    expect(moreOnToday(0).zh).toBe('按今天核对没有别的提示。');
  });
});
