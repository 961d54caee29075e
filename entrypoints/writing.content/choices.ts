import { findAllFields, leftAlone } from '../../lib/fields/find.ts';
import type { AlsoRead } from '../../lib/fields/types.ts';

/**
 * What there is in a document that is read only where the author says so for its site, and whether they did. `aside` is
 * such a field that no look at the document finds (in a shadow tree).
 */
export function choicesOf(document: Document, aside: Element | null, alsoRead: AlsoRead): Partial<AlsoRead> {
  const there = [...findAllFields(document), ...(aside?.isConnected ? [aside] : [])].map(leftAlone);
  return {
    ...(there.includes('codeEditors') ? { codeEditors: alsoRead.codeEditors } : {}),
    ...(there.includes('optedOut') ? { optedOut: alsoRead.optedOut } : {}),
  };
}
