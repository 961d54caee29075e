import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { isPerson } from '../../lib/rules/confusable/proper-names.ts';
import { rules } from '../../lib/rules/index.ts';
import { documentNumberClause, numeralClause, punctuationClause } from '../../lib/rules/style/standards.ts';
import type { Finding, RuleId } from '../../lib/rules/types.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

let checker: Checker;
beforeAll(async () => {
  checker = createChecker((await loadBuiltInKnowledge()).knowledge);
});

function found(text: string, rule: RuleId, date = '2026-11-20'): Finding[] {
  return checker.check(text, { today: date, date }).findings.filter((finding) => finding.rule === rule);
}

const words = (list: string) => list.split(' ');

describe('the name of a person', () => {
  it.each(
    words(
      '同志 书记 主任 局长 县长 市长 区长 镇长 乡长 省长 州长 处长 科长 股长 所长 院长 校长 园长 部长 厅长 司长 行长 站长 组长 队长 班长 排长 连长 营长 团长 旅长 师长 政委 会长 社长 村长 理事长 董事长 秘书长 经理 厂长 支书 主席 委员 老师 教授 博士 院士 医生 大夫 护士 师傅 先生 女士 小姐 大爷 大妈 大娘 大伯 大叔 大嫂 阿姨 奶奶 爷爷 老汉 老人 检察官 法官 警官 律师 记者 教练 夫妇 夫妻 一家 等人',
    ),
  )('has a role before or behind it: %s', (role) => {
    expect(isPerson(`请周伟${role}发言`, 1)).toBe(true);
    expect(isPerson(`请周伟、李静两位${role}发言`, 1)).toBe(true);
    expect(isPerson(`让${role}周伟发言`, 1 + role.length)).toBe(true);
    expect(isPerson(`政务办陈${role}发言`, 2)).toBe(true);
  });

  it.each(
    words(
      '说 表示 指出 认为 介绍 告诉 坦言 回忆 强调 主持 出席 陪同 获得 荣获 当选 担任 任职 应邀 带领 率队 深有感触 感慨 （左） 是一名',
    ),
  )('has a deed behind it: %s', (deed) => {
    expect(isPerson(`据周伟${deed}，大家都好`, 1)).toBe(true);
  });

  it.each(words('说明 说服 强调了 的 环境 总书记'))('has none of these behind it: %s', (behind) => {
    expect(isPerson(`据周伟${behind}，大家都好`, 1)).toBe(false);
  });

  it.each(
    words(
      '记者 学者 作者 名叫 名字叫 选手 代言人 妻子 丈夫 儿子 女儿 父亲 母亲 民警 教授 工程师 发言人 负责人',
    ),
  )('has somebody before it: %s', (before) => {
    expect(isPerson(`当地${before}周伟的家`, 2 + before.length)).toBe(true);
  });

  it.each(words('总理 总统 首相 国王 王储 议长 大使 外长'))('may be a foreign one behind %s', (office) => {
    expect(isPerson(`会见${office}通邢，双方`, 2 + office.length)).toBe(true);
    expect(isPerson(`会见${office}通邢来访`, 2 + office.length)).toBe(false);
  });
});

describe('a year beside a word for it', () => {
  const message = (text: string, date?: string) =>
    found(`同志们：\n${text}`, 'date-consistency', date).map((one) => [
      one.level,
      one.message,
      one.fixes[0]?.label,
    ]);

  it.each([
    ['今年（2025年）要抓好落实。', '今年', 2026, 2025, '今年（2026年）'],
    ['今年(2025)要抓好落实。', '今年', 2026, 2025, '今年(2026)'],
    ['今年即2025年要抓好落实。', '今年', 2026, 2025, '今年即2026年'],
    ['今年，即2025年要抓好落实。', '今年', 2026, 2025, '今年，即2026年'],
    ['今年是2025年，要抓好落实。', '今年', 2026, 2025, '今年是2026年'],
    ['去年（1999年）抓得好。', '去年', 2025, 1999, '去年（2025年）'],
    ['去年即1999年抓得好。', '去年', 2025, 1999, '去年即2025年'],
    ['去年是1999年。', '去年', 2025, 1999, '去年是2025年'],
    ['前年（2023年）抓得好。', '前年', 2024, 2023, '前年（2024年）'],
    ['明年（2026年）要抓好。', '明年', 2027, 2026, '明年（2027年）'],
    ['后年（2026年）要抓好。', '后年', 2028, 2026, '后年（2028年）'],
  ])('is put right in %s', (text, word, right, written, label) => {
    expect(message(text)).toEqual([
      ['error', `稿件日期在2026年，${word}是${right}年，此处写作${written}年。`, `改为“${label}”`],
    ]);
  });

  it('may be the one before at the turn of the year', () => {
    const text = '今年（2025年）要抓好落实。';
    expect(message(text, '2026-02-28').map(([level]) => level)).toEqual(['warning']);
    expect(message(text, '2026-03-01').map(([level]) => level)).toEqual(['error']);
    expect(message('今年（2024年）要抓好落实。', '2026-02-28').map(([level]) => level)).toEqual(['error']);
  });

  it.each(['今年（2026年）要抓好。', '“今年（2025年）”的说法', '今年是2025年以来最好的'])(
    'is right in %s',
    (text) => {
      expect(message(text)).toEqual([]);
    },
  );
});

describe('what is cited', () => {
  it('is a clause of a standard, with its day', () => {
    expect(punctuationClause('4.5')).toEqual({
      title: 'GB/T 15834—2011《标点符号用法》4.5',
      date: '2011-12-30',
    });
    expect(numeralClause('5.1')).toEqual({
      title: 'GB/T 15835—2011《出版物上数字用法》5.1',
      date: '2011-07-29',
    });
    expect(documentNumberClause).toEqual({
      title: 'GB/T 9704—2012《党政机关公文格式》7.2.5',
      date: '2012-06-29',
    });
  });
});

describe('the examples of the rules', () => {
  it.each(rules)('$id has one on a day of its own', ({ example }) => {
    expect(example.date).toMatch(/^20\d\d-\d\d-\d\d$/u);
    expect(example.before).not.toBe('');
  });
});

describe('meetings called by their year', () => {
  it.each(
    words(
      '中央经济工作会议 全国教育工作会议 全省教育工作会议 全市教育工作会议 全县教育工作会议 全区教育工作会议 省委工作会议 市委工作会议 县委工作会议 区委工作会议 国务院廉政工作会议 党中央农村工作会议 县委全会 全国座谈会 全国两会 全国电视电话会议',
    ),
  )('are over some years later: %s', (name) => {
    for (const between of ['', '的', '召开的', '度']) {
      const text = `要认真贯彻落实2022年${between}${name}精神。`;
      const { mentions } = checker.timeline(text, { today: '2026-11-20', date: '2026-11-20' });
      const its = mentions.find(({ start }) => start === 7);
      expect(text.slice(7, its?.end), text).toBe(`2022年${between}${name}`);
      expect(its?.verdict).not.toBe('keep');
    }
  });

  it('guide until their next year is over', () => {
    const verdict = (year: number) => {
      const text = `要认真贯彻落实${year}年全国教育工作会议精神。`;
      const { mentions } = checker.timeline(text, { today: '2026-11-20', date: '2026-11-20' });
      return mentions.find(({ start }) => start === 7)?.verdict;
    };
    expect([2026, 2025].map(verdict)).toEqual(['keep', 'keep']);
    expect(verdict(2024)).toBe('change');
  });
});
