import { matchesOf } from '../../draft/matches.ts';
import type { ParagraphText } from '../paragraph-context.ts';
import { listed, type Target } from './target.ts';

/** Units of several characters, which are told whole; the longest of those with one beginning first. */
const longUnits = [
  '个?百分点',
  '(?:平方|立方)(?:公里|千米|米|公分|厘米)',
  '公里|千米|厘米|毫米|海里',
  '公顷|市斤|公斤|千克|毫克|毫升',
  '小时|分钟|秒钟|工作日|周年|周岁|华诞|个月|季度|学时|课时',
  '号人|剂次|管次|人次|人天|架次|班次|车次|台次|件次|例次|户次',
  '(?:千瓦|兆瓦|度)时?|千伏安?|标准煤',
  '欧元|美元|日元|港元|英镑|人民币',
  '学分|班级|套房|床位|车位|泊位|机位',
].join('|');
/** Units and measure words of one character. */
const shortUnits =
  '[元角分个位名人户口家间栋幢座所处条项件起次批场届轮期套台辆艘架部门款类种份册本篇幅张片块面根株棵亩吨斤克升米里丈尺寸度天日周月年岁秒时级层排组队支只头匹羽尾笔单宗例颗盏桶箱袋瓶车节课站点段步倍成折万亿千百对双顶枚杆村镇乡县市省区校班岗站票句遍趟堂字剂管]';
/** A number with its unit, if it has one of those: 48小时, but 10 of 10大项目. */
const figure = new RegExp(
  `百分之[一二三四五六七八九百十点零〇\\d]+|[一二三四五六七八九]成[一二三四五六七八九]?|[约近超达]?(?:\\d[\\d,，.．]*|[一二三四五六七八九十百千万两零〇]+)(?:多|余|几|来)?(?:万|亿|千(?![米克瓦卡伏])|百(?!分))*(?:多|余|来)?(?:%|％|‰|${longUnits}|${shortUnits})?`,
  'gu',
);
/** What a number must hold to be a figure: two digits, a decimal, a unit of measure. */
const isFigure =
  /\d{2}|\d\.\d|\d[%％‰个万亿户]|百分之|[一二三四五六七八九]成|[一二三四五六七八九十两几数\d][百千万亿]|\d(?:[名位家件次项条处座所台辆起期人批轮届倍成分岁村天]|平方|公里)|[一二三四五六七八九]?十[一二三四五六七八九]?(?:[起名件家次座项户人亩吨岁天]|公里)|[一二三四五六七八九十]+个百分点|[一二三四五六七八九十]+连[增丰冠涨]/u;
/** 2022-12-05, 2022.12.5, 2022/12/05, 10:30, 0571-88888888, 88888888; a list number at the head of a line. */
const otherNumbers =
  /(?<!\d)(?:19|20)\d{2}([-.．/])\d{1,2}\1\d{1,2}(?!\d)|(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)|(?<!\d)\d{3,4}[-－—]\d{7,8}(?!\d)|(?<![\d.])\d{7,}(?![\d.,]|[%％万亿元多余]|\p{Script=Han}?元)|^[\s　]*[（(]?\d{1,3}(?:[)）、．]|\.(?=\D|(?:19|20)\d{2}年))/gmu;
/** G25, No.12, 第25, 〔2022〕15, 12345热线: the number names something. */
const codeBefore = /(?:[A-Za-z_#＃№第〔[〕\]]|No\.?)$/u;
const calledBefore = /(?:电话|热线|手机|邮编)[:：]?$/u;
const namedBehind = /^(?:[A-Za-z〕\]]|号|热线|专线|世纪)/u;

/**
 * Figures of the time under review, which need the author's own data. Listed, never marked. Codes, telephone numbers,
 * dates, times of day and ordinals are none. Offsets of the paragraph.
 */
export function figureMentions({ text }: ParagraphText): Target[] {
  if (!/\d|百分之|[百千万]/u.test(text)) return [];
  const others = /\d/u.test(text) ? matchesOf(text, otherNumbers) : [];
  let next = 0;
  return matchesOf(text, figure).flatMap((match) => {
    const written = match[0].replace(/[,，.．]+$/u, '');
    // A list number may stand before a figure of its line: 2.2022年.
    while (next < others.length && endOf(others[next]) <= match.index) next++;
    const other = others[next];
    const isOther = other !== undefined && other.index < match.index + written.length;
    if (isOther || !isFigure.test(written) || /^\d{4}年|月|日/u.test(written)) return [];
    const end = match.index + written.length;
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    const isBare = /\d$/u.test(written);
    if (codeBefore.test(before) || (isBare && calledBefore.test(before))) return [];
    if (isBare && namedBehind.test(text.slice(end, end + 4))) return [];
    return [listed({ start: match.index, end, kind: 'figure', decided: 'check' })];
  });
}

function endOf(match: RegExpExecArray | undefined): number {
  return match === undefined ? 0 : match.index + match[0].length;
}
