import { matchesOf } from '../../draft/matches.ts';
import { hasSign, type Signs, signOf } from '../../draft/signs.ts';
import { isQuoted, sentenceEnd, sentenceStart } from '../dates/dated-draft.ts';
import type { Blank } from './types.ts';

const bracketed = /([（(【[])([^（）()【】[\]\n]{0,24})[）)】\]]/gu;
/** 此处补充数据, 请填写单位名称, 待补充: instructions to the author. Not 此处应有掌声. */
const instruction = new RegExp(
  [
    '^(?:此处|这里|此段|该处)(?:可以?|应|需|请|须|宜)?[^，。]{0,10}(?:补充|填写|填入|插入|加入|展开|举例|列举|改写|核实|替换)',
    '^(?:请|需|须)(?:在此|自行|根据实际)?(?:补充|填写|填入|插入|替换|核实)',
    '^(?:待|尚待|有待)(?:补充?|填写?|定|核实?|核对|确认|完善|更新)$',
    '(?:待补充|待填写|待核实|待确认)$',
  ].join('|'),
  'u',
);
const label =
  /^(?:单位|部门|地区|地名|地点|姓名|职务|日期|时间|数据|数字|领导|人名|县名|市名|会议)(?:名称|姓名|名字)?$/u;
const onlyMarks = /^[\s　×✕*＊XxＸｘ_＿○△某…]*$/u;
const emptyTitle = /《[\s　]*》/gu;
/** ……万元, and a heading that consists of its ordinal. */
const leftOut = /(?:(?<!…)…+|\.{6})(?=万元|亿元|万人次|人次|万亩|个百分点|[%％])/gu;
const emptyHeading =
  /^[ \t　]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])[ \t　]*(…+|\.{6})[ \t　]*$/gmu;

/** All left-out figures contain one of these. */
const dotsSign = signOf('…', '..');

const someone =
  /(?<=^|[^\p{Script=Han}]|[请由在到向从给对和与及为是表部据])某某某?(?=省|市|县|区|镇|乡|村|街道|局|委|厅|同志|书记|主任|[市县区镇乡村局厅]长|公司|集团|学校|大学|医院)/gmu;
/** The sentence is about anybody, not about a person whose name is missing. */
const anyone =
  /不能|不要|不是|总说|动辄|有的|有人|有些|比如|例如|譬如|诸如|如果|假如|倘若|什么|哪怕|说成|所谓|好像|因为|谁/u;

/**
 * Instructions, empty brackets and left-out figures: （此处补充数据）, 【单位名称】, 《　　》, ……万元. Offsets of the draft.
 * @param signs the signs of all its paragraphs
 */
export function noteBlanks(text: string, signs: Signs): Blank[] {
  const blanks: Blank[] = [];
  const add = (start: number, length: number) => blanks.push({ start, end: start + length, family: 'note' });
  for (const match of matchesOf(text, bracketed)) {
    const [whole, open = '', content = ''] = match;
    const square = open === '【' || open === '[';
    // [地点](address) is a link.
    if (open === '[' && text.charAt(match.index + whole.length) === '(') continue;
    const trimmed = content.trim();
    const empty = square
      ? onlyMarks.test(content) && (open === '【' || /[^\sXx]/u.test(content))
      : open === '（' && /^[\s　]+$/u.test(content);
    if (empty || instruction.test(trimmed) || (square && label.test(trimmed))) add(match.index, whole.length);
  }
  for (const match of matchesOf(text, emptyTitle)) add(match.index, match[0].length);
  if (!hasSign(signs, dotsSign)) return blanks;
  for (const match of matchesOf(text, leftOut)) add(match.index, match[0].length);
  for (const match of matchesOf(text, emptyHeading)) {
    const dots = match[1] ?? '';
    add(match.index + match[0].lastIndexOf(dots), dots.length);
  }
  return blanks;
}

/** 某某同志, 某某县委 where a name belongs; not in sentences about anybody. Offsets of the draft. */
export function nameBlanks(text: string): Blank[] {
  const blanks: Blank[] = [];
  if (!text.includes('某某')) return blanks;
  for (const match of matchesOf(text, someone)) {
    const start = match.index;
    const end = start + match[0].length;
    const sentence = text.slice(sentenceStart(text, start), sentenceEnd(text, end));
    if (anyone.test(sentence) || isQuoted(text, start)) continue;
    blanks.push({ start, end, family: 'name' });
  }
  return blanks;
}
