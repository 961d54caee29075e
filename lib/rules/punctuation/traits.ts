import { isHan } from '../style/text.ts';

/** What a paragraph holds, so that a check runs only where it can find something. */
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
} as const;

const digits = '一二三四五六七八九两';

/** Reads a paragraph once and tells which traits it has, as bits of `trait`. */
export function traitsOf(text: string): number {
  let found = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff) found |= markTrait(code, before, text, at);
    else if (code === 0x4e94) found |= trait.five;
    else if (code === 0x7b49 && (before === 0x3001 || before === 0x2026)) found |= trait.pauseBeforeMore;
    before = code;
  }
  return found;
}

function markTrait(code: number, before: number, text: string, at: number): number {
  switch (code) {
    case 0x2c: // ,
    case 0x3b: // ;
      return isPause(before) || before === code ? trait.doubled | trait.halfPause : trait.halfPause;
    case 0x3a: // :
    case 0x3f: // ?
    case 0x21: // !
      return trait.halfPause;
    case 0x28: // (
    case 0x29: // )
      return trait.halfBracket;
    case 0x22: // "
    case 0x27: // '
      return trait.straightQuote;
    case 0x20:
    case 0xa0:
    case 0x3000:
      return isHan(before) ? trait.space : 0;
    case 0x2d: // -
    case 0x7e: // ~
      return trait.hyphen;
    case 0x2e: // .
      return before === 0x2e ? trait.ellipsis : 0;
    case 0x2026: // …
      return before === 0x7b49 ? trait.ellipsis | trait.pauseBeforeMore : trait.ellipsis;
    case 0x201c: // “
    case 0x201d: // ”
      return (
        trait.pair |
        (before === 0x201d || before === 0x3001 ? trait.quoteSeparator : 0) |
        (before === 0x3002 ? trait.sentenceEndAtQuote : 0)
      );
    case 0x2018: // ‘
    case 0x2019: // ’
    case 0x300a: // 《
    case 0x300b: // 》
    case 0x3008: // 〈
    case 0x3009: // 〉
    case 0xff08: // （
    case 0xff09: // ）
      return trait.pair;
    case 0x3001: // 、
      return (
        (isPause(before) ? trait.doubled : 0) |
        (digits.includes(text.charAt(at - 1)) && digits.includes(text.charAt(at + 1))
          ? trait.pauseBetweenNumbers
          : 0)
      );
    default:
      return isPause(code) && (isPause(before) || before === 0x2c || before === 0x3b) ? trait.doubled : 0;
  }
}

/** ， 。 、 ； ： */
function isPause(code: number): boolean {
  return code === 0xff0c || code === 0x3002 || code === 0x3001 || code === 0xff1b || code === 0xff1a;
}
