import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../lib/draft/draft.ts';
import { type LineRole, lineRole } from '../../lib/draft/line-roles.ts';
import { writtenFor } from '../../lib/draft/written-for.ts';

const words = (list: string) => list.split(' ');
const writtenOn = (text: string) => writtenFor(parseDraft(text));

describe('the role of a line', () => {
  const roles: readonly (readonly [LineRole, readonly string[]])[] = [
    ['end', words('附件 附录 附件1 附件一 附件：清单 附件2　清单')],
    ['contents', words('一、总体要求…1 二、重点任务...12 三、保障措施···8 四、工作要求．．．30')],
    [
      'address',
      words(
        '同志们： 各位代表！ 尊敬的各位领导： 朋友们： 老师们： 同学们： 女士们： 先生们： 乡亲们： 全体党员： 同志们，',
      ),
    ],
    [
      'speech',
      [
        '讲话',
        '致辞',
        '发言',
        '主持词',
        '党课',
        '讲话稿',
        '讲话提纲',
        '讲话提要',
        '讲话摘要',
        '讲话（节选）',
      ].map((noun) => `在全县大会上的${noun}`),
    ],
    [
      'paper',
      words('报告 总结 方案 要点 通知 意见 办法 方案稿 报告提纲 报告提要 报告摘要 报告（摘要）').map(
        (noun) => `全县年度工作${noun}`,
      ),
    ],
    ['title', ['全面加强作风建设', '强化组织领导']],
    [
      'introduction',
      [
        ...words('点 个方面 方面 件事 项 条 个问题 个环节').map((measure) => `下面我讲三${measure}。`),
        '要做好几件事',
        '要做好3件事',
        '要做好十二件事！',
        '重点任务是：',
        '应当将下列文书报上一级备案。',
        '应当将以下文书报上一级备案。',
        '需要报备的文书如下。',
      ],
    ],
    [
      'text',
      ['', '大家要抓好落实。', '这是我们的第三项工作。', '要做好以下工作，否则不行；', `${'很'.repeat(41)}`],
    ],
  ];

  it.each(roles.flatMap(([role, lines]) => lines.map((line) => [line, role] as const)))(
    'of %s is %s',
    (line, role) => {
      expect(lineRole(line)).toBe(role);
      expect(lineRole(`　${line}　`)).toBe(role);
    },
  );

  it.each([
    ['a heading of 40 characters', '实'.repeat(38), '方案', 'paper'],
    ['one of 41', '实'.repeat(39), '方案', 'text'],
    ['a line of a table of contents of 60', '实'.repeat(57), '…12', 'contents'],
    ['one of 61', '实'.repeat(58), '…12', 'text'],
    ['an address of 33', `各位${'实'.repeat(30)}`, '：', 'address'],
    ['one of 34', `各位${'实'.repeat(31)}`, '：', 'introduction'],
  ] as const)('depends on its length: %s', (_what, line, end, role) => {
    expect(lineRole(line + end)).toBe(role);
  });
});

describe('the day that a title tells', () => {
  it.each(
    words(
      '讲话 致辞 致词 贺词 献词 祝词 寄语 发言 报告 汇报 讲稿 党课 主持词 要点 工作会 会议 大会 动员会 部署会 推进会 座谈会 总结 述职 述廉 工作计划 工作安排 工作方案 心得 体会',
    ),
  )('is read before the word %s', (noun) => {
    expect(writtenOn(`2024年全县年度${noun}\n各位同事：\n大家好。`)?.evidence).toMatchObject([
      { kind: 'title', text: '2024年', start: 0, end: 5 },
    ]);
  });

  it.each(words('学习 贯彻 传达 宣讲 落实 根据 按照 依据 对照 庆祝 纪念'))(
    'is not what is told behind %s',
    (word) => {
      expect(writtenOn(`${word}全国2024年会议发言\n大家好。`)).toBeNull();
    },
  );

  it.each(words('以来 起 后 版 至2026 到2026 修正 新修订 颁布 出台 公布 施行 实施的 发布 印发'))(
    'is not that of what follows it: %s',
    (behind) => {
      expect(writtenOn(`关于2024年${behind}管理办法的讲话\n大家好。`)).toBeNull();
    },
  );

  it.each(words('总结 述职 述廉 年终 情况 考核 决算 对照检查 民主生活会'))(
    'lies around the turn of the year where it looks back: %s',
    (noun) => {
      expect(writtenOn(`2024年全县${noun}报告\n大家好。`)).toMatchObject({
        from: '2024-11-01',
        to: '2025-03-31',
        precision: 'half-year',
        day: '2024-12-31',
      });
    },
  );

  it.each([
    ['在2024年全市经济工作会议上的讲话', '2024-01-01', '2024-12-31', '2024-01-31'],
    ['在2024年度工作会议上的讲话', '2024-01-01', '2025-03-31', '2024-01-31'],
    ['2024年上半年工作汇报', '2024-01-01', '2024-08-31', '2024-07-31'],
    ['2024年下半年工作安排', '2024-06-01', '2024-12-31', '2024-07-31'],
    ['2024年3月全县会议讲话', '2024-03-01', '2024-03-31', '2024-03-01'],
    ['2024年工作总结及2025年工作计划', '2024-11-01', '2025-03-31', '2025-01-31'],
    ['2024年工作总结及2026年工作计划', '2024-11-01', '2025-03-31', '2024-12-31'],
  ])('is that of %s', (title, from, to, day) => {
    expect(writtenOn(`${title}\n大家好。`)).toMatchObject({ from, to, day });
  });

  it('stands in one of the first three lines, before the address', () => {
    const title = '2024年全县工作会议讲话';
    expect(writtenOn(`甲\n乙\n${title}\n大家好。`)).not.toBeNull();
    expect(writtenOn(`甲\n乙\n丙\n${title}\n大家好。`)).toBeNull();
    expect(writtenOn(`各位同事：\n${title}\n大家好。`)).toBeNull();
  });
});

