import { parseNumber } from './numeral-values.ts';

/** A possible ordinal, and the text around it. */
export interface Matched {
  readonly value: number;
  /** The word before the number that belongs to the ordinal: 第, 任务; '' if there is none. */
  readonly before: string;
  /** The number as it is written. */
  readonly number: string;
  readonly mark: string;
  /** The next few units behind the mark. */
  readonly rest: string;
}

/** How sure it is that it is an ordinal; null if it is not. */
export type Trap = (matched: Matched) => 'sure' | 'number' | 'mark' | null;

const numeralNext = /^(?:[一二三四五六七八九十]{1,3}|\d{1,3}|[０-９]{1,3}|两)/u;
/** 一、三季度, 二、三产业: two numbers with one measure word, whichever the numbers are. */
const sharedMeasure = /^(?:、|线|产业|季度|等奖|类|级|期工程|号楼|单元|年级)/u;
/** 十一、元旦: the first of October, not the eleventh heading. */
const holidays = /^(?:元旦|五一|国庆|中秋|春节|端午|清明|两节|黄金周|双节)/u;
/** Words that begin with 要: 六要素, 三要件. */
const wordOfMust = /^[素件害点领旨义闻职务]/u;
/** 一抓到底, 一抓就灵, 一抓一个准; 三抓三促, a slogan, though not 一抓三项重点. */
const sayingOfGrasp =
  /^(?:[就便而了到]|不放|[，,。、；：！？”]|$|[一二三四五六七八九十两](?![个项大件批支类条级方年季流]))/u;
/** 一看就懂, 一讲起家乡, 一比高下, 一靠近; 三保障, 三讲教育, 二比特 are no ordinals. */
const sayingOfVerb =
  /^(?:[就便即到起完了过见则才都也着而再来眼下说出清明近边岸拢上齐死障险证较特例]|高[下低]|教育|活动|行动|工程|机制|[，,。、；：！？…”）]|$|[一二三四五六七八九十两百千万\d])/u;
/** Two digits or letters of a Latin word or name: A.I., E.coli, A. Smith; and A、B两类. */
const latinNext = /^(?:[A-Za-zＡ-Ｚⅰ-ⅻⅠ-Ⅻ]|[\s　]?[A-Z][a-z.．])/u;
/** From this number on, it is no heading if another reading is possible. */
const highest = 99;

/** References: （一）、（二）两项, （三）至（五）项. Headings: （二）及时处置, （四）项目带动. */
export const notReferred: Trap = ({ rest }) =>
  /^(?:[（(—]|[至和及](?:第|[（(])|[项款](?![目链式待]))/u.test(rest) ? null : 'sure';

/** Two things are named: 第一、第二产业, 第二、三种形态. */
export const notPaired: Trap = ({ mark, rest }) =>
  /^[第其]/u.test(rest) || (mark === '、' && numeralNext.test(rest)) ? null : 'sure';

/** 一是一、二是二. But 一是一批项目落地, 二是二十国集团机制. 十一是长假 may be a holiday. */
export const notSaid: Trap = ({ number, rest }) => {
  if (rest.startsWith(number) && /^(?:$|[，,、。；;！？”’不就])/u.test(rest.slice(number.length)))
    return null;
  return number === '十一' ? 'number' : 'sure';
};

/** 三要三不要, 三要件. */
export const notMustWord: Trap = (matched) => (wordOfMust.test(matched.rest) ? null : notSaid(matched));

/** 一抓到底. */
export const notGraspSaid: Trap = ({ rest }) => (sayingOfGrasp.test(rest) ? null : 'sure');

/** 一看就懂. */
export const notVerbSaid: Trap = ({ rest }) => (sayingOfVerb.test(rest) ? null : 'sure');

/** 三、四季度 and 十一、元旦 are not ordinals; 三、四点要求 may be; 一，加强领导 is one with an unusual mark. */
export const notTwoNumbers: Trap = ({ value, mark, rest }) => {
  if (value === 11 && holidays.test(rest)) return null;
  const usual = mark === '、';
  const neighbour = numberNext(value, rest);
  if (neighbour === 'shared' || (neighbour !== 'none' && (!usual || value > highest))) return null;
  if (neighbour === 'neighbour') return 'number';
  return usual ? 'sure' : 'mark';
};

/** Not 1.5亿元, 5.12, 1.2 总体要求; 1、2号楼. But 8.6个专项 between 7. and 9. is the eighth item. */
export const notDecimal: Trap = ({ value, mark, rest }) => {
  if (mark === '、' && numberNext(value, rest) === 'shared') return null;
  if (!/^[\d０-９]/u.test(rest)) return 'sure';
  return value > highest ? null : 'number';
};

/** 第一点、第二点都对. */
export const notListed: Trap = ({ rest }) => (/^第/u.test(rest) ? null : 'sure');

/** 任务一、二, 举措1.5, 任务一、任务二. */
export const notNamedPair: Trap = ({ before, mark, rest }) => {
  if (mark === '、' && numeralNext.test(rest)) return null;
  if (/^[.．]$/u.test(mark) && /^[\d０-９]/u.test(rest)) return null;
  return rest.startsWith(before) ? null : 'sure';
};

/** A.I., U.S., E.coli, A、B两类, Ⅰ、Ⅱ类. */
export const notLatin: Trap = ({ rest }) => (latinNext.test(rest) ? null : 'sure');

/** Whether the number behind the 、 shares its measure word with the first, is the next number, or another. */
function numberNext(value: number, rest: string): 'shared' | 'neighbour' | 'other' | 'none' {
  const number = numeralNext.exec(rest)?.[0];
  if (number === undefined) return 'none';
  const after = rest.slice(number.length);
  const next = parseNumber(number);
  if (sharedMeasure.test(after)) return 'shared';
  return next === value + 1 ? 'neighbour' : 'other';
}

/** 之一是, 唯一是, 统一要, 第一是, 万一, 十一是, 5月1., 第（一）; but 系统一是. */
const wordBefore =
  /(?:[之唯第万十百千廿卅〇零一二三四五六七八九两\d０-９.．A-Za-z]|(?<![系传])统|星期|礼拜)$/u;

/** Whether what looks like an ordinal at an offset of a text is the end of a word or of a longer number. */
export function isPartOfWord(text: string, at: number): boolean {
  return wordBefore.test(text.slice(Math.max(0, at - 2), at));
}
