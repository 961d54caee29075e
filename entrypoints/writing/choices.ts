import { findAllFields, leftAlone } from '../../lib/fields/find.ts';
import type { AlsoRead } from '../../lib/fields/types.ts';

/**
 * What a document contains that is read only if the author chose so for its site, and that choice. `aside` is such a
 * field that a search of the document misses (in a shadow tree).
 */
export function choicesOf(document: Document, aside: Element | null, alsoRead: AlsoRead): Partial<AlsoRead> {
  const there = [...findAllFields(document), ...(aside?.isConnected ? [aside] : [])].map(leftAlone);
  return {
    ...(there.includes('codeEditors') ? { codeEditors: alsoRead.codeEditors } : {}),
    ...(there.includes('optedOut') ? { optedOut: alsoRead.optedOut } : {}),
  };
}
