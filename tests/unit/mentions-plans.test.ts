import { beforeAll, describe, expect, it } from 'vitest';
import { type TimeChecker, timeChecker } from './time-mentions.ts';

let ask: TimeChecker;
beforeAll(async () => {
  ask = await timeChecker();
});

describe('a five-year plan', () => {
  it('that is over is brought up to date as a task, in the marks that the author wrote', () => {
    expect(ask.only('plan', '要抓紧完成“十四五”规划各项目标任务。')).toMatchObject({
      text: '“十四五”',
      from: '2021-01-01',
      to: '2025-12-31',
      verdict: 'change',
      successor: '“十五五”',
    });
    expect(ask.only('plan', '要抓紧完成十四五规划各项目标任务。').successor).toBe('十五五');
  });

  it('that is over is history in a report', () => {
    expect(ask.only('plan', '“十四五”时期，我们建成了三条铁路。').verdict).toBe('keep');
    expect(ask.only('plan', '比“十三五”末增长一倍。')).toMatchObject({
      verdict: 'keep',
      presented: 'comparison',
    });
  });

  it('that runs is right', () => {
    expect(ask.only('plan', '要抓紧完成“十四五”规划各项目标任务。', '2025-11-29').verdict).toBe('keep');
  });

  it('is reckoned by the year that the sentence calls its first or last', () => {
    expect(ask.only('plan', '今年是“十四五”规划收官之年，任务很重。')).toMatchObject({
      verdict: 'change',
      presented: 'arithmetic',
      successor: '“十五五”规划开局之年',
    });
    expect(ask.only('plan', '今年是“十四五”规划收官之年，任务很重。', '2025-11-29').verdict).toBe('keep');
    expect(ask.only('plan', '2020年是“十三五”收官之年，那年很不容易。').verdict).toBe('keep');
  });

  it('that closes while the next one opens is repaired with it, or by nobody', () => {
    const pair = '要做好“十三五”收官和“十四五”开局工作。';
    const mentions = ask.list(pair).filter(({ kind }) => kind === 'plan');
    expect(mentions).toHaveLength(2);
    for (const { verdict, successor } of mentions) {
      expect(verdict).toBe('change');
      expect(successor).toBeNull();
    }
    expect(ask.marked(pair, '2020-11-29')).toEqual([]);
  });

  it('beside the one that runs was not left behind', () => {
    expect(ask.marked('“十五五”规划和“十四五”规划要衔接好。')).toEqual([]);
  });

  it('that is counted down to is over, and has no successor in its place', () => {
    expect(ask.only('plan', '离“十四五”收官只剩一年，时间不等人。')).toMatchObject({
      text: '离“十四五”收官只剩一年',
      verdict: 'change',
      successor: null,
    });
  });

  it('in a title is a document of today or of then', () => {
    expect(ask.only('plan', '要认真落实《“十四五”数字经济发展规划》。')).toMatchObject({
      text: '《“十四五”数字经济发展规划》',
      verdict: 'change',
      successor: null,
    });
    expect(ask.only('regulation', '要落实《健康中国行动（2018—2022年）》。').verdict).toBe('change');
    expect(ask.only('regulation', '要落实《健康中国行动（2019—2030年）》。').verdict).toBe('keep');
  });

  it('that is drawn up in its own last year is the next one', () => {
    expect(ask.only('plan', '要抓紧编制“十四五”规划。', '2025-11-29')).toMatchObject({
      verdict: 'change',
      successor: '“十五五”',
    });
  });

  it('is no other number', () => {
    expect(ask.list('一共十五五十六个数。').filter(({ kind }) => kind === 'plan')).toEqual([]);
  });
});

describe('a year', () => {
  it.each(['2025年，要抓好项目建设。', '（一）2025年重点工作', '全面完成2021—2023年行动计划。'])(
    'of the past is stale as the year of a task: %s',
    (text) => {
      expect(ask.only('year', text).verdict).toBe('change');
    },
  );

  it.each([
    '2027年，要抓好项目建设。',
    '2019年，我们建成了污水处理厂。',
    '2018年以来，全市新建学校三十所。',
    '2025年版课程标准已经印发。',
    '2025年第3号文件。',
  ])('to come, of a report, or of an edition is right: %s', (text) => {
    expect(ask.only('year', text).verdict).toBe('keep');
  });

  it('under review is last year until its report is given', () => {
    const text = '下面，我报告2025年工作总结。';
    expect(ask.only('year', text, '2026-02-10').verdict).toBe('keep');
    expect(ask.only('year', text).verdict).not.toBe('keep');
  });

  it.each(['力争到2025年底全部完工。', '要确保2025年10月底前完成征收。', '到二〇二五年底，要全部建成。'])(
    'that has passed is no deadline: %s',
    (text) => {
      const { verdict, reason } = ask.only('year', text);
      expect(verdict).toBe('change');
      expect(reason.zh).toContain('期限');
      expect(ask.only('year', text, '2025-03-01').verdict).toBe('keep');
    },
  );

  it('in a stretch of history is none either', () => {
    expect(
      ask.verdicts('year', '从1998年建厂到2020年搬迁，我们走过了二十二年。').map(([, verdict]) => verdict),
    ).toEqual(['keep', 'keep']);
  });
});

