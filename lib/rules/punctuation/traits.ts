import { isHan } from '../style/text.ts';

/** Properties of a paragraph, so that a check runs only if it can find something. */
export const trait = {
  halfPause: 1,
  halfBracket: 2,
  straightQuote: 4,
  space: 8,
  hyphen: 16,
  pair: 32,
  doubled: 64,
  ellipsis: 128,
  pauseBeforeMore: 256,
  five: 512,
  pauseBetweenNumbers: 1024,
  quoteSeparator: 2048,
  sentenceEndAtQuote: 4096,
  halfStop: 8192,
  manyMarks: 16384,
} as const;

/** Marks that show a trait anywhere, or behind one of some characters. */
interface Sign {
  readonly trait: number;
  readonly marks: string;
  readonly behind?: string;
}

const pauses = '，。、；：';
const signs: readonly Sign[] = [
  { trait: trait.halfPause, marks: ',;:?!' },
  { trait: trait.halfBracket, marks: '()' },
  { trait: trait.straightQuote, marks: '"\'' },
  { trait: trait.hyphen, marks: '-~' },
  { trait: trait.ellipsis, marks: '…' },
  { trait: trait.pair, marks: '“”‘’《》〈〉（）' },
  { trait: trait.five, marks: '五' },
  { trait: trait.doubled, marks: ',', behind: `${pauses},` },
  { trait: trait.doubled, marks: ';', behind: `${pauses};` },
  { trait: trait.doubled, marks: '、', behind: pauses },
  { trait: trait.doubled, marks: '，。；：', behind: `${pauses},;` },
  { trait: trait.ellipsis, marks: '.', behind: '.' },
  { trait: trait.manyMarks, marks: '！？!?', behind: '！？!?' },
  { trait: trait.halfStop, marks: '.', behind: '）”’》%％' },
  { trait: trait.pauseBeforeMore, marks: '…', behind: '等' },
  { trait: trait.pauseBeforeMore, marks: '等', behind: '、…' },
  { trait: trait.quoteSeparator, marks: '“”', behind: '”、' },
  { trait: trait.sentenceEndAtQuote, marks: '“”', behind: '。' },
];
const digits = '一二三四五六七八九两';
const spaces = ' \u00a0\u3000';
/** Marks behind which a space may be superfluous. */
const endsClause = '，。、；：！？';
/** A mark whose surroundings decide; no trait. */
const asks = 1 << 15;

/** Bits of a mark's number. */
const width = 6;
/** By code unit, the number of a mark; 0 for any other. */
const numbers = new Uint8Array(0x1_0000);
/** By number, the traits that a mark shows anywhere. */
const alone = new Uint16Array(1 << width);
/** By the numbers of two marks, the traits that the second shows behind the first. */
const pairs = new Uint16Array(1 << (width * 2));

for (const [at, mark] of [
  ...new Set(signs.map(({ marks, behind = '' }) => marks + behind).join('') + spaces),
].entries())
  numbers[mark.charCodeAt(0)] = at + 1;
for (const { trait: shown, marks, behind } of signs)
  for (const number of numbersOf(marks)) {
    if (behind === undefined) alone[number] = (alone[number] ?? 0) | shown;
    for (const before of numbersOf(behind ?? '')) {
      const pair = (before << width) | number;
      pairs[pair] = (pairs[pair] ?? 0) | shown;
    }
  }
for (const number of numbersOf(`、.${spaces}`)) alone[number] = (alone[number] ?? 0) | asks;

function numbersOf(marks: string): number[] {
  return [...marks].map((mark) => numbers[mark.charCodeAt(0)] ?? 0);
}

/** Reads a paragraph once and returns its traits, as bits of `trait`. */
export function traitsOf(text: string): number {
  let found = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const number = numbers[text.charCodeAt(at)] as number;
    if (number !== 0) {
      const aloneTraits = alone[number] as number;
      found |= aloneTraits | (pairs[(before << width) | number] as number);
      if ((aloneTraits & asks) !== 0) found |= traitAround(text, at);
    }
    before = number;
  }
  return found & ~asks;
}

/** The trait that 、, a half-width full stop or a space shows by its surroundings. */
function traitAround(text: string, at: number): number {
  const before = text.charAt(at - 1);
  const mark = text.charAt(at);
  if (mark === '.') return isHan(text.charCodeAt(at - 1)) ? trait.halfStop : 0;
  if (mark !== '、') return isHan(text.charCodeAt(at - 1)) || endsClause.includes(before) ? trait.space : 0;
  const isBetween = digits.includes(before) && digits.includes(text.charAt(at + 1));
  return isBetween ? trait.pauseBetweenNumbers : 0;
}
