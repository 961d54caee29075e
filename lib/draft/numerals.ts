const digits = '〇一二三四五六七八九';

/**
 * Reads a Chinese numeral of 1 to 99 (三, 十, 二十一, 廿一, 二〇, 两); null for anything else.
 * 一二 and 三四 are not read: in running text they are two numbers side by side, not one.
 */
export function parseNumeral(text: string): number | null {
  if (text.length < 1 || text.length > 3) return null;
  const [first, second, third] = [text.charAt(0), text.charAt(1), text.charAt(2)];
  if (text.length === 1 && first === '两') return 2;
  if (first === '廿' || first === '卅') return text.length < 3 ? sum(first === '廿' ? 20 : 30, second) : null;
  if (first === '十') return text.length < 3 ? sum(10, second) : null;
  const digit = digits.indexOf(first);
  if (digit < 1) return null;
  if (text.length === 1) return digit;
  if (second === '十') return sum(digit * 10, third);
  return text.length === 2 && '〇零○'.includes(second) ? digit * 10 : null;
}

/** Tens and what stands behind them: a digit, or nothing. */
function sum(tens: number, ones: string): number | null {
  if (ones === '') return tens;
  const digit = digits.indexOf(ones);
  return digit < 1 ? null : tens + digit;
}

/** Writes 1 to 99 as a Chinese numeral (二十一). Throws a RangeError for any other number. */
export function formatNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) {
    throw new RangeError(`no Chinese ordinal for ${value}: 1 to 99 are written`);
  }
  if (value < 10) return digits.charAt(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 1 ? '' : digits.charAt(tens)}十${ones === 0 ? '' : digits.charAt(ones)}`;
}

/** Reads an Arabic number of 1 to 99, half or full width; null for anything else. */
export function parseArabic(text: string): number | null {
  const plain = toHalfWidth(text);
  if (!/^[1-9]\d?$/u.test(plain)) return null;
  return Number(plain);
}

/** Writes a number in the width of the digits it replaces (`like`). */
export function formatArabic(value: number, like: string): string {
  if (!/[０-９]/u.test(like)) return String(value);
  return String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Writes a count before a measure word: two is 两 (两点意见), the rest as in formatNumeral. */
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

function toHalfWidth(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
