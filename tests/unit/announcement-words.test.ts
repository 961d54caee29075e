import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { findAnnouncements } from '../../lib/draft/announcements.ts';
import { parseDraft } from '../../lib/draft/draft.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

let checker: Checker;
beforeAll(async () => {
  checker = createChecker((await loadBuiltInKnowledge()).knowledge);
});

const words = (list: string) => list.split(' ');

/** The numbers that announce a list, as they are written. */
function announced(text: string): string[] {
  return findAnnouncements(parseOutline(parseDraft(text))).map(({ numeral }) =>
    text.slice(numeral.start, numeral.end),
  );
}
const list = '\n一、提高认识\n二、明确任务\n三、加强领导';

describe('a number that announces a list', () => {
  it.each(
    words(
      '点 个方面 方面 件大事 件实事 件事 项重点工作 项重点任务 项工作 项任务 项措施 项举措 项要求 条意见 条要求 条建议 条措施 条举措 条经验 条启示 条体会 条希望 条原则 个问题 个环节 个重点 个关键词 个关键 个要求 个启示 个体会 个感受 个着力点 个故事 大任务 大举措 大行动 大工程 大重点 大问题 层意思 句话 步走 关',
    ),
  )('counts %s', (measure) => {
    expect(announced(`下面，重点要抓好三${measure}：${list}`)).toEqual(['三']);
  });

  it.each(
    words(
      '意见 建议 要求 体会 感受 希望 想法 看法 工作 任务 内容 问题 措施 举措 重点 事情 情况 认识 考虑 打算 安排 思考 准备 关系 原则 提醒 启示 经验 主要意见 具体意见 重点工作 基本要求 初步想法 指导性意见',
    ),
  )('may name them and end its sentence: 三点%s', (noun) => {
    expect(announced(`下面，我讲三点${noun}。${list}`)).toEqual(['三']);
    expect(announced(`下面，我讲三点${noun}，供大家参考。${list}`)).toEqual(['三']);
  });

  it.each(
    words(
      '讲 谈 提 强调 说 汇报 交流 分享 介绍 做好 抓好 抓 突出 把握 注意 坚持 采取 落实 做到 处理好 解决好 从 以下 如下 下面 主要 重点 围绕 有 存在 面临 分 分为 走好 过好 闯过 送大家 概括为 归纳为 总结为 推出 实施 获得 收获 给我们',
    ),
  )('stands behind a word that says so: %s', (cue) => {
    expect(announced(`各位，${cue}三项任务。${list}`)).toEqual(['三']);
  });

  it.each(['第三点：', '十三点：', '共有３.三点：'])('is none in %s', (words_) => {
    expect(announced(`各位，要做到${words_}${list}`).filter((numeral) => numeral === '三')).toEqual([]);
  });
});

describe('十九大 and what is no congress', () => {
  const marked = (text: string) =>
    checker
      .check(text, { today: '2026-11-20', date: '2026-11-20' })
      .findings.filter(({ rule }) => rule === 'outdated-reference')
      .map(({ start, end }) => text.slice(start, end));

  it.each(
    words(
      '类 项 以前 件 名 个 重点 重大 工程 行动 产业 举措 任务 板块 领域 体系 专项 措施 民生 亮点 成果 品牌 园区 基地 项目 景 片区 系列 方面 奖',
    ),
  )('is a number before %s', (behind) => {
    expect(marked(`要扎实推进十九大${behind}建设，抓好落实。`)).toEqual([]);
  });

  it.each(
    words(
      '工会 妇女 妇联 共青团 青联 学联 侨联 文联 作协 科协 残联 工商联 记协 民革 民盟 民建 民进 农工党 致公党 九三学社 台盟',
    ),
  )('is another one behind %s', (body) => {
    expect(marked(`要学习贯彻${body}十九大精神，抓好落实。`).filter((one) => one.includes('党的'))).toEqual(
      [],
    );
  });

  it.each(words('精神 战略部署 决策部署 部署 提出的要求 作出的部署 确定的目标'))(
    'is one before %s',
    (behind) => {
      expect(marked(`要深入学习贯彻十九大${behind}，抓好落实。`).length).toBeGreaterThan(0);
    },
  );
});
