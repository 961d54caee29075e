/**
 * Words that writers type, and those that the official wording has for the same thing, sought as well. Topics have
 * their other words in labels.ts.
 */
const rows: readonly (readonly [typed: string, sought: string])[] = [
  ['环保 环境保护 治污', '生态环境 生态 污染防治'],
  ['三农', '农业农村 农业'],
  ['食品安全', '食品药品'],
  ['狠抓落实 抓落实', '落实'],
  ['扶贫 脱贫', '脱贫攻坚 防止返贫'],
  ['乡村建设', '乡村振兴'],
  ['反腐 反贪', '反腐败'],
  ['打黑 扫黑', '扫黑除恶'],
  ['维稳', '社会稳定 大局稳定'],
  ['容错', '容错纠错'],
  ['债务 化债', '债务风险'],
  ['医保', '医疗保险 医疗保障'],
  ['社保', '社会保障'],
  ['低保', '社会救助'],
  ['文山会海 减负', '为基层减负'],
  ['网格化', '网格'],
  ['退休干部 离退休干部', '老干部'],
  ['学校 教育', '办好学校 教育'],
  ['厕所革命', '厕所'],
  ['保交楼', '保交房'],
  ['秸秆禁烧', '秸秆'],
  ['三干会', '三级干部'],
  ['调研', '调查研究'],
  ['数字化', '数字'],
  ['一把手', '主要负责同志 主要负责人'],
  ['老百姓', '群众'],
  ['年终 年底', '冲刺 收官'],
];

const sought = new Map<string, readonly string[]>();
for (const [typed, words] of rows) for (const word of typed.split(' ')) sought.set(word, words.split(' '));

/** The words to seek besides a search key; none for most. */
export function synonymsOf(key: string): readonly string[] {
  return sought.get(key) ?? [];
}

/** Whether the table has this word. */
export function hasSynonyms(key: string): boolean {
  return sought.has(key);
}
