import type { Element } from '@xmldom/xmldom';
import { type Hold, holdsOf } from './containers.ts';
import type { Piece } from './document-lines.ts';
import type { Fields } from './fields.ts';
import type { Gap, GapAt } from './place.ts';
import { runOf } from './runs.ts';
import { isNamed } from './xml.ts';

/**
 * Finds places for new words, beside the words before an offset, else beside those after it: where `isFree` says that
 * a revision can show them, as far as either side or a place between a field and a control allows.
 */
export function openGaps(fields: Fields, isFree: (run: Element) => boolean): GapAt {
  return ({ pieces }, offset) => {
    // Words that were deleted plainly are no longer in the paragraph.
    const near = (at: (piece: Piece) => boolean): Element | undefined => {
      const piece = pieces.find((one) => at(one) && one.node.ownerDocument?.contains(one.node) === true);
      return piece && runOf(piece);
    };
    const before = near(({ end }) => end === offset);
    const after = near(({ start }) => start === offset);
    const behind: Gap | undefined = before && { node: before, side: 'behind', like: before, peer: before };
    const ahead: Gap | undefined = after && { node: after, side: 'before', like: after, peer: after };
    if (before === undefined || after === undefined) return behind ?? ahead;
    if (isFree(before)) return behind;
    return isFree(after) ? ahead : (between(before, after, fields) ?? behind);
  };
}

/** The place behind what holds the one run and not the other, if it ends in the same paragraph. */
function between(before: Element, after: Element, fields: Fields): Gap | undefined {
  const others = new Set(holdsOf(after, fields).map(({ begin }) => begin));
  const holds = holdsOf(before, fields);
  const at = holds.findIndex(({ begin }) => !others.has(begin));
  const own: Hold | undefined = holds[at];
  if (own === undefined || paragraphOf(own.end) !== paragraphOf(before)) return undefined;
  // A field that holds both takes no revision between them either.
  if (holds.slice(0, at).some(({ begin, end }) => begin !== end)) return undefined;
  return { node: own.end, side: 'behind', like: before, peer: own.begin };
}

function paragraphOf(node: Element): Element | undefined {
  for (let at = node.parentNode; at !== null; at = at.parentNode) if (isNamed(at, 'p')) return at as Element;
  return undefined;
}