describe('an education campaign', () => {
  it('that is over is not going on, and has no successor in its place', () => {
    const text = '要扎实开展党纪学习教育，把纪律挺在前面。';
    expect(ask.only('campaign', text)).toMatchObject({
      text: '党纪学习教育',
      from: '2024-04-01',
      to: '2024-07-31',
      verdict: 'change',
      successor: null,
    });
    expect(ask.only('campaign', text, '2024-05-29').verdict).toBe('keep');
  });

  it('that is over is history in a report, and in a row of what has been', () => {
    expect(ask.only('campaign', '党纪学习教育取得了扎实成效。').verdict).toBe('keep');
    expect(ask.marked('先后开展党史学习教育、主题教育、党纪学习教育。')).toEqual([]);
  });

  it('is known by its slogan', () => {
    const { verdict, reason } = ask.only('campaign', '要落实“学思想、强党性、重实践、建新功”的总要求。');
    expect(verdict).toBe('change');
    expect(reason.zh).toContain('主题教育的要求');
  });

  it('is known by its short name, which belongs to it alone', () => {
    const text = '各级党组织要把主题教育抓实抓好。';
    expect(ask.only('campaign', text).verdict).toBe('change');
    expect(ask.only('campaign', text, '2023-05-10').verdict).toBe('keep');
    expect(ask.only('campaign', '开展爱国主义主题教育活动。').verdict).toBe('keep');
  });

  it('takes the words that say it is going on with it', () => {
    expect(ask.only('campaign', '正在开展的主题教育要抓好。')).toMatchObject({
      text: '正在开展的主题教育',
      verdict: 'change',
    });
  });

  it('that went on as a practice is over only in a draft of its own time', () => {
    const text = '要扎实开展党史学习教育。';
    expect(ask.only('campaign', text).verdict).toBe('keep');
    expect(ask.only('campaign', text, undefined, '2021-05-10').verdict).toBe('change');
    expect(ask.only('campaign', text, undefined, '2025-05-10').verdict).toBe('keep');
  });
});

describe('an anniversary', () => {
  it('is counted anew', () => {
    expect(ask.only('anniversary', '今年是中国共产党成立100周年，要抓好庆祝活动。')).toMatchObject({
      verdict: 'change',
      successor: '中国共产党成立105周年',
    });
    expect(ask.only('anniversary', '今年是长征胜利90周年。').verdict).toBe('keep');
  });

  it('keeps its way of writing numbers', () => {
    expect(ask.only('anniversary', '为庆祝新中国成立七十周年献礼。').successor).toMatch(
      /^新中国成立七十[七八]周年$/u,
    );
  });

  it('that is awaited is the next one', () => {
    expect(ask.only('anniversary', '迎接新中国成立70周年。', '2026-06-29').successor).toBe(
      '新中国成立77周年',
    );
    expect(ask.only('anniversary', '迎接新中国成立70周年。').successor).toBe('新中国成立78周年');
    for (const text of ['喜迎新中国成立77周年。', '迎接新中国成立78周年。'])
      expect(ask.only('anniversary', text).verdict).toBe('keep');
  });

  it('in the name of what was held then is history', () => {
    expect(ask.only('anniversary', '在庆祝中国共产党成立95周年大会上，他作了发言。').verdict).toBe('keep');
  });

  it('of something that no pack knows is to be checked', () => {
    const { verdict, successor } = ask.only('anniversary', '我校迎来建校90周年。');
    expect([verdict, successor]).toEqual(['check', null]);
  });
});

describe('an office, a law, a wording', () => {
  it.each([
    ['institution', '县国土资源局要抓紧办理征地手续。', '自然资源局'],
    ['regulation', '要严格执行《合同法》的规定。', '《民法典》'],
    ['leader-formula', '要紧密团结在以胡锦涛同志为总书记的党中央周围。', '以习近平同志为核心的党中央'],
    ['goal', '要决胜全面建成小康社会。', null],
    ['epidemic', '要抓好常态化疫情防控。', null],
  ] as const)('of then is listed as %s', (kind, text, successor) => {
    expect(ask.only(kind, text)).toMatchObject({ verdict: 'change', successor });
  });

  it.each([
    ['institution', '2016年，县国土资源局办理了征地手续。'],
    ['goal', '2020年，我们打赢了脱贫攻坚战。'],
    ['epidemic', '三年来，我们抓好疫情防控，守住了底线。'],
    ['leader-formula', '要更加紧密地团结在以习近平同志为核心的党中央周围。'],
  ] as const)('told of its time, or of today, is right: %s', (kind, text) => {
    expect(ask.only(kind, text).verdict).toBe('keep');
  });
});

describe('an event beside the day of the speech', () => {
  const text = '要贯彻前不久召开的县委经济工作会议精神。';

  it('is over in an old draft, and only listed in one of today', () => {
    expect(ask.only('meeting-time', text).verdict).toBe('keep');
    const { verdict, reason, successor } = ask.only('meeting-time', text, undefined, '2022-02-16');
    expect([verdict, successor]).toEqual(['change', null]);
    expect(reason.zh).toContain('2022年写稿时');
  });

  it('told of another time is right', () => {
    expect(
      ask.only('meeting-time', '我们曾在前不久召开的会上说过。', undefined, '2022-03-01').verdict,
    ).not.toBe('change');
  });

  it('runs out with the years that it says it takes', () => {
    const programme = '要抓好“清河”三年行动。';
    expect(ask.only('goal', programme, undefined, '2022-03-01').verdict).toBe('change');
    expect(ask.only('goal', programme, undefined, '2025-03-01').verdict).toBe('check');
    expect(ask.only('goal', programme).verdict).toBe('keep');
  });
});
