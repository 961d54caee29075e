import type { Element, Node } from '@xmldom/xmldom';
import type { Edit } from '../draft/types.ts';
import type { Line } from './document-lines.ts';
import { type GapAt, insertWords, lineAt, piecesIn } from './place.ts';
import { runOf } from './runs.ts';
import { elementsOf, insertAfter, isElement, isNamed, setWords } from './xml.ts';

/**
 * Makes an edit within a line, in the format of the words that it replaces. Its ends must be run boundaries. New words that
 * would begin or end another author's insertion stand outside of it, so that rejecting it keeps them.
 */
export function editPlainly(lines: readonly Line[], edit: Edit, gapAt: GapAt): void {
  const line = lineAt(lines, edit);
  if (line === undefined) return;
  const old = piecesIn(line, edit);
  const words = old.filter(({ node }) => isNamed(node, 't'));
  const first = words.find((piece) => insertionAround(runOf(piece)) === null) ?? words[0];
  if (first !== undefined && edit.text !== '') setWords(first.node, edit.text);
  else if (edit.text !== '') liftFromEdge(insertWords(line, edit.start, edit.text, gapAt));
  for (const piece of old) {
    if (piece === first && edit.text !== '') continue;
    const run = runOf(piece);
    run.removeChild(piece.node);
    if (elementsOf(run).every((child) => isNamed(child, 'rPr'))) run.parentNode?.removeChild(run);
  }
}

function insertionAround(run: Element): Element | null {
  const around = run.parentNode;
  return isElement(around) && isNamed(around, 'ins', 'moveTo') ? around : null;
}

/** Takes new words out of another author's insertion that they would begin or end. */
function liftFromEdge(run: Element): void {
  for (let around = insertionAround(run); around !== null; around = insertionAround(run)) {
    if (!hasContent(run, 'previousSibling')) around.parentNode?.insertBefore(run, around);
    else if (!hasContent(run, 'nextSibling')) insertAfter(run, around);
    else return;
  }
}

/** Whether anything but marks without content stands on one side of a run. */
function hasContent(run: Element, side: 'previousSibling' | 'nextSibling'): boolean {
  for (let at: Node | null = run[side]; at !== null; at = at[side]) {
    if (elementsOf(at).some((child) => !isNamed(child, 'rPr', 'lastRenderedPageBreak'))) return true;
  }
  return false;
}
