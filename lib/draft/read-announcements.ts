import { parseNumber } from './numeral-values.ts';
import { hasSign, pairsOf, signOf } from './signs.ts';
import type { Draft, Paragraph, Span } from './types.ts';

const measure =
  '点|个?方面|件(?:大|实)?事|项(?:重点)?(?:工作|任务)|项(?:措施|举措|要求)|' +
  '条(?:意见|要求|建议|措施|举措|经验|启示|体会|希望|原则)|' +
  '个(?:问题|环节|重点|关键词|关键|要求|启示|体会|感受|着力点|故事|字|词)|' +
  '大(?:任务|举措|行动|工程|重点|问题)|层意思|句话|[步关](?=走?(?:[：:，,。；]|$))';
/** Number, measure word, and the short rest of the sentence. */
const announced = new RegExp(
  `([一二三四五六七八九十两]{1,3}|[\\d０-９]{1,2})(${measure})([^。：:；，,！？\\n]{0,14}(?:[，,][^。：:；！？\\n]{0,18})?)([：:。]|$)`,
  'gu',
);
/** A number and the beginning of a measure word, or two characters within one. */
const announcedSign = signOf(
  ...pairsOf('一二三四五六七八九十两0123456789０１２３４５６７８９', '点方步关大'),
  ...pairsOf('个', '方问环重关要启体感着故字词'),
  ...pairsOf('件', '事大实'),
  ...pairsOf('项', '工任重措举要'),
  ...pairsOf('条', '意要建措举经启体希原'),
  '层意',
  '句话',
);
/** Words that only describe what has a name: 八个字 counts characters, “三大攻坚战” is a slogan. */
const onlyCounted = /^个[字词]$/u;
const slogan = /^[大步关]/u;
/** The rest of a sentence that ends in 。 may only name the items: 讲三点意见。 but not 从两方面采取措施。 */
const namesList =
  /^的?(?:主要|具体|重点|基本|初步|指导性)?(?:意见|建议|要求|体会|感受|希望|想法|看法|工作|任务|内容|问题|措施|举措|重点|事情|情况|认识|考虑|打算|安排|思考|准备|关系|原则|提醒|启示|经验|走)?(?:[，,](?:供|请|希望|望|与|同|和|也|作为|以)|$)/u;
/** Words that make a number an announcement when they stand before it in the same clause. */
const cue =
  /讲|谈|提|强调|说|汇报|交流|分享|介绍|做好|抓好|抓|突出|把握|注意|坚持|采取|落实|做到|处理好|解决好|从|以下|如下|下面|主要|重点|围绕/u;
/** Words that do so only directly before the number. */
const cueAtEnd =
  /(?:有|存在|面临|分|分为|走好?|过好?|闯过?|送(?:给)?(?:大家|你们|同学们)?|概括为|归纳为|总结为|推出|实施|获得|收获|给我们)$/u;
/** The first number of 针对以上三点，讲两点意见 refers back. */
export const looksBack = /(?:前述|上述|以上)$/u;
/** Before a number: it is the end of another one (第三点, 十二点, 三十二个方面). */
const partOfNumber = /[第一二三四五六七八九十百千\d０-９.．〇零]/u;
/** A number that announces a list, as it is read before the lists of the draft are known. Offsets are of the draft. */
export interface ReadAnnouncement {
  readonly value: number;
  /** The number alone: 三. */
  readonly numeral: Span;
  /** Number and measure word: 三点. */
  readonly phrase: Span;
  /** True for 二点, 二个方面: before a measure word two is 两. */
  readonly wrongTwo: boolean;
  /** The offset at which its list would begin; -1 if the text there cannot be that list. */
  readonly listAt: number;
}
const read = new WeakMap<Draft, readonly ReadAnnouncement[]>();

/** The announcements of a draft, in order; remembered per draft. */
export function readAnnouncements(draft: Draft): readonly ReadAnnouncement[] {
  const before = read.get(draft);
  if (before !== undefined) return before;
  const found: ReadAnnouncement[] = [];
  for (const paragraph of draft.paragraphs) {
    if (paragraph.text.length >= 4 && hasSign(paragraph.signs, announcedSign))
      readParagraph(draft, paragraph, found);
  }
  // 围绕四个方面，讲三点意见： of several numbers before a list, the last announces it.
  const nearest = found.filter(({ listAt }, index) => listAt < 0 || found[index + 1]?.listAt !== listAt);
  read.set(draft, nearest);
  return nearest;
}

/** How many items are announced, by the offset of the draft at which their list begins. */
export function announcedItems(draft: Draft): ReadonlyMap<number, number> {
  return new Map(readAnnouncements(draft).map(({ listAt, value }) => [listAt, value]));
}

function readParagraph(draft: Draft, paragraph: Paragraph, found: ReadAnnouncement[]): void {
  const { text } = paragraph;
  announced.lastIndex = 0;
  for (let match = announced.exec(text); match !== null; match = announced.exec(text)) {
    const [whole, number = '', word = '', rest = '', stop = ''] = match;
    // The rest of the sentence may contain the announcement itself: 围绕三个方面，讲两点意见：
    announced.lastIndex = match.index + number.length + word.length;
    const value = parseNumber(number);
    if (value === null || value < 2 || partOfNumber.test(text.charAt(match.index - 1))) continue;
    const clause =
      text
        .slice(Math.max(0, match.index - 24), match.index)
        .split(/[，。：；！？“”]/u)
        .at(-1) ?? '';
    const end = match.index + whole.length;
    const listAt = wordsBehind(draft.text, paragraph.start + end);
    const answer = answerOf(draft.text.slice(listAt, listAt + longestAnswer), word);
    // 三句话：第一句话 is an announcement in any sentence; others depend on the words around them.
    if (answer !== 'same') {
      if (onlyCounted.test(word) || (slogan.test(word) && text.charAt(match.index - 1) === '“')) continue;
      // 讲了五点意见 reports what was said; 做了以下三项工作 still announces.
      if (!cue.test(clause) && !cueAtEnd.test(clause)) continue;
      if (clause.endsWith('了') && !/以下|如下/u.test(clause)) continue;
      if (stop !== '：' && stop !== ':' && !namesList.test(rest)) continue;
    }
    const start = paragraph.start + match.index;
    found.push({
      value,
      numeral: { start, end: start + number.length },
      phrase: { start, end: start + number.length + word.length },
      listAt: answer === 'other' || looksBack.test(clause) ? -1 : listAt,
      wrongTwo: number === '二',
    });
  }
}

/** Longest ordinal with its noun: 第一项重点工作. UTF-16 units. */
const longestAnswer = 8;
const counted = /^第[一1１](?=(?<counter>[点个方条项件层句步关大]))/u;
const article = /^第[一1１]条[\s　：:，、]/u;

/**
 * Whether the words behind an announcement count what it announces: 'same' for 三句话：第一句话, 'any' for an ordinal
 * without a noun (一、) or with the counter alone (三个启示：第一个是), 'other' for 三点意见：第一步.
 */
function answerOf(behind: string, word: string): 'same' | 'any' | 'other' {
  const match = counted.exec(behind);
  if (match === null || article.test(behind)) return 'any';
  const things = behind.slice(match[0].length);
  if (things.startsWith(word) || (word.endsWith('方面') && /^个?方面/u.test(things))) return 'same';
  return match.groups?.counter === word.charAt(0) ? 'any' : 'other';
}

/** The first offset from this one on that is not white space. */
function wordsBehind(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s　]/u.test(text.charAt(at))) at++;
  return at;
}
