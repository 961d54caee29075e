import type { Element } from '@xmldom/xmldom';
import type { Span } from '../draft/types.ts';
import type { Line, Piece } from './document-lines.ts';
import { newRun, runOf } from './runs.ts';
import { elementsOf, insertAfter, isElement, isNamed } from './xml.ts';

/** The line in which a span begins. */
export function lineAt(lines: readonly Line[], { start }: Span): Line | undefined {
  return lines.find((line) => line.start <= start && start <= line.end);
}

/** The pieces within a span, whose ends must be run boundaries. */
export function piecesIn(line: Line, { start, end }: Span): Piece[] {
  return line.pieces.filter((piece) => piece.start >= start && piece.end <= end && piece.end > piece.start);
}

/** Whether new words beside a run may go where it stands. */
export type IsFree = (run: Element) => boolean;

/** The runs with the words of a span; of an empty one, the run beside it that new words go into. */
export function runsAt(line: Line, span: Span, isFree: IsFree): Element[] {
  const runs = [...new Set(piecesIn(line, span).map(runOf))];
  const beside = besideIn(line, span.start, isFree);
  return runs.length > 0 || beside === undefined ? runs : [runOf(beside)];
}

/** The piece that ends at an offset, else the one that begins there, of those still in the document; a free one first. */
function besideIn({ pieces }: Line, offset: number, isFree: IsFree): Piece | undefined {
  const near = pieces.filter(({ start, end }) => start === offset || end === offset);
  const remaining = near.filter(({ node }) => node.ownerDocument?.contains(node) === true);
  const before = remaining.find(({ end }) => end === offset);
  const beside = [before, remaining.find(({ start }) => start === offset)].filter(
    (piece) => piece !== undefined,
  );
  return beside.find((piece) => isFree(runOf(piece))) ?? beside[0];
}

/** Inserts a new run at an offset of a line, formatted as the words before it, else as those after it. */
export function insertWords(line: Line, offset: number, words: string, isFree: IsFree): Element {
  // Words that were deleted plainly are no longer in the paragraph.
  const beside = besideIn(line, offset, isFree);
  if (beside === undefined) {
    // The paragraph mark of an empty paragraph holds the format of its words.
    const mark = elementsOf(line.paragraph).find((child) => isNamed(child, 'pPr'));
    const run = newRun(line.paragraph, words, mark && propertiesOf(mark));
    line.paragraph.appendChild(run);
    return run;
  }
  const at = runOf(beside);
  const run = newRun(at, words, propertiesOf(at));
  if (beside.end === offset) insertAfter(run, at);
  else at.parentNode?.insertBefore(run, at);
  return run;
}

export function propertiesOf(run: Element): Element | undefined {
  return elementsOf(run).find((child) => isNamed(child, 'rPr'));
}

/**
 * The ancestor of a run that is a child of its paragraph; in a text box, of the paragraph that holds the
 * anchor.
 */
export function topOf(run: Element): Element {
  let top = run;
  for (let at: Element = run; isElement(at.parentNode); at = at.parentNode) {
    if (isNamed(at.parentNode, 'p')) top = at;
  }
  return top;
}
