import { strToU8 } from 'fflate';
import { encodeText } from '../../../lib/text-file/encodings.ts';
import { type Dice, oneOf } from '../../unit/draft-styles.ts';
import { damagedBytes } from './bytes.ts';
import { joined } from './raw-zip.ts';

const lines = [
  '同志们：',
  '一、提高认识',
  '我们要学习党的十九大精神，抓好落实。',
  '𠮷林大街3号',
  '2026年11月30日',
  '',
];
const ends = ['\n', '\r\n', '\r', '\v', '\u2028', '\n\r', '\f'];
const encodings = ['utf-8', 'utf-8-mark', 'utf-16le', 'utf-16be', 'gb18030'] as const;

function written(dice: Dice): string {
  return Array.from({ length: 1 + dice(12) }, () => oneOf(dice, lines) + oneOf(dice, ends)).join('');
}

const inWide = (text: string, size: 2 | 4, mark: boolean): Uint8Array => {
  const characters = Array.from(mark ? `\ufeff${text}` : text, (one) => one.codePointAt(0) ?? 0);
  return joined(
    characters.map((code) => {
      const bytes = new Uint8Array(size);
      new DataView(bytes.buffer).setUint16(0, code & 0xffff, true);
      return bytes;
    }),
  );
};

/** Texts of which something is wrong, by what it is. */
const makers: Readonly<Record<string, (dice: Dice) => Uint8Array>> = {
  'two encodings': (dice) =>
    joined([
      encodeText(written(dice), oneOf(dice, encodings)) ?? new Uint8Array(),
      encodeText(written(dice), oneOf(dice, encodings)) ?? new Uint8Array(),
    ]),
  'UTF-16 without a mark': (dice) => inWide(written(dice), 2, false),
  'UTF-32': (dice) => inWide(written(dice), 4, true),
  'UTF-16 of an odd length': (dice) => joined([inWide(written(dice), 2, true), Uint8Array.of(dice(256))]),
  'half of a pair': () => joined([inWide('稿', 2, true), Uint8Array.of(0x00, 0xd8)]),
  'a mark alone': (dice) =>
    oneOf(dice, [Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xfe, 0xff), Uint8Array.of(0xef, 0xbb, 0xbf)]),
  nothing: () => new Uint8Array(),
  'blanks alone': (dice) => strToU8(' \n\u3000\t'.repeat(1 + dice(50))),
  'control characters': (dice) =>
    strToU8(Array.from({ length: 50 }, () => String.fromCharCode(1 + dice(31))).join('')),
  'one long line': (dice) => strToU8('稿'.repeat(50_000 + dice(120_000))),
  'too much': (dice) => strToU8('稿，'.repeat(100_001 + dice(3_000_000))),
  'many short lines': (dice) => strToU8('一\n'.repeat(20_000 + dice(70_000))),
  'the beginning of a web page': (dice) => strToU8(`<?xml version="1.0"?>${'<!--'.repeat(dice(300))}<html>`),
  'the beginning of an archive': (dice) => joined([Uint8Array.of(0x50, 0x4b, 3, 4), strToU8(written(dice))]),
  'the beginning of an old document': (dice) =>
    joined([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), new Uint8Array(dice(2_000_000)).fill(0x45)]),
};

/** A text file that is damaged, or made to do harm. */
export function hostileText(dice: Dice): { what: string; bytes: Uint8Array } {
  if (dice(3) === 0) {
    const bytes = encodeText(written(dice), oneOf(dice, encodings)) ?? new Uint8Array();
    return damagedBytes(bytes, dice);
  }
  const what = oneOf(dice, Object.keys(makers));
  return { what, bytes: makers[what]?.(dice) ?? new Uint8Array() };
}

const quotes = [
  '"',
  '""',
  '"a',
  'a"b',
  ',',
  '\t',
  '\r',
  '\n',
  '规范表述',
  '误写',
  '市民服务中心',
  '=1+1',
  '"甲\n乙"',
];

/** A table of comma-separated text that is damaged, or made to do harm. */
export function hostileCsv(dice: Dice): { what: string; bytes: Uint8Array } {
  const head = oneOf(dice, ['规范表述,误写\n', '规范表述\t误写\n', '']);
  const large = dice(8) === 0;
  const cells = Array.from({ length: large ? 5_000 + dice(30_000) : dice(80) }, () => oneOf(dice, quotes));
  const bytes = encodeText(head + cells.join(''), oneOf(dice, encodings)) ?? new Uint8Array();
  return dice(3) === 0 ? damagedBytes(bytes, dice) : { what: 'a table of odd cells', bytes };
}
