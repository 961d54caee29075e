import { beforeAll, describe, expect, it } from 'vitest';
import { type TimeChecker, timeChecker } from './time-mentions.ts';

let ask: TimeChecker;
beforeAll(async () => {
  ask = await timeChecker();
});

describe('a congress or a plenum', () => {
  it('of an earlier term is brought up to date', () => {
    for (const [text, words, successor] of [
      ['要学习贯彻党的十九大精神。', '党的十九大', '党的二十大'],
      [
        '要贯彻中国共产党第十九次全国代表大会精神。',
        '中国共产党第十九次全国代表大会',
        '中国共产党第二十次全国代表大会',
      ],
      [
        '要学习贯彻党的十九大和十九届历次全会精神。',
        '党的十九大和十九届历次全会',
        '党的二十大和二十届历次全会',
      ],
      ['要学习贯彻十八届三中、四中、五中全会精神。', '十八届三中、四中、五中全会', '二十届历次全会'],
    ] as const)
      expect(ask.only('meeting', text)).toMatchObject({ text: words, verdict: 'change', successor });
  });

  it('says when it was', () => {
    const { from, to } = ask.only('meeting', '要学习贯彻党的十九大精神。');
    expect([from, to]).toEqual(['2017-10-18', '2017-10-24']);
  });

  it('is right on a day of its own term', () => {
    expect(ask.verdicts('meeting', '要学习贯彻党的十九大精神。', '2019-03-01')).toEqual([
      ['党的十九大', 'keep'],
    ]);
  });

  it('that others follow in a list up to today is complete, and one that stops short is not', () => {
    expect(
      ask.verdicts('meeting', '要贯彻党的十八大、十九大、二十大精神。').map(([, verdict]) => verdict),
    ).toEqual(['keep', 'keep', 'keep']);
    expect(ask.verdicts('meeting', '要学习贯彻党的二十大和二十届二中、三中全会精神。')).toContainEqual([
      '二十届二中、三中全会',
      'change',
    ]);
    expect(
      ask
        .verdicts('meeting', '要学习贯彻党的二十大和二十届二中、三中、四中全会精神。')
        .map(([, verdict]) => verdict),
    ).not.toContain('change');
  });

  it('is no number of other things, and no congress of others', () => {
    expect(ask.list('全省十九大类产品要全面检验。')).toEqual([]);
    expect(ask.verdicts('meeting', '要贯彻共青团十八大精神。')).toEqual([['共青团十八大', 'change']]);
  });

  it('of this term still guides on its own subject, and not on everything', () => {
    expect(ask.only('meeting', '要落实党的二十届三中全会关于改革的部署。').verdict).toBe('keep');
    expect(ask.only('meeting', '要学习贯彻党的二十届三中全会精神，抓好各项工作。')).toMatchObject({
      verdict: 'change',
      successor: '党的二十届四中全会',
    });
  });
});

describe('a fix of a meeting', () => {
  it('is safe in bulk where the sentence stays true', () => {
    expect(ask.marked('要学习贯彻党的十九大精神。')).toEqual([['党的十九大', 'error']]);
  });

  it('is only offered where the draft goes on to say what that very meeting did', () => {
    expect(ask.marked('要学习贯彻党的十九大精神。党的十九大提出了新目标。')).toEqual([
      ['党的十九大', 'warning'],
    ]);
    expect(ask.marked('党的十九大作出了重大部署。各级要学习贯彻党的十九大精神。')).toContainEqual([
      '党的十九大',
      'warning',
    ]);
  });

  it('is only offered where a year hangs on that meeting', () => {
    for (const [, level] of ask.marked('今年是全面贯彻党的十九大精神的开局之年，要干好。'))
      expect(level).toBe('warning');
  });
});

