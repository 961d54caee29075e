import {
  formatArabic,
  formatCircled,
  formatNumeral,
  parseArabic,
  parseCircled,
  parseNumeral,
} from './numerals.ts';
import { hasSign, pairsOf, signOf } from './signs.ts';
import type { Paragraph, Span } from './types.ts';

/** The kinds of ordinal a speech uses. */
export type OrdinalKind =
  | 'part' // 第一部分
  | 'chapter' // 第一章
  | 'section' // 第一节
  | 'article' // 第一条
  | 'chinese' // 一、
  | 'chinese-bracketed' // （一）
  | 'arabic' // 1.
  | 'arabic-bracketed' // （1）
  | 'circled' // ①
  | 'ordinal' // 第一，
  | 'of-them' // 其一，
  | 'sequence-word' // 首先 其次 再次
  | 'is' // 一是
  | 'must'; // 一要

/** An ordinal as it stands in a paragraph. Offsets are UTF-16 units of the paragraph. */
export interface ReadOrdinal {
  readonly kind: OrdinalKind;
  readonly value: number;
  /** With its brackets, 第 or 是: （三）, 第三, 三是. */
  readonly ordinal: Span;
  /** The number alone. */
  readonly numeral: Span;
  /** What stands behind it: 、 ， . or nothing. */
  readonly mark: Span;
  /**
   * How sure it is an ordinal: 'sure'; 'number' when a numeral follows (三、四点要求 or 三、四季度; 8.6个专项 or 8.6亿元);
   * 'mark' when the mark is not the usual one (一，); 'clause' when it only follows a comma.
   */
  readonly certainty: 'sure' | 'number' | 'mark' | 'clause';
}

const chinese = '[一二三四五六七八九十廿卅〇○零]{1,4}';
const heading = new RegExp(
  '^[\\s　]*(?:附件[:：][\\s　]*)?(?:' +
    `(?<open>[（(])(?<inner>${chinese}|\\d{1,2}|[０-９]{1,2})(?<close>[）)])(?<innerMark>[、．.，,]?)` +
    `|第(?<unitNumber>${chinese})(?<unit>部分|[章节条])(?=[\\s　：:，、]|$)` +
    `|(?<prefix>[第其])(?<prefixed>${chinese})(?<prefixMark>[，、：,:])` +
    `|(?<bare>${chinese})(?:(?<verb>[是要])(?<verbMark>[，、]?)|(?<bareMark>[、，,．.：:]))` +
    '|(?<digits>\\d{1,2}|[０-９]{1,2})(?<digitsMark>[.．、])' +
    '|(?<circled>[①-⑳㉑-㉟㊱-㊿])(?<circledMark>[、.．]?)' +
    '|(?<word>首先|其次|再次(?=[，,]))(?<wordMark>[，,]?)' +
    ')',
  'u',
);
const headStart = /^[\s　]*[（(第其一二三四五六七八九十廿卅\d０-９①-⑳㉑-㉟㊱-㊿首再附]/u;
const inline = new RegExp(
  `(?<prefix>[第其])(?<prefixed>${chinese})(?<prefixMark>[，、：,:])` +
    `|(?<bare>${chinese})(?<verb>[是要])(?<verbMark>[，、]?)` +
    '|(?<word>首先|其次|再次(?=[，,]))(?<wordMark>[，,]?)',
  'gu',
);

const numeralNext = /^(?:[一二三四五六七八九十]{1,3}|\d{1,3}|[０-９]{1,3}|两)/u;
/** 一、三季度, 二、三产业: two numbers with one measure word, whichever the numbers are. */
const sharedMeasure = /^(?:、|线|产业|季度|等奖|类|级|期工程|号楼|单元|年级)/u;
/** 十一、元旦: the first of October, not the eleventh heading. */
const holidays = /^(?:元旦|五一|国庆|中秋|春节|端午|清明|两节|黄金周|双节)/u;
/** 六要素, 三要件: words that begin with 要. */
const wordOfMust = /^[素件害点领旨义闻职务]/u;

/** Reads the ordinal a paragraph begins with; null when there is none. Takes the paragraph's text. */
export function readHeading(text: string): ReadOrdinal | null {
  if (!headStart.test(text)) return null;
  const match = heading.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined) return null;
  return fromGroups(text, groups, match[0].length, 'sure');
}

