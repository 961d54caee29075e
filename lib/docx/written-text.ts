import type { Element } from '@xmldom/xmldom';
import { isNamed, wordAttribute } from './xml.ts';

/** Signs of the fonts Wingdings and Wingdings 2 that drafts have, by code. */
const wingdings: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  117: '◆',
  118: '❖',
  168: '□',
  216: '➢',
  224: '→',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const wingdings2: Readonly<Record<number, string>> = { 80: '✓', 81: '☒', 82: '☑', 83: '☒', 163: '□' };
/** For a sign of another font. */
const standIn = '•';

/**
 * The characters that Word shows for an element of a run; '' for one without any. A manual break is `\n`. Each character
 * of a `w:t` has its place: the length is that of its content.
 */
export function writtenText(node: Element): string {
  if (node.localName === 't') {
    // Word shows a line feed within a `w:t` as a space.
    return (node.textContent ?? '').replace(/[\r\n]/gu, ' ');
  }
  // The definition of a tab stop has the same name as a tab in the text.
  if (!isNamed(node.parentNode, 'r')) return '';
  switch (node.localName) {
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '\u2011';
    case 'softHyphen':
      return '\u00ad';
    case 'sym':
      return signOf(node);
    default:
      return '';
  }
}

function signOf(node: Element): string {
  const code = Number.parseInt(wordAttribute(node, 'char'), 16);
  if (!Number.isInteger(code) || code < 0x20) return standIn;
  // Fonts of signs have their own characters, at F000 and above or below 256.
  const font = wordAttribute(node, 'font');
  if (/^wingdings/iu.test(font)) {
    const signs = /2$/u.test(font) ? wingdings2 : wingdings;
    return signs[code & 0xff] ?? standIn;
  }
  if (/^(?:webdings|symbol|marlett)/iu.test(font) || (code >= 0xe000 && code <= 0xf8ff)) return standIn;
  return code > 0xffff || (code >= 0xd800 && code <= 0xdfff) ? standIn : String.fromCharCode(code);
}
