import { compilePacks } from '../../lib/phrases/compile.ts';
import { readPack } from '../../lib/phrases/pack.ts';

/** Reproducible random numbers from 0 up to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Two-character words common in speeches. */
const words = (
  '坚持 推进 加强 深化 落实 提高 完善 健全 促进 发展 改革 开放 创新 建设 治理 服务 保障 改善 民生 就业 教育 医疗 ' +
  '养老 住房 收入 分配 城乡 农村 农业 农民 工业 产业 企业 市场 经济 社会 文化 生态 环境 资源 能源 安全 稳定 和谐 ' +
  '法治 依法 监督 检查 考核 责任 担当 作风 廉政 干部 群众 党员 组织 基层 支部 学习 贯彻 精神 会议 部署 要求 任务 ' +
  '目标 措施 政策 制度 机制 体系 能力 水平 质量 效益 动力 活力 优势 特色 品牌 项目 投资 消费 出口 贸易 金融 财政 ' +
  '税收 科技 人才 数字 智能 网络 信息 平台 数据 绿色 低碳 节能 减排 污染 防治 森林 河流 湖泊 土地 耕地 粮食 ' +
  '乡村 振兴 脱贫 攻坚 成果 巩固 拓展 衔接 区域 协调 城市 更新 社区 街道 网格 矛盾 纠纷 化解 信访 应急 救援 消防 ' +
  '交通 公路 铁路 机场 港口 物流 电力 通信 水利 工程 规划 设计 施工 验收 运行 管理 统筹 兼顾 重点 突出 全面 系统 ' +
  '整体 深入 扎实 有效 有力 有序 积极 稳妥 主动 自觉 不断 持续 始终 必须 应当 努力 奋斗 团结 凝聚 力量 信心 决心 ' +
  '勇气 智慧 理论 思想 理念 战略 方针 路线 方向 道路 旗帜 伟大 复兴 民族 国家 人民 共同 富裕 幸福 美好 生活 时代 ' +
  '历史 使命 征程 新型 现代 高效 优质 先进 卓越 率先 引领 示范 带动 辐射 支撑 保护 传承 弘扬 培育 践行 核心 价值'
).split(' ');

/** Distinct phrases of 4 to 12 characters. */
export function syntheticPhrases(count: number, random: () => number): string[] {
  const phrases = new Set<string>();
  while (phrases.size < count) {
    let phrase = '';
    const length = 2 + Math.floor(random() * 5);
    for (let i = 0; i < length; i++) phrase += words[Math.floor(random() * words.length)];
    phrases.add(phrase);
  }
  return [...phrases];
}

/** Running text of the same words with commas, full stops and some of the phrases, `length` UTF-16 units long. */
export function syntheticText(length: number, phrases: readonly string[], random: () => number): string {
  let text = '';
  while (text.length < length) {
    text +=
      random() < 0.02
        ? phrases[Math.floor(random() * phrases.length)]
        : words[Math.floor(random() * words.length)];
    const mark = random();
    if (mark < 0.12) text += '，';
    else if (mark < 0.17) text += '。';
    else if (mark < 0.3) text += '的';
  }
  // Joined into one flat string, as from a text field.
  return Array.from(text).slice(0, length).join('');
}

/** An index with one formulation per phrase, compiled with the given pinyin. */
export function syntheticIndex(phrases: readonly string[], pinyinOf: (key: string) => string[]): ArrayBuffer {
  const source = { title: '合成数据', date: '2026-01-01' };
  const entries = phrases.map((name, i) => ({
    id: `phrase-${i}`,
    name,
    ...(i % 3 === 0 ? { validTo: '2020-01-01', successor: '新的表述' } : {}),
    forms: [{ text: name }],
    source,
    attestation: 'A',
  }));
  const { pack } = readPack('synthetic', { kind: 'formulation', trueUntil: '2026-01-01', entries });
  return compilePacks(pack === null ? [] : [pack], pinyinOf);
}
