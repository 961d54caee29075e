/** True for a Chinese character, 〇 included; takes a UTF-16 unit. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** True when the text holds a Chinese character. */
export function hasHan(text: string): boolean {
  return /[\u3400-\u4dbf\u4e00-\u9fff]/u.test(text);
}

/** Longest quotation within a paragraph: bounds the search in a line with very many. UTF-16 units. */
const longestQuotation = 2_000;

/** Number of “ and ‘ open before an offset of a paragraph: 1 inside a quotation, 0 outside. */
export function quotationDepth(text: string, offset: number): number {
  let depth = 0;
  for (let at = Math.max(0, offset - longestQuotation); at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x201c || code === 0x2018) depth++;
    else if (code === 0x201d || code === 0x2019) depth = Math.max(0, depth - 1);
  }
  return depth;
}
