import { sentenceAround } from '../../draft/draft.ts';
import type { Span } from '../../draft/types.ts';
import type { Form } from '../../phrases/types.ts';

/**
 * The name of an office's unit directly behind its stem: 所, 分局, 执法监察大队. Not 地税所占, 工商所得税, 股份, 分局部: there the
 * characters belong to other words.
 */
const unitName =
  /(?:(?:综合)?(?:行政)?(?:执法|监察|稽查|监督|监管|管理)*(?:中队|大队|支队|总队)|(?:稽查|管理)?分局(?![部面势限促])|(?:管理|监督)?(?:所(?![占得有以需谓属致用指及思见闻为能处在])|股(?![份票权民市东价本息利])))/uy;

/**
 * The words that a hit of a form makes a mention, with offsets of the paragraph: the hit, with the unit's name behind a
 * stem. Null if the form asks for words around it that are not there.
 */
export function writtenTerm({ after, unit }: Form, { start, end }: Span, text: string): Span | null {
  if (after !== undefined && !hasBefore(text, start, end, after)) return null;
  if (unit !== true) return { start, end };
  unitName.lastIndex = end;
  const name = unitName.exec(text);
  return name === null ? null : { start, end: end + name[0].length };
}

function hasBefore(text: string, start: number, end: number, words: readonly string[]): boolean {
  const before = text.slice(sentenceAround(text, start, end).start, start);
  return words.some((word) => before.includes(word));
}
