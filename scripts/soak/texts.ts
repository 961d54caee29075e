import type { Random } from './random.ts';

/** Words in which Gaozhun finds nothing. */
const sound = [
  '要把思想统一到会议部署上来，',
  '各单位要对照清单逐项推进，',
  '牵头单位要按月通报进度，',
  '要盯住重点环节，',
  '窗口服务要再快一些，',
  '年轻同志要多到现场看一看，',
  '要把账算细，把事办实，',
  '城区环保局部改造要加快，',
  '推进基层党建全覆盖，',
  'OK 镜的采购要公开，',
];

/** Words in which Gaozhun finds something, most of them with a fix. */
const faulty = [
  '要深入学习贯彻党的十九大精神，',
  '市工商局要牵头落实，',
  '市环保局要作汇报，',
  '要依据《合同法》办理，',
  '市卫计委要做好保障，',
  '让我们再接再励，',
  '要学好十八大精神，',
  '市质监局要派员参加，',
];

/** A wrong form of the own phrase that is taken in and removed again. */
export const ownPhrase = { name: '“一核三带”发展布局', wrong: '一核叁带发展布局' };
const ownFault = `要加快构建${ownPhrase.wrong}，`;

const ends = ['抓好落实。', '不留死角。', '件件有回音。', '说到做到。'];
const headings = ['提高思想认识', '抓好重点任务', '加强组织领导', '严格督促检查'];
const ordinals = ['一、', '二、', '三、', '四、', '六、'];

/** Words that an input method composes, with the letters typed for them. */
export const composed: readonly (readonly [letters: string, words: string])[] = [
  ['yao', '要'],
  ['luo shi', '落实'],
  ['shi gong shang ju', '市工商局'],
  ['zai jie zai li', '再接再励'],
  ['xue xi', '学习'],
];

/** What is looked up in the popup. */
export const lookedUp = ['二十大', 'gcd', '高质量发展', 'xiangcun'];

/** A part of a sentence, with a fault in one of three. */
export function clause(random: Random): string {
  const dice = random.below(12);
  if (dice === 0) return ownFault;
  return random.pick(dice < 5 ? faulty : sound);
}

/** A sentence, or a heading with its ordinal, which may be the wrong one. */
export function line(random: Random): string {
  if (random.below(5) === 0) return random.pick(ordinals) + random.pick(headings);
  return clause(random) + random.pick(ends);
}

/** The lines of a draft that is written anew. */
export function freshDraft(random: Random): readonly string[] {
  return ['在全市工作推进会上的讲话', '同志们：', line(random), line(random), line(random)];
}