/** What every ordinal inside a paragraph holds. */
const inlineSign = signOf(
  ...pairsOf('一二三四五六七八九十廿卅〇○零', '是要，、：,:'),
  '首先',
  '其次',
  '再次',
);

/** Reads the ordinals inside a paragraph, behind its beginning: 一是 一要 第一， 其一， 首先, in order. */
export function readInline({ text, signs }: Paragraph): ReadOrdinal[] {
  const found: ReadOrdinal[] = [];
  if (!hasSign(signs, inlineSign)) return found;
  inline.lastIndex = 0;
  for (let match = inline.exec(text); match !== null; match = inline.exec(text)) {
    const boundary = boundaryBefore(text, match.index);
    if (boundary === 'none' || match.groups === undefined) continue;
    const end = match.index + match[0].length;
    const certainty = boundary === 'sentence' ? 'sure' : 'clause';
    const ordinal = fromGroups(text, match.groups, end, certainty);
    if (ordinal !== null) found.push(ordinal);
  }
  return found;
}

/** The number of an ordinal of this kind, written as `like` was; null where the kind cannot write it. */
export function writeNumber(kind: OrdinalKind, value: number, like: string): string | null {
  if (value < 1 || value > 99) return null;
  if (kind === 'circled') return formatCircled(value);
  if (kind === 'sequence-word') return sequenceWords[value - 1] ?? null;
  return /[0-9０-９]/u.test(like) ? formatArabic(value, like) : formatNumeral(value);
}

/** 首先 其次 再次, in order. */
export const sequenceWords: readonly string[] = ['首先', '其次', '再次'];

type Groups = Record<string, string | undefined>;

function fromGroups(
  text: string,
  groups: Groups,
  end: number,
  sure: ReadOrdinal['certainty'],
): ReadOrdinal | null {
  const rest = text.slice(end, end + 8);
  if (groups.inner !== undefined) return bracketed(groups, end, rest);
  if (groups.unitNumber !== undefined) return unit(groups, end);
  if (groups.prefixed !== undefined) return prefixed(groups, end, rest, sure);
  if (groups.verb !== undefined) return withVerb(groups, end, rest, sure);
  if (groups.bare !== undefined) return bare(groups, end, rest);
  if (groups.digits !== undefined) return arabic(groups, end, rest);
  if (groups.circled !== undefined) {
    const value = parseCircled(groups.circled);
    return value === null
      ? null
      : read('circled', value, end, groups.circledMark, '', groups.circled, '', sure);
  }
  const word = groups.word ?? '';
  const value = sequenceWords.indexOf(word) + 1;
  return value === 0 ? null : read('sequence-word', value, end, groups.wordMark, '', word, '', sure);
}

