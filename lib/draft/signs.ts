/**
 * A prefilter for patterns. Most patterns match nothing in most paragraphs, and trying them all takes longer than
 * everything else. So each pattern declares a sign: words of one or two characters, one of which is in every match.
 * One pass over a paragraph finds its signs, and only patterns with one of these signs are tried.
 */

/** The bits of two numbers. */
const mostSigns = 64;
/** Limit of the distinct characters of all words. */
const characterBits = 9;
const mostCharacters = (1 << characterBits) - 1;

/** By code unit, the number of a character that occurs in some word; 0 for others. */
const numbers = new Uint16Array(0x1_0000);
/** The signs of a character alone, by its number, and of a pair, by both numbers: 64 bits in two elements. */
const alone = new Int32Array((mostCharacters + 1) << 1);
const pairs = new Int32Array((mostCharacters + 1) << (characterBits + 1));
/**
 * By number, the signs of the pairs that a character begins, and of those that it ends. If the two share none, which
 * is true nearly everywhere, the large table of pairs is not read.
 */
const begins = new Int32Array((mostCharacters + 1) << 1);
const ends = new Int32Array((mostCharacters + 1) << 1);
let characters = 0;
let signs = 0;

/** The signs of a text, one bit each. */
export interface Signs {
  readonly first: number;
  readonly second: number;
}

/**
 * Takes words of one or two UTF-16 units and returns the number of their sign. To be called at the top of a module, since
 * there are at most 64.
 * @throws RangeError if a word is longer, or there are too many words or signs
 */
export function signOf(...words: readonly string[]): number {
  if (signs === mostSigns) throw new RangeError('There are too many signs.');
  const sign = signs++;
  for (const word of words) {
    if (word.length < 1 || word.length > 2) throw new RangeError(`“${word}” is no word of a sign.`);
    const first = numberOf(word.charCodeAt(0));
    if (word.length === 1) setBit(alone, first, sign);
    else addPair(first, numberOf(word.charCodeAt(1)), sign);
  }
  return sign;
}

/** The sign of the UTF-16 units that a table marks. Those that occur in no other word share one number. */
export function signOfUnits(units: Uint8Array): number {
  const sign = signOf();
  let shared = 0;
  for (let unit = units.indexOf(1); unit >= 0; unit = units.indexOf(1, unit + 1)) {
    if (numbers[unit] === 0) {
      if (shared === 0) shared = numberOf(unit);
      numbers[unit] = shared;
    }
    setBit(alone, numbers[unit] as number, sign);
  }
  return sign;
}

/** All words of a character of one string and one of another. */
export function pairsOf(firsts: string, seconds: string): string[] {
  return [...firsts].flatMap((first) => [...seconds].map((second) => first + second));
}

/** The signs of a text. */
export function signsIn(text: string): Signs {
  let first = 0;
  let second = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const number = numbers[text.charCodeAt(at)] as number;
    if (number !== 0) {
      const element = number << 1;
      first |= alone[element] as number;
      second |= alone[element + 1] as number;
      const last = before << 1;
      const shared =
        ((begins[last] as number) & (ends[element] as number)) |
        ((begins[last + 1] as number) & (ends[element + 1] as number));
      if (shared !== 0) {
        const pair = ((before << characterBits) | number) << 1;
        first |= pairs[pair] as number;
        second |= pairs[pair + 1] as number;
      }
    }
    before = number;
  }
  return { first, second };
}

/** The signs of several texts together. */
export function signsOfAll(texts: readonly { readonly signs: Signs }[]): Signs {
  let first = 0;
  let second = 0;
  for (const { signs } of texts) {
    first |= signs.first;
    second |= signs.second;
  }
  return { first, second };
}

/** Whether a text has a sign. */
export function hasSign({ first, second }: Signs, sign: number): boolean {
  // Shifts are modulo 32.
  return (((sign < 32 ? first : second) >>> sign) & 1) !== 0;
}

function addPair(first: number, second: number, sign: number): void {
  setBit(begins, first, sign);
  setBit(ends, second, sign);
  setBit(pairs, (first << characterBits) | second, sign);
}

function setBit(bits: Int32Array, place: number, sign: number): void {
  const at = (place << 1) | (sign >> 5);
  bits[at] = (bits[at] as number) | (1 << sign);
}

function numberOf(unit: number): number {
  const assigned = numbers[unit] as number;
  if (assigned !== 0) return assigned;
  if (characters === mostCharacters) throw new RangeError('The signs have too many characters.');
  numbers[unit] = ++characters;
  return characters;
}
