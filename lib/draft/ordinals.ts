import { unitTable } from '../common/unit-table.ts';
import { formatNumeral, highestNumber } from './numeral-values.ts';
import { withUnmarked } from './ordinal-openers.ts';
import {
  countedShape,
  lastWord,
  type NumberForm,
  numberForms,
  type OrdinalKind,
  type OrdinalShape,
  ordinalShapes,
} from './ordinal-shapes.ts';
import { isPartOfWord } from './ordinal-traps.ts';
import { hasSign, pairsOf, signOf, signOfUnits } from './signs.ts';
import type { Paragraph, Span } from './types.ts';

export type { OrdinalKind } from './ordinal-shapes.ts';
export { lastWord, sequenceWords } from './ordinal-shapes.ts';

/** An ordinal in a paragraph. Offsets are UTF-16 units of the paragraph. */
export interface ReadOrdinal {
  readonly kind: OrdinalKind;
  readonly value: number;
  /** What distinguishes series of one kind: the counter (句话), the noun (任务) or the verb (靠); else ''. */
  readonly shape: string;
  /** Set for 最后: it ends a series of any length, so its value (4) means nothing. */
  readonly last?: true;
  /** With its brackets, 第, 是, counter or noun: （三）, 第三, 三是, 第三句话, 任务三. */
  readonly ordinal: Span;
  /** The number alone. */
  readonly numeral: Span;
  /** The mark behind it: 、 ， . or nothing. */
  readonly mark: Span;
  /**
   * How sure it is that it is an ordinal: 'sure'; 'number' if a numeral follows (三、四点要求 or 三、四季度; 8.6个专项 or
   * 8.6亿元); 'mark' if the mark is not the usual one (一，); 'clause' if it only follows a comma; 'inside' for 二、 （二） 2.
   * and the like behind a stop inside a paragraph: of a list there, a heading that lost its line break, or no ordinal.
   */
  readonly certainty: 'sure' | 'number' | 'mark' | 'clause' | 'inside';
}

/** Rows of the table with one pattern for all. It has four groups per row: before, number, behind, mark. */
interface Reader {
  readonly rows: readonly OrdinalShape[];
  readonly pattern: RegExp;
}

/** A row that was matched, its groups and where the match ends. */
interface Match {
  readonly row: OrdinalShape;
  readonly before: string;
  readonly number: string;
  readonly after: string;
  readonly mark: string;
  readonly end: number;
}

/** Markdown's marks, or the label of an attachment in its own line, before a heading's ordinal. */
const leading = '^\\s*(?:#{1,6}\\s*)?(?:\\*\\*|__)?(?:附件[:：]\\s*)?';
/** The character before an ordinal of certainty 'inside'. */
const stops = '。；：！？;:!?”）　';

const atHead = readerOf(ordinalShapes, leading, 'u');
const headStarts: ReadonlySet<string> = new Set(['附', '#', '*', '_', ...ordinalShapes.flatMap(startsOf)]);
/** 第一， and 第一句话，; 一是 and 首先: two patterns, since they are recognised by different characters. */
const prefixed = readerOf(
  ordinalShapes.filter(({ inline, before }) => inline !== undefined && before !== undefined),
  '',
  'gu',
);
const others = readerOf(
  ordinalShapes.filter(({ inline, before }) => inline !== undefined && before === undefined),
  '',
  'gu',
);
const inside = readerOf(
  ordinalShapes.filter((row) => row.inside !== undefined),
  `[${stops}]\\s{0,8}`,
  'gu',
);

/** The same as `inside`, behind anything. */
const anywhere = readerOf(inside.rows, '', 'gu');

const prefixedSign = signOf(...prefixed.rows.flatMap(signsOf));
const otherSign = signOf(...others.rows.flatMap(signsOf));
const insideSign = signOf(
  ...pairsOf(stops, '（( \u00a0\t　一二三四五六七八九十廿卅123456789１２３４５６７８９'),
);
const circledSign = signOfUnits(unitTable(numberForms.circled.characters));