function bracketed(groups: Groups, end: number, rest: string): ReadOrdinal | null {
  const inner = groups.inner ?? '';
  // （一）、（二）两项, （三）至（五）项: a reference, not a heading as （二）及时处置 and （四）项目带动 are.
  if (/^(?:[（(—]|[至和及](?:第|[（(])|[项款](?![目链式待]))/u.test(rest)) return null;
  const number = parseNumeral(inner);
  const value = number ?? parseArabic(inner);
  if (value === null) return null;
  const kind = number === null ? 'arabic-bracketed' : 'chinese-bracketed';
  return read(kind, value, end, groups.innerMark, groups.open ?? '', inner, groups.close ?? '', 'sure');
}

function unit(groups: Groups, end: number): ReadOrdinal | null {
  const number = groups.unitNumber ?? '';
  const value = parseNumeral(number);
  if (value === null) return null;
  const unitText = groups.unit ?? '';
  const kinds: Record<string, OrdinalKind> = { 部分: 'part', 章: 'chapter', 节: 'section', 条: 'article' };
  const kind = kinds[unitText];
  return kind === undefined ? null : read(kind, value, end, '', '第', number, unitText, 'sure');
}

function prefixed(
  groups: Groups,
  end: number,
  rest: string,
  certainty: ReadOrdinal['certainty'],
): ReadOrdinal | null {
  const number = groups.prefixed ?? '';
  const value = parseNumeral(number);
  // 第一、第二产业 and 第二、三种形态 name two things.
  if (value === null || /^[第其]/u.test(rest) || (groups.prefixMark === '、' && numeralNext.test(rest)))
    return null;
  const kind = groups.prefix === '其' ? 'of-them' : 'ordinal';
  return read(kind, value, end, groups.prefixMark, groups.prefix ?? '', number, '', certainty);
}

function withVerb(
  groups: Groups,
  end: number,
  rest: string,
  certainty: ReadOrdinal['certainty'],
): ReadOrdinal | null {
  const number = groups.bare ?? '';
  const value = parseNumeral(number);
  // 一是一、二是二; 三要三不要. But 一是一批项目落地, 二是二十国集团机制.
  if (value === null || isSaying(number, rest)) return null;
  if (groups.verb === '要' && wordOfMust.test(rest)) return null;
  const kind = groups.verb === '是' ? 'is' : 'must';
  return read(kind, value, end, groups.verbMark, '', number, groups.verb ?? '', certainty);
}

function isSaying(number: string, rest: string): boolean {
  return rest.startsWith(number) && /^(?:$|[，,、。；;！？”’不就])/u.test(rest.slice(number.length));
}

function bare(groups: Groups, end: number, rest: string): ReadOrdinal | null {
  const number = groups.bare ?? '';
  const value = parseNumeral(number);
  if (value === null || (value === 11 && holidays.test(rest))) return null;
  const usual = groups.bareMark === '、';
  const neighbour = numberNext(value, rest);
  if (neighbour === 'shared' || (neighbour !== 'none' && !usual)) return null;
  if (neighbour === 'neighbour')
    return read('chinese', value, end, groups.bareMark, '', number, '', 'number');
  return read('chinese', value, end, groups.bareMark, '', number, '', usual ? 'sure' : 'mark');
}

function arabic(groups: Groups, end: number, rest: string): ReadOrdinal | null {
  const number = groups.digits ?? '';
  const value = parseArabic(number);
  if (value === null) return null;
  if (groups.digitsMark === '、' && numberNext(value, rest) === 'shared') return null;
  // 1.5亿元, 5.12, 1.2 总体要求; 1、2号楼. But 8.6个专项 between 7. and 9. is the eighth.
  const certainty = /^[\d０-９]/u.test(rest) ? 'number' : 'sure';
  return read('arabic', value, end, groups.digitsMark, '', number, '', certainty);
}

function read(
  kind: OrdinalKind,
  value: number,
  end: number,
  mark: string | undefined,
  before: string,
  number: string,
  after: string,
  certainty: ReadOrdinal['certainty'],
): ReadOrdinal {
  const ordinalEnd = end - (mark ?? '').length;
  const numeralEnd = ordinalEnd - after.length;
  const numeralStart = numeralEnd - number.length;
  return {
    kind,
    value,
    ordinal: { start: numeralStart - before.length, end: ordinalEnd },
    numeral: { start: numeralStart, end: numeralEnd },
    mark: { start: ordinalEnd, end },
    certainty,
  };
}

/** Whether a number follows the 、 and shares its measure word, is the next number up, or is another one. */
function numberNext(value: number, rest: string): 'shared' | 'neighbour' | 'other' | 'none' {
  const number = numeralNext.exec(rest)?.[0];
  if (number === undefined) return 'none';
  const after = rest.slice(number.length);
  const next = parseNumeral(number) ?? parseArabic(number);
  if (sharedMeasure.test(after)) return 'shared';
  return next === value + 1 ? 'neighbour' : 'other';
}

/** What stands before an ordinal inside a paragraph: the end of a sentence, of a clause only, or neither. */
function boundaryBefore(text: string, index: number): 'sentence' | 'clause' | 'none' {
  let at = index - 1;
  while (at >= 0 && /[\s　”’）)]/u.test(text.charAt(at))) at--;
  if (at < 0) return 'none';
  const char = text.charAt(at);
  if (/[。；！？：;!?:…]/u.test(char)) return 'sentence';
  return at === index - 1 && /[，,、]/u.test(char) ? 'clause' : 'none';
}
