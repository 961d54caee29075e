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

/** The runs with the words of a span, whose ends must be run boundaries. */
export function runsIn(line: Line, span: Span): Element[] {
  return [...new Set(piecesIn(line, span).map(runOf))];
}

/** A place for new words: before or behind a node, in the format of a run. */
export interface Gap {
  readonly node: Element;
  readonly side: 'before' | 'behind';
  readonly like: Element;
  /** A node that is held by the same fields and controls as the new words. */
  readonly peer: Element;
}

/** The place for new words at an offset of a line; undefined if no words are beside it. */
export type GapAt = (line: Line, offset: number) => Gap | undefined;

/** Inserts a new run at an offset of a line, formatted as the words before it, else as those after it. */
export function insertWords(line: Line, offset: number, words: string, gapAt: GapAt): Element {
  const gap = gapAt(line, offset);
  if (gap === undefined) {
    // The paragraph mark of an empty paragraph holds the format of its words.
    const mark = elementsOf(line.paragraph).find((child) => isNamed(child, 'pPr'));
    const run = newRun(line.paragraph, words, mark && propertiesOf(mark));
    line.paragraph.appendChild(run);
    return run;
  }
  const run = newRun(gap.like, words, propertiesOf(gap.like));
  if (gap.side === 'behind') insertAfter(run, gap.node);
  else gap.node.parentNode?.insertBefore(run, gap.node);
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