/** What cannot follow an ordinal of certainty 'inside': 三、四季度, 1、2号楼, ①、②两类, （一）和（二）; ①， is a note. */
const goesOn = /^(?:[一二三四五六七八九十百两〇\d０-９①-⑳㉑-㉟㊱-㊿]|[、至和及]|[，。；：！？）”…,;:!?)]|$)/u;

const numeral = /^[一二三四五六七八九十百两]/u;

const bracketedBefore = /[（(](?:[\d０-９]|[一二三四五六七八九十百廿卅〇○零]){1,5}$/u;

/** Reads the ordinal that a paragraph's text begins with; null if there is none. */
export function readHeading(text: string): ReadOrdinal | null {
  if (!headStarts.has(text.charAt(text.search(/\S/u)))) return null;
  const found = atHead.pattern.exec(text);
  if (found === null) return null;
  const match = matchOf(atHead, found);
  const ordinal = read(text, match, 'sure');
  if (ordinal === null || match.row.run !== true) return ordinal;
  return besides(ordinal).some(({ value, shape }) => beginsClause(text, formatNumeral(value) + shape))
    ? ordinal
    : null;
}

/**
 * Reads the ordinals inside a paragraph, behind its beginning, in order: 一是 一要 第一， 第一句话， 其一， 首先; and,
 * with certainty 'inside', 二、 （二） 2. （2） ② behind a stop.
 */
export function readInline({ text, signs }: Paragraph): ReadOrdinal[] {
  const found: ReadOrdinal[] = [];
  const unmarked: Unmarked[] = [];
  if (hasSign(signs, prefixedSign)) readRuns(text, prefixed, found, unmarked);
  if (hasSign(signs, otherSign)) {
    const from = found.length;
    readRuns(text, others, found, unmarked);
    if (found.some(isOfRun)) found.splice(from, found.length, ...withoutLonely(text, found.slice(from)));
  }
  const runs = withUnmarked(
    found.sort(byPlace),
    () => readHeading(text),
    () => unmarked.flatMap((one) => readUnmarked(text, one, 'sure')).sort(byPlace),
  );
  if (!hasSign(signs, insideSign) && !hasSign(signs, circledSign)) return runs;
  const listed: ReadOrdinal[] = [];
  readInside(text, listed);
  if (listed.length === 0) return runs;
  const lists = withUnmarked(
    listed,
    () => readHeading(text),
    () => insideUnmarked(text),
  );
  return runs.length === 0 ? lists : [...runs, ...lists].sort(byPlace);
}

function byPlace(a: ReadOrdinal, b: ReadOrdinal): number {
  return a.ordinal.start - b.ordinal.start;
}

/** A match with no mark before it: no ordinal by itself. */
interface Unmarked {
  readonly reader: Reader;
  readonly match: RegExpExecArray;
}

/** The ordinal of such a match, if it may be one; none at the head of a paragraph, which is read by itself. */
function readUnmarked(
  text: string,
  { reader, match: found }: Unmarked,
  sure: ReadOrdinal['certainty'],
): ReadOrdinal[] {
  if (isPartOfWord(text, found.index) || found.index <= text.search(/\S/u)) return [];
  const ordinal = read(text, matchOf(reader, found), sure);
  return ordinal === null || ordinal.certainty !== sure ? [] : [ordinal];
}

/** What would be an ordinal of certainty 'inside' if a stop stood before it. */
function insideUnmarked(text: string): ReadOrdinal[] {
  const all: ReadOrdinal[] = [];
  anywhere.pattern.lastIndex = 0;
  for (let one = anywhere.pattern.exec(text); one !== null; one = anywhere.pattern.exec(text)) {
    const { row, mark, end } = matchOf(anywhere, one);
    if (row.inside !== '' && !(mark !== '' && row.inside?.includes(mark))) continue;
    if (goesOn.test(text.charAt(end))) continue;
    all.push(...readUnmarked(text, { reader: anywhere, match: one }, 'inside'));
  }
  return all;
}

function readRuns(text: string, reader: Reader, found: ReadOrdinal[], unmarked: Unmarked[]): void {
  reader.pattern.lastIndex = 0;
  for (let one = reader.pattern.exec(text); one !== null; one = reader.pattern.exec(text)) {
    const boundary = boundaryBefore(text, one.index);
    const match = boundary === 'none' ? null : matchOf(reader, one);
    if (match === null || (boundary === 'clause' && match.row.inline === 'sentence')) {
      unmarked.push({ reader, match: one });
      continue;
    }
    const ordinal = read(text, match, boundary === 'sentence' ? 'sure' : 'clause');
    if (ordinal !== null) found.push(ordinal);
  }
}

/** Drops ordinals that count only in a run and stand in none: 一看 behind a comma may be anything. */
function withoutLonely(text: string, reads: readonly ReadOrdinal[]): ReadOrdinal[] {
  const head = readHeading(text);
  const there = new Set((head === null ? reads : [head, ...reads]).filter(isOfRun).map(keyOf));
  return reads.filter((one) => !isOfRun(one) || besides(one).some((beside) => there.has(keyOf(beside))));
}

const runKinds: ReadonlySet<OrdinalKind> = new Set(
  ordinalShapes.filter(({ run }) => run === true).map(({ kind }) => kind),
);

function isOfRun({ kind }: ReadOrdinal): boolean {
  return runKinds.has(kind);
}

type Numbered = Pick<ReadOrdinal, 'value' | 'shape'>;

function keyOf({ value, shape }: Numbered): string {
  return `${value}${shape}`;
}

/** The neighbouring numbers of the same shape. */
function besides({ value, shape }: Numbered): Numbered[] {
  return [value - 1, value + 1].filter((one) => one > 0 && one < 1000).map((one) => ({ value: one, shape }));
}

/** Whether some words stand directly behind a mark. */
function beginsClause(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (/[，、；。：！？,;:”）\s]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function readInside(text: string, found: ReadOrdinal[]): void {
  const { pattern } = inside;
  pattern.lastIndex = 0;
  for (let one = pattern.exec(text); one !== null; one = pattern.exec(text)) {
    // The closing bracket of one ordinal may be the stop before the next.
    pattern.lastIndex = one.index + 1;
    const match = matchOf(inside, one);
    const { row, end, mark } = match;
    if (row.inside !== '' && !(mark !== '' && row.inside?.includes(mark))) continue;
    // 2.五天见效 is an ordinal: only a digit makes it a decimal.
    const next = text.charAt(end);
    const mayGoOn = row.kind === 'arabic' && mark !== '、' && numeral.test(next);
    if ((goesOn.test(next) && !mayGoOn) || isMerelyBehind(text, one.index, row)) continue;
    const ordinal = read(text, match, 'inside');
    if (ordinal !== null) found.push(ordinal);
  }
}

/** 8:30、 and 3：2、 are times and scores; （二） in （一）（二） is no item of a list. */
function isMerelyBehind(text: string, stop: number, row: OrdinalShape): boolean {
  const char = text.charAt(stop);
  if (char === '：' || char === ':') return row.kind === 'arabic' && /[\d０-９]/u.test(text.charAt(stop - 1));
  return (
    char === '）' && row.brackets === true && bracketedBefore.test(text.slice(Math.max(0, stop - 6), stop))
  );
}

/**
 * Writes the number of an ordinal of this kind in the form of `like`, spelled (一百〇五, 一百十) as in `sample`; null if the
 * kind has no such number.
 */
export function writeNumber(kind: OrdinalKind, value: number, like: string, sample = like): string | null {
  if (!Number.isInteger(value) || value < 1 || value > highestNumber) return null;
  const forms = formsOf.get(kind) ?? [];
  const form = forms.find((one) => numberForms[one].parse(like) !== null) ?? forms[0];
  return form === undefined ? null : numberForms[form].write(value, like, sample);
}

const formsOf = new Map<OrdinalKind, readonly NumberForm[]>(
  ordinalShapes.map(({ kind, numbers }) => [kind, numbers]),
);

/** The ordinal of a match; null if its number cannot be read or it only looks like an ordinal. */
function read(text: string, match: Match, sure: ReadOrdinal['certainty']): ReadOrdinal | null {
  const { row, before, number, after, mark, end } = match;
  const value = numberOf(row, number);
  if (value === null) return null;
  const rest = text.slice(end, end + 8);
  const certainty = row.trap === undefined ? 'sure' : row.trap({ value, before, number, mark, rest });
  if (certainty === null) return null;
  const bracket = row.brackets === true ? 1 : 0;
  const ordinalEnd = end - mark.length;
  const numeralEnd = ordinalEnd - after.length - bracket;
  const numeralStart = numeralEnd - number.length;
  return {
    kind: row.kind,
    value,
    shape: shapeOf(row, before, after),
    ...(number === lastWord ? { last: true as const } : {}),
    ordinal: { start: numeralStart - bracket - before.length, end: ordinalEnd },
    numeral: { start: numeralStart, end: numeralEnd },
    mark: { start: ordinalEnd, end },
    certainty: certainty === 'sure' || sure === 'inside' ? sure : certainty,
  };
}

function numberOf(row: OrdinalShape, number: string): number | null {
  for (const form of row.numbers) {
    const value = numberForms[form].parse(number);
    if (value !== null) return value;
  }
  return null;
}

function shapeOf(row: OrdinalShape, before: string, after: string): string {
  if (row.shape === undefined) return '';
  if (row.shape === 'before') return before;
  return row.kind === 'counted' ? countedShape(after) : after;
}

function matchOf(reader: Reader, found: RegExpExecArray): Match {
  let at = 0;
  while (found[4 * at + 2] === undefined && at < reader.rows.length - 1) at++;
  const row = reader.rows[at] as OrdinalShape;
  const [before = '', number = '', after = '', mark = ''] = found.slice(4 * at + 1, 4 * at + 5);
  return { row, before, number, after, mark, end: found.index + found[0].length };
}

function readerOf(rows: readonly OrdinalShape[], lead: string, flags: string): Reader {
  return { rows, pattern: new RegExp(`${lead}(?:${rows.map(patternOf).join('|')})`, flags) };
}

function patternOf(row: OrdinalShape): string {
  const number = row.only ?? row.numbers.map((form) => numberForms[form].pattern).join('|');
  const [open, close] = row.brackets === true ? ['[（(]', '[）)]'] : ['', ''];
  const marked = row.marks === undefined ? [] : [`[${row.marks}]`];
  // Without a mark the group is empty: what must follow is matched by lookahead.
  const unmarked = row.unmarked === undefined ? [] : [row.unmarked === '' ? '' : `(?=${row.unmarked})`];
  const { before = [], after = [] } = row;
  return `(${before.join('|')})${open}(${number})(${after.join('|')})${close}(${[...marked, ...unmarked].join('|')})`;
}

/** The characters a row's ordinals begin with. */
function startsOf({ before, brackets, numbers }: OrdinalShape): string[] {
  if (before !== undefined) return before.map((word) => word.charAt(0));
  return brackets === true ? ['（', '('] : numbers.flatMap((form) => [...numberForms[form].characters]);
}

/** The words of a row's sign: a character of the number with one of the word beside it, or that word's first two. */
function signsOf({ before, after, numbers, only }: OrdinalShape): string[] {
  const characters = numbers.map((form) => numberForms[form].characters).join('');
  if (before !== undefined) return pairsOf(before.map((word) => word.slice(-1)).join(''), characters);
  if (after !== undefined) return pairsOf(characters, after.map((word) => word.charAt(0)).join(''));
  return (only ?? '').split('|');
}

/** What ends before an ordinal inside a paragraph: a sentence, only a clause, or neither. */
function boundaryBefore(text: string, index: number): 'sentence' | 'clause' | 'none' {
  let at = index - 1;
  while (at >= 0 && /[\s　”’）)]/u.test(text.charAt(at))) at--;
  if (at < 0) return 'none';
  const char = text.charAt(at);
  if (/[。；！？：;!?:…]/u.test(char)) return 'sentence';
  return at === index - 1 && /[，,、]/u.test(char) ? 'clause' : 'none';
}
