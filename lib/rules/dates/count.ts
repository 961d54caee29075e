import { formatNumeral, parseNumeral } from '../../draft/numeral-values.ts';

const written = /^(?:一百(零|〇)?)?(.*)$/u;

/**
 * Reads a count of years or times: 1 to 999 in digits of either width, 1 to 199 in Chinese numerals (一百零五); null for
 * anything else.
 */
export function readCount(text: string): number | null {
  const plain = text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^[1-9]\d{0,2}$/u.test(plain)) return Number(plain);
  if (text === '一百') return 100;
  const [, zero, rest = ''] = written.exec(text) ?? [];
  const below = parseNumeral(rest);
  if (below === null || below > 99) return null;
  if (!text.startsWith('一百')) return below;
  // 一百零五 is 105; 一百五 would be 150 in speech and is not read.
  return (zero === undefined) === below < 10 ? null : 100 + below;
}

/** Writes a count of 1 to 199 in the form of the one it replaces: Chinese numerals, or digits of the same width. */
export function writeCount(value: number, like: string): string {
  if (/[０-９]/u.test(like)) {
    return String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  }
  if (/\d/u.test(like) || value < 1 || value > 199) return String(value);
  if (value < 100) return formatNumeral(value);
  const rest = value - 100;
  if (rest === 0) return '一百';
  if (rest < 10) return `一百零${formatNumeral(rest)}`;
  return `一百${rest < 20 ? '一' : ''}${formatNumeral(rest)}`;
}