describe('the day of a date line', () => {
  const draft = (line: string) => `关于加强管理的几点想法\n${line}\n大家好。\n要抓好落实。`;
  const dated = (line: string) => writtenOn(draft(line))?.day ?? null;

  it.each(
    words(
      '讲话时间： 会议时间： 发言时间： 报告时间： 发布时间： 成文日期： 印发日期： 起草时间： 撰写时间： 更新时间： 时间： 日期: 写于',
    ),
  )('is read behind %s', (label) => {
    expect(dated(`${label}2024年3月9日`)).toBe('2024-03-09');
  });

  it.each(
    words(
      '述职人 报告人 汇报人 发言人 讲话人 主持人 起草人 承诺人 表态人 申请人 总结人 撰稿人 整理人 签名人 落款人 述职者',
    ),
  )('is read behind the one who signs: %s', (signer) => {
    expect(dated(`${signer}：县教育局　2024年3月9日`)).toBe('2024-03-09');
  });

  it.each(
    words(
      '县教育局 县纪委 县委办 组织部 县财政处 教育科 办公室 设计院 实验学校 民政厅 收费站 研究所 商会 施工队 工作组 纺织厂 云溪县 云溪市 城关区 城关镇 云溪乡 云溪村 供水公司 发展集团 县政府 服务中心 城关街道 机关支部 阳光社区 小学',
    ),
  )('is read behind a unit: %s', (unit) => {
    const isRead = !/小学$/u.test(unit);
    expect(dated(`${unit}2024年3月9日`)).toBe(isRead ? '2024-03-09' : null);
  });

  it.each(words('县委书记 县长 主任 政协主席 经理 董事长 政委 秘书长 常务委员'))(
    'is read behind a post: %s',
    (post) => {
      expect(dated(`${post}（2024年3月9日）`)).toBe('2024-03-09');
    },
  );

  it.each(words('修正 修订 施行 实施 公布 颁布 废止 生效 通过'))('is not that of a law: %s', (done) => {
    expect(dated(`县教育局（2024年3月9日${done}）`)).toBeNull();
    expect(dated(`（2024年3月9日${done}）`)).toBeNull();
  });

  it.each(
    words(
      '成立 施行 实施 通过 召开 截至 截止 开工 竣工 投产 建成 入党 入伍 毕业 任职 工作 结束 开始 启动 验收 完成 备注 合计 公布 颁布 发布 废止 生效 届满',
    ),
  )('is not that of what happened: %s', (event) => {
    expect(dated(`县政府${event}　2024年3月9日`)).toBeNull();
  });

  it('stands within eight lines from the top, or five from the end', () => {
    const lines = Array.from({ length: 30 }, () => '大家要抓好落实。');
    const at = (place: number) => {
      const text = lines.map((line, index) => (index === place ? '2024年3月9日' : line)).join('\n');
      return writtenOn(text)?.day ?? null;
    };
    expect([6, 7, 8, 9].map(at)).toEqual(['2024-03-09', '2024-03-09', null, null]);
    expect([24, 25, 29].map(at)).toEqual([null, '2024-03-09', '2024-03-09']);
  });

  it.each([
    '2024年3月9日（星期六）',
    '2024年3月9日，星期六',
    '2024年3月9日上午',
    '2024年3月9日 9:30',
    '2024年3月9日下午3时',
    '2024年3月9日上午9点半',
    '2024年3月9日上午9时15分',
    '2024年3月9日至10日',
    '2024年3月9日—4月2日',
    '2024年3月9日讲话稿',
    '2024年3月9日初稿',
    '2024年3月9日修改稿',
    '2024年3月9日送审稿',
    '2024年3月9日印发',
    '2024年3月9日于云溪县城',
    '2024-03-09 10:20 来源：云溪网',
    '2024-03-09　作者：本报记者',
    '——2024年3月9日在全县干部大会上的讲话',
    '2024年3月9日在全县干部大会上的讲话',
    '——2024年3月9日，根据录音整理',
    '（2024年3月9日）',
    '【2024年3月9日】',
    '〔2024年3月9日〕',
    '[2024年3月9日]',
    '（根据讲话录音整理，县委办公室 2024.3.9）',
    '# 2024年3月9日',
    '**2024年3月9日**',
  ])('is that of %s', (line) => {
    expect(dated(line)).toBe('2024-03-09');
  });

  it.each([
    '2024年3月9日，我县修通公路',
    '2024年3月9日和2025年3月9日',
    '| 2024年3月9日 |',
    `${'县'.repeat(80)}2024年3月9日`,
    '姓名：王小明　2024年3月9日出生',
    '2024年',
  ])('is not that of %s', (line) => {
    expect(dated(line)).toBeNull();
  });

  it('is not that of rows of a table', () => {
    expect(writtenOn('关于加强管理的想法\n2024年3月9日\n2024年4月9日\n大家好。')).toBeNull();
    expect(writtenOn('关于加强管理的想法\n日期\n2024年3月9日\n大家好。')).toBeNull();
    expect(writtenOn('关于加强管理的想法\n姓名　出生日期\n2024年3月9日\n大家好。')).toBeNull();
  });
});

