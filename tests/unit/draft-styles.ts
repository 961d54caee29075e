import { formatNumeral } from '../../lib/draft/numeral-values.ts';
import type { Kind } from './numbering-oracle.ts';

/** Returns a whole number below a bound, reproducible by seed. */
export type Dice = (bound: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** A random one of several. Throws if there is none. */
export function oneOf<T>(dice: Dice, from: readonly T[]): T {
  const one = from[dice(from.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

/** The form of a list's ordinals. */
export interface Style {
  readonly kind: Kind;
  /** True if each item begins a paragraph, false if the items are inside one. */
  readonly line: boolean;
  readonly write: (value: number) => string;
}

const words = ['首先，', '其次，', '再次，'];
const ordinal = (value: number) => `第${formatNumeral(value)}，`;
const is = (value: number) => `${formatNumeral(value)}是`;
const wordOf = (value: number) => words[value - 1] ?? '此外，';

export const styles = {
  part: { kind: 'part', line: true, write: (value) => `第${formatNumeral(value)}部分` },
  chinese: { kind: 'chinese', line: true, write: (value) => `${formatNumeral(value)}、` },
  bracketed: { kind: 'bracketed', line: true, write: (value) => `（${formatNumeral(value)}）` },
  arabic: { kind: 'arabic', line: true, write: (value) => `${value}.` },
  arabicBracketed: { kind: 'arabicBracketed', line: true, write: (value) => `（${value}）` },
  circled: { kind: 'circled', line: true, write: (value) => String.fromCharCode(0x245f + value) },
  ordinal: { kind: 'ordinal', line: true, write: ordinal },
  ordinalRun: { kind: 'ordinal', line: false, write: ordinal },
  word: { kind: 'word', line: true, write: wordOf },
  wordRun: { kind: 'word', line: false, write: wordOf },
  is: { kind: 'is', line: true, write: is },
  isRun: { kind: 'is', line: false, write: is },
  mustRun: { kind: 'must', line: false, write: (value) => `${formatNumeral(value)}要` },
} as const satisfies Record<string, Style>;
export type StyleName = keyof typeof styles;

/** The form of a list's ordinals, by its name. */
export function styleOf(name: StyleName): Style {
  return styles[name];
}

/** Whether a kind (一、 or （一）) never begins again within what it divides. */
export function isHeading(name: StyleName): boolean {
  return name === 'chinese' || name === 'bracketed';
}

/** Orders in which kinds nest in drafts, highest first. */
export const nestings: readonly (readonly StyleName[])[] = [
  ['chinese', 'bracketed', 'arabic', 'arabicBracketed'],
  ['chinese', 'bracketed', 'arabic', 'circled'],
  ['part', 'chinese', 'bracketed', 'arabic'],
  ['chinese', 'bracketed', 'isRun'],
  ['chinese', 'bracketed', 'is', 'mustRun'],
  ['chinese', 'bracketed', 'arabicBracketed'],
  ['chinese', 'arabic', 'mustRun'],
  ['chinese', 'arabic', 'arabicBracketed'],
  ['chinese', 'ordinal', 'isRun'],
  ['chinese', 'ordinalRun'],
  ['chinese', 'word'],
  ['chinese', 'wordRun'],
  ['chinese', 'bracketed'],
  ['chinese'],
  ['ordinal', 'isRun'],
  ['is', 'mustRun'],
  ['bracketed', 'arabic', 'circled'],
  ['arabic', 'arabicBracketed'],
];

/** Nestings in which 第三点 can only mean an item of the highest list. */
export const nestingsOfOne: readonly (readonly StyleName[])[] = [
  ['chinese'],
  ['chinese', 'bracketed'],
  ['chinese', 'bracketed', 'arabicBracketed'],
  ['ordinal'],
];

/** An ordinal in a wrong form, and the kind that it then belongs to. */
export interface OtherForm {
  readonly text: string;
  readonly kind: Kind;
  /** Other right results besides the original ordinal. */
  readonly also?: readonly string[];
  /** True if a repair may leave it and still report it. */
  readonly stays?: boolean;
}

/** An ordinal of another kind that no list of the draft has at this level. */
export function otherKinds(name: StyleName, value: number): OtherForm[] {
  const number = formatNumeral(value);
  const asIs: OtherForm = { text: `${number}是`, kind: 'is' };
  const asOrdinal: OtherForm = { text: `第${number}，`, kind: 'ordinal' };
  const asChinese: OtherForm = { text: `${number}、`, kind: 'chinese' };
  const asBracketed: OtherForm = { text: `（${number}）`, kind: 'bracketed' };
  const asArabic: OtherForm = { text: `${value}.`, kind: 'arabic' };
  const asArabicBracketed: OtherForm = { text: `（${value}）`, kind: 'arabicBracketed' };
  // 四是 becomes 四要, which may be repaired to 四是要.
  const asMust: OtherForm = { text: `${number}要`, kind: 'must', also: [`${number}是要`] };
  switch (name) {
    case 'chinese':
      return [asIs, asOrdinal, asBracketed, asArabic];
    case 'bracketed':
      return [asIs, asArabic, asArabicBracketed];
    case 'arabic':
      return [asArabicBracketed, { text: String.fromCharCode(0x245f + value), kind: 'circled' }];
    case 'arabicBracketed':
      return [{ text: String.fromCharCode(0x245f + value), kind: 'circled' }];
    case 'ordinal':
      return [asIs, asChinese];
    case 'ordinalRun':
      return [asIs];
    case 'word':
    case 'wordRun':
      return [asOrdinal];
    case 'is':
    case 'isRun':
      return [asChinese, asOrdinal, asMust];
    case 'mustRun':
      // The words behind 是 differ from those behind 要: leaving it to the author is right too.
      return [asChinese, asOrdinal, { ...asIs, also: [asIs.text], stays: true }];
    default:
      return [];
  }
}

/** An ordinal of a higher level than its list: 三、 between （二） and （四）. */
export function otherLevels(name: StyleName, value: number): OtherForm[] {
  const number = formatNumeral(value);
  const asChinese: OtherForm = { text: `${number}、`, kind: 'chinese' };
  const asBracketed: OtherForm = { text: `（${number}）`, kind: 'bracketed' };
  switch (name) {
    case 'bracketed':
      return [asChinese];
    case 'arabic':
      return [asBracketed, asChinese];
    case 'arabicBracketed':
      return [{ text: `${value}.`, kind: 'arabic' }, asBracketed];
    case 'circled':
      return [
        { text: `（${value}）`, kind: 'arabicBracketed' },
        { text: `${value}.`, kind: 'arabic' },
      ];
    default:
      return [];
  }
}

/** The ordinal with each wrong mark; empty if its mark is free. */
export function otherMarks(name: StyleName, ordinal: string): string[] {
  switch (name) {
    case 'chinese':
      return ['，', '.', '．'].map((mark) => ordinal.replace('、', mark));
    case 'bracketed':
    case 'arabicBracketed':
      return [`${ordinal}、`];
    case 'arabic':
      return [ordinal.replace('.', '、')];
    case 'ordinal':
    case 'ordinalRun':
      return [ordinal.replace('，', '、')];
    case 'is':
    case 'isRun':
    case 'mustRun':
      return [`${ordinal}，`];
    default:
      return [];
  }
}

/** The ordinal with brackets of different widths. */
export function otherBrackets(name: StyleName, ordinal: string): string[] {
  if (name !== 'bracketed' && name !== 'arabicBracketed') return [];
  return [ordinal.replace('）', ')'), ordinal.replace('（', '(')];
}
