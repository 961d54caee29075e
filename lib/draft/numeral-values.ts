const digits = '〇一二三四五六七八九';
const noughts = '〇零○';
/** The highest number that is read and written. */
export const highestNumber = 999;
/** All characters of a Chinese numeral of 1 to 999. */
export const numeralCharacters = '一二三四五六七八九十百廿卅〇○零';
/** Indexed by the number of tens that a character stands for. */
const tensAlone = ' 十廿卅';

/**
 * Reads a Chinese numeral of 1 to 999 (三, 十, 二十一, 廿一, 二〇, 两, 一百零五, 二百一十); null for anything else.
 * 一二 and 三四 are not read, since in running text they are two numbers, nor is 一百五, which is 150 in speech.
 */
export function parseNumeral(text: string): number | null {
  if (text.charAt(1) === '百') {
    const hundreds = digits.indexOf(text.charAt(0)) * 100;
    const below = belowHundred(text.slice(2));
    return hundreds < 100 || below === null ? null : hundreds + below;
  }
  return text === '两' ? 2 : upToNinetyNine(text);
}

function upToNinetyNine(text: string): number | null {
  if (text.length > 3) return null;
  const [first, second] = [text.charAt(0), text.charAt(1)];
  const tens = tensAlone.indexOf(first);
  if (tens > 0) return text.length < 3 ? sum(tens * 10, second) : null;
  const digit = digits.indexOf(first);
  if (digit < 1) return null;
  if (text.length === 1) return digit;
  if (second === '十') return sum(digit * 10, text.charAt(2));
  return text.length === 2 && noughts.includes(second) ? digit * 10 : null;
}

/** Reads the part behind the hundreds: nothing, 零五, 一十, 十二, 二十一. */
function belowHundred(text: string): number | null {
  if (text === '') return 0;
  const first = text.charAt(0);
  if (noughts.includes(first)) return text.length === 2 ? sum(0, text.charAt(1)) : null;
  const tens = text.indexOf('十');
  if (tens < 0 || tens > 1 || text.length > tens + 2) return null;
  const digit = tens === 0 ? 1 : digits.indexOf(first);
  return digit < 1 ? null : sum(digit * 10, text.charAt(tens + 1));
}

/** Adds a digit, or nothing, to the tens. */
function sum(tens: number, ones: string): number | null {
  if (ones === '') return tens;
  const digit = digits.indexOf(ones);
  return digit < 1 ? null : tens + digit;
}

/** How numerals above 100 are spelled: 一百零五 or 一百〇五, 一百一十 or 一百十. */
export interface NumeralSpelling {
  /** The character for the missing tens. */
  readonly nought: string;
  /** True if ten behind hundreds is 十 alone. */
  readonly bareTen: boolean;
}

const standardSpelling: NumeralSpelling = { nought: '零', bareTen: false };

/** How the numerals of a text are spelled, by the first of each form; the standard spelling where it has none. */
export function spellingOf(text: string): NumeralSpelling {
  return {
    nought: /(?<=百)[〇零○]/u.exec(text)?.[0] ?? standardSpelling.nought,
    bareTen: /百一?十/u.exec(text)?.[0] === '百十',
  };
}

/** Writes 1 to 999 as a Chinese numeral (二十一, 一百零五). Throws a RangeError for any other number. */
export function formatNumeral(value: number, spelling = standardSpelling): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) {
    throw new RangeError(`no Chinese ordinal for ${value}: 1 to 999 are written`);
  }
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const first = hundreds === 0 ? '' : `${digits.charAt(hundreds)}百`;
  const last = ones === 0 ? '' : digits.charAt(ones);
  if (tens === 0) return first + (first !== '' && last !== '' ? spelling.nought : '') + last;
  // 十一 alone, 一百一十一 behind hundreds.
  const bare = tens === 1 && (hundreds === 0 || spelling.bareTen);
  return `${first}${bare ? '' : digits.charAt(tens)}十${last}`;
}

/** Reads an Arabic number of 1 to 999, half or full width; null for anything else. */
export function parseArabic(text: string): number | null {
  const plain = toHalfWidth(text);
  if (!/^[1-9]\d{0,2}$/u.test(plain)) return null;
  return Number(plain);
}

/** Reads a number of 1 to 999 in Chinese numerals or Arabic digits; null for anything else. */
export function parseNumber(text: string): number | null {
  return parseNumeral(text) ?? parseArabic(text);
}

/** Writes a number in the width of the digits it replaces (`like`). */
export function formatArabic(value: number, like: string): string {
  if (!/[０-９]/u.test(like)) return String(value);
  return String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Writes a count of 1 to 999 before a measure word: two is 两 (两点意见), the rest as in formatNumeral. */
export function formatCount(value: number): string {
  return value === 2 ? '两' : formatNumeral(value);
}

/** Reads a circled number ① to ㊿; null for anything else. */
export function parseCircled(char: string): number | null {
  const code = char.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21;
  if (code >= 0x32b1 && code <= 0x32bf) return code - 0x32b1 + 36;
  return null;
}

/** Writes 1 to 50 as a circled number; null where there is no such character. */
export function formatCircled(value: number): string | null {
  if (!Number.isInteger(value) || value < 1 || value > 50) return null;
  if (value <= 20) return String.fromCharCode(0x245f + value);
  return String.fromCharCode(value <= 35 ? 0x3251 + value - 21 : 0x32b1 + value - 36);
}

const latinRomans: readonly string[] = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
];

/** Reads a Roman numeral of 1 to 12, as one character (Ⅳ) or in capital letters (IV); null for anything else. */
export function parseRoman(text: string): number | null {
  const code = text.charCodeAt(0);
  if (text.length === 1 && code >= 0x2160 && code <= 0x216b) return code - 0x215f;
  const at = latinRomans.indexOf(text);
  return at < 0 ? null : at + 1;
}

/** Writes 1 to 12 as a Roman numeral, in capital letters where `like` is; null for any other number. */
export function formatRoman(value: number, like: string): string | null {
  const letters = latinRomans[value - 1];
  if (letters === undefined) return null;
  return /[A-Z]/u.test(like) ? letters : String.fromCharCode(0x215f + value);
}

/** Reads a capital letter as its place in the alphabet, of either width; null for anything else. */
export function parseLetter(text: string): number | null {
  const code = text.charCodeAt(0);
  const place = code - (code > 0xff00 ? 0xff20 : 0x40);
  return text.length === 1 && place >= 1 && place <= 26 ? place : null;
}

/** Writes 1 to 26 as a capital letter in the width of the one it replaces; null for any other number. */
export function formatLetter(value: number, like: string): string | null {
  if (!Number.isInteger(value) || value < 1 || value > 26) return null;
  return String.fromCharCode((like.charCodeAt(0) > 0xff00 ? 0xff20 : 0x40) + value);
}

function toHalfWidth(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