describe('the year that the text states', () => {
  it.each([
    ['刚刚过去的2025年，是“十四五”规划收官之年。', '2026-01-01', '2026-03-31', '2026-01-31'],
    ['刚过去的2025年是极不平凡的关键一年。', '2026-01-01', '2026-03-31', '2026-01-31'],
    ['即将过去的2025年，是“十四五”规划收官之年。', '2025-10-01', '2025-12-31', '2025-12-31'],
    ['即将结束的2025年是攻坚之年。', '2025-10-01', '2025-12-31', '2025-12-31'],
    ['即将到来的2026年是“十五五”开局之年。', '2025-10-01', '2025-12-31', '2025-12-31'],
    ['今年（2025年）我们要抓好落实。', '2025-01-01', '2025-12-31', '2025-01-31'],
    ['去年（2024年）我们抓好了落实。', '2025-01-01', '2025-12-31', '2025-01-31'],
    ['明年（2026年）我们要抓好落实。', '2025-01-01', '2025-12-31', '2025-12-31'],
    ['2025年是决胜之年。要做好2025年工作。', '2025-01-01', '2025-12-31', '2025-01-31'],
    ['2025年是起步之年。要抓好2025年工作。', '2025-01-01', '2025-12-31', '2025-01-31'],
    ['今年是“十四五”收官之年。要部署2025年工作。', '2025-01-01', '2025-12-31', '2025-01-31'],
    ['今年是“十四五”规划开局之年。要谋划2021年工作。', '2021-01-01', '2021-12-31', '2021-01-31'],
    ['明年是“十五五”开局之年。要安排2026年工作。', '2025-01-01', '2025-12-31', '2025-12-31'],
    ['去年是“十四五”收官之年。要完成2026年任务。', '2026-01-01', '2026-12-31', '2026-01-31'],
    ['总结2025年工作、部署2026年任务。', '2025-11-01', '2026-03-31', '2026-01-31'],
    ['对2025年工作进行总结，对2026年工作作出安排。', '2025-11-01', '2026-03-31', '2026-01-31'],
    ['总结2025年上半年工作、部署2025年下半年任务。', '2025-06-01', '2025-09-30', '2025-07-31'],
    ['回顾今年工作、谋划2026年任务。', '2025-11-01', '2026-03-31', '2026-01-31'],
    ['总结2025年工作、研究明年任务。', '2025-11-01', '2026-03-31', '2026-01-31'],
  ])('is told by %s', (sentence, from, to, day) => {
    expect(writtenOn(`同志们：\n${sentence}`)).toMatchObject({ from, to, day });
  });

  it.each([
    '2025年是决胜之年。',
    '今年是“十四五”收官之年。',
    '2025年是决胜之年。要做好2025年工作，谋划2029年发展。',
    '他曾指出，刚刚过去的2025年是收官之年。',
    '他说：“今年（2025年）要抓好落实。”',
    '《今年（2025年）工作要点》已经印发。',
    '会议总结2025年工作后召开了大会。',
  ])('is not told by %s', (sentence) => {
    expect(writtenOn(`同志们：\n${sentence}`)).toBeNull();
  });

  it.each(words('回顾 回首 历史 当年 那年 那一年 曾 当时 指出 强调 提出 报告'))(
    'is not what is told of: %s',
    (word) => {
      expect(writtenOn(`同志们：\n${word}刚刚过去的2025年，是收官之年。`)).toBeNull();
    },
  );
});