describe('a plenum that was called for days that are over', () => {
  const text = '要学习贯彻党的十九届五中全会精神。';

  it('makes the newest known one a guess, and says so', () => {
    const { level, successor, reason } = ask.only('meeting', text);
    expect(level).toBe('warning');
    expect(successor).toBe('党的二十届四中全会');
    expect(reason.zh).toContain('二十届五中全会原定10月26日至29日召开，词库未收，请核');
  });

  it('says nothing before', () => {
    const { level, reason } = ask.only('meeting', text, '2026-10-15');
    expect(level).toBe('error');
    expect(reason.zh).not.toContain('五中全会');
  });

  it('is itself to be checked by its author', () => {
    expect(ask.only('meeting', '要学习贯彻党的二十届五中全会精神。').verdict).toBe('check');
  });
});

describe('a meeting held every year', () => {
  it('is followed by the newest of its kind', () => {
    for (const [text, words, successor] of [
      ['要学习贯彻2023年全国两会精神。', '2023年全国两会', '2026年全国两会'],
      ['要贯彻十九届中央纪委六次全会精神。', '十九届中央纪委六次全会', '二十届中央纪委六次全会'],
      ['要贯彻十四届全国人大三次会议精神。', '十四届全国人大三次会议', '十四届全国人大四次会议'],
      ['要贯彻中国工会十七大精神。', '中国工会十七大', '中国工会十八大'],
    ] as const)
      expect(ask.only('meeting', text)).toMatchObject({ text: words, verdict: 'change', successor });
  });

  it('and called by its year guides until the next year is over', () => {
    expect(ask.only('meeting', '要贯彻2024年中央经济工作会议精神。')).toMatchObject({
      text: '2024年中央经济工作会议',
      verdict: 'change',
      successor: null,
    });
    expect(ask.only('meeting', '要贯彻2025年中央经济工作会议精神。').verdict).toBe('keep');
    expect(ask.only('meeting', '要贯彻2022年全市经济工作会议精神。').verdict).toBe('change');
  });

  it('by a place is known to nobody but its author', () => {
    const text = '要贯彻市第七次党代会精神。';
    expect(ask.verdicts('local-meeting', text)).toEqual([['市第七次党代会', 'keep']]);
    expect(ask.verdicts('local-meeting', text, undefined, '2022-03-01')).toEqual([
      ['市第七次党代会', 'check'],
    ]);
    expect(ask.marked(text, undefined, '2022-03-01')).toEqual([]);
  });
});

describe('the time said beside a meeting', () => {
  it.each([
    ['要学习宣传贯彻刚刚闭幕的党的二十大精神。', '2022-11-29'],
    ['去年10月召开的党的二十大，描绘了蓝图。', '2023-03-29'],
    ['要学习宣传贯彻即将召开的党的二十大精神。', '2022-09-29'],
    ['要以优异成绩迎接党的二十大胜利召开。', '2022-09-29'],
    ['离党的二十大召开还有三十多天，要绷紧弦。', '2022-09-10'],
    ['要为党的二十大胜利召开营造安全稳定的环境。', '2022-09-29'],
    ['要全力做好党的二十大安保工作。', '2022-09-29'],
    ['今年是党的二十大召开之年，要抓好安全生产。', '2022-03-29'],
    ['今年是全面贯彻党的二十大精神的开局之年。', '2023-03-29'],
  ])('is right on its own day and no more years later: %s', (text, ownDay) => {
    const later = ask.only('meeting-time', text);
    expect(later.verdict).toBe('change');
    expect(later.reason.zh).toContain('2022年10月22日');
    expect(ask.only('meeting-time', text, ownDay).verdict).toBe('keep');
    expect(ask.marked(text, ownDay)).toEqual([]);
  });

  it('is put right where it can be reckoned', () => {
    expect(ask.only('meeting-time', '去年10月召开的党的二十大，描绘了蓝图。').successor).toBe(
      '2022年10月召开的',
    );
    expect(ask.only('meeting-time', '2021年10月召开的党的二十大，描绘了蓝图。')).toMatchObject({
      verdict: 'change',
      successor: '2022年10月召开的',
    });
    expect(ask.only('meeting-time', '2022年10月召开的党的二十大，描绘了蓝图。').verdict).toBe('keep');
  });

  it('is history where the sentence tells of then', () => {
    expect(ask.only('meeting-time', '那一年，我们以优异成绩迎接党的二十大胜利召开。').verdict).toBe('keep');
  });
});
