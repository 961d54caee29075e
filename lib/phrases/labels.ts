import type { Entry } from './pack-types.ts';

/**
 * Other words for a topic, by which all of it is found. In this order the row of topics begins: the parts of a speech as
 * they follow one another, what goes into any of them, then the subjects of a county's year.
 */
const topicWords: Readonly<Record<string, string>> = {
  讲话开头: '开头 开场 开场白 开篇 引言',
  总结成绩: '成绩 成效 取得的成绩 回顾工作',
  分析形势: '形势 问题不足',
  讲话过渡: '过渡 过渡句 过渡段 承上启下',
  工作要求: '要求 提要求 工作部署',
  号召结尾: '结尾 号召 结尾号召 结束语 收尾 结语',
  标题句式: '标题 小标题 排比 对仗 句式 提纲 金句',
  用典: '典故 古语 古文 名言 名句 引经据典 诗词 金句',
  招商引资: '招商 引资',
  项目建设: '项目 重点项目 重大项目',
  开门红: '一季度 首季',
  营商环境: '放管服 民营企业',
  征地拆迁: '征迁 征地 拆迁 搬迁 征收 安置补偿',
  督查督办: '督查 督办 督导',
  平安建设: '平安 综治 维稳',
  信访工作: '信访 上访 接访',
  防汛抗旱: '防汛 抗洪 抗旱 防洪 汛期',
  森林防火: '防火 护林 防灭火 林长制',
  河湖长制: '河长制 湖长制 河长',
  文明创建: '创城 文明城市 创文 文明村镇',
  巡察整改: '巡察 巡视整改 巡视',
  换届: '换届选举 选举 两委换届 民主推荐 跑官要官',
  任职表态: '表态 表态发言 任职 就职 履新 离任',
  廉政谈话: '廉政 任前谈话 廉洁',
  主持词: '主持 主持会议 串词',
  节日致辞: '节日 致辞 贺词',
};

const inOrder = Object.keys(topicWords);

/** The place of a topic in the row of topics; all that have no other words have the place behind the last. */
export function topicOrder(topic: string): number {
  const place = inOrder.indexOf(topic);
  return place === -1 ? inOrder.length : place;
}

/**
 * The words under which entries are filed: topics, other words for them, tags of phrases. By word, the places of its
 * entries, in order.
 */
export function labelsOf(entries: readonly Entry[]): Map<string, number[]> {
  const labels = new Map<string, number[]>();
  entries.forEach((entry, place) => {
    for (const word of labelWords(entry)) {
      const places = labels.get(word);
      if (places === undefined) labels.set(word, [place]);
      else places.push(place);
    }
  });
  return labels;
}

/** The words under which an entry is filed, each once. */
export function labelWords(entry: Entry): ReadonlySet<string> {
  if (entry.topic === undefined || entry.kind === 'confusable') return new Set();
  const others = Object.hasOwn(topicWords, entry.topic) ? (topicWords[entry.topic] ?? '').split(' ') : [];
  return new Set([entry.topic, ...others, ...(entry.kind === 'phrase' ? entry.tags : [])]);
}
