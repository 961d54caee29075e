import { lowerBound } from '../../common/lower-bound.ts';
import { matchesOf } from '../../draft/matches.ts';
import { readHeading } from '../../draft/ordinals.ts';
import type { Span } from '../../draft/types.ts';

const stretches = new RegExp(
  '(?:https?|ftp|file)://[^\\s，。；、）》”]+' +
    '|www\\.[^\\s，。；、）》”]+' +
    '|[\\w.+-]{1,64}@[\\w-]+\\.[\\w.-]+' +
    '|`[^`]+`' +
    '|[^\\s，。；、：（“《]{1,120}\\.(?:docx?|xlsx?|pptx?|pdf|wps|et|txt|md|zip|rar|7z|jpe?g|png|gif|mp[34]|csv|html?|exe)' +
    '(?![A-Za-z])',
  'giu',
);
const mayHoldStretch = /:\/\/|www\.|@|`|\.[A-Za-z0-9]{2,4}(?![A-Za-z0-9])/u;
const code =
  /[{}]|=>|<\/?[A-Za-z][^>]{0,400}>|[A-Za-z_]\w{0,60}\((?:["'`]|\))|[A-Za-z_]\w{0,60}\s{0,8}=\s{0,8}["'`]|["']\s{0,8}:\s{0,8}["'[\d]|^\s*(?:\/\/|#include|import\s|const\s|def\s)/u;
const ordinalKinds: ReadonlySet<string> = new Set([
  'chinese',
  'chinese-bracketed',
  'arabic',
  'arabic-bracketed',
  'circled',
  'roman',
  'letter',
]);

/** True for a line of program text, markup or JSON, where other marks are right. */
export function looksLikeCode(text: string): boolean {
  return /[A-Za-z"'{}]/u.test(text) && code.test(text);
}

/**
 * Parts of a paragraph whose half-width marks are right: addresses, e-mail, file names, code between back ticks, and
 * its initial ordinal, which the numbering rules judge. Sorted by start.
 */
export function exemptStretches(text: string): readonly Span[] {
  const found: Span[] = [];
  const heading = readHeading(text);
  if (heading !== null && ordinalKinds.has(heading.kind)) found.push({ start: 0, end: heading.mark.end });
  if (!mayHoldStretch.test(text)) return found;
  for (const match of matchesOf(text, stretches)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Whether an offset lies in one of the stretches, which are sorted and do not overlap. */
export function isIn(stretches: readonly Span[], offset: number): boolean {
  const next = stretches[lowerBound(stretches.length, (at) => (stretches[at]?.end ?? 0) <= offset)];
  return next !== undefined && next.start <= offset;
}
