import type { Element } from '@xmldom/xmldom';
import type { Span } from '../draft/types.ts';
import type { Line, Piece } from './lines.ts';
import { newRun, runOf } from './runs.ts';
import { elementsOf, insertAfter, isElement, isNamed } from './xml.ts';

/** The line that a span begins in. */
export function lineAt(lines: readonly Line[], { start }: Span): Line | undefined {
  return lines.find((line) => line.start <= start && start <= line.end);
}

/** The pieces that lie within a span; runs are parted at its ends. */
export function piecesIn(line: Line, { start, end }: Span): Piece[] {
  return line.pieces.filter((piece) => piece.start >= start && piece.end <= end && piece.end > piece.start);
}

/** Puts a new run with words at an offset of a line, formatted as the words before it, else as those behind. */
export function putWords(line: Line, offset: number, words: string): Element {
  // Words that were taken out plainly are in the paragraph no more.
  const still = line.pieces.filter(({ node }) => line.paragraph.contains(node));
  const before = still.find((piece) => piece.end === offset);
  const behind = still.find((piece) => piece.start === offset);
  const beside = before ?? behind;
  if (beside === undefined) {
    // An empty paragraph says by its own mark how words in it look.
    const mark = elementsOf(line.paragraph).find((child) => isNamed(child, 'pPr'));
    const run = newRun(line.paragraph, words, mark && propertiesOf(mark));
    line.paragraph.appendChild(run);
    return run;
  }
  const at = runOf(beside);
  const run = newRun(at, words, propertiesOf(at));
  if (before !== undefined) insertAfter(run, at);
  else at.parentNode?.insertBefore(run, at);
  return run;
}

export function propertiesOf(run: Element): Element | undefined {
  return elementsOf(run).find((child) => isNamed(child, 'rPr'));
}

/** The child of its paragraph that a run stands in; of a text box, that of the paragraph which holds its anchor. */
export function topOf(run: Element): Element {
  let top = run;
  for (let at: Element = run; isElement(at.parentNode); at = at.parentNode) {
    if (isNamed(at.parentNode, 'p')) top = at;
  }
  return top;
}
