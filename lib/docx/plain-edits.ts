import type { Element, Node } from '@xmldom/xmldom';
import type { Edit } from '../draft/types.ts';
import type { Line } from './document-lines.ts';
import { type GapAt, insertWords, lineAt, piecesIn } from './place.ts';
import { runOf } from './runs.ts';
import { elementsOf, insertAfter, isElement, isNamed, setWords, wordAttribute } from './xml.ts';

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
    if (!goesOn(run, around, 'previousSibling')) around.parentNode?.insertBefore(run, around);
    else if (!goesOn(run, around, 'nextSibling')) insertAfter(run, around);
    else return;
  }
}

type Side = 'previousSibling' | 'nextSibling';

/** Whether an insertion goes on at one side of a run. Word and LibreOffice write one insertion as several elements. */
function goesOn(run: Element, around: Element, side: Side): boolean {
  if (nextWithContent(run, side) !== null) return true;
  const next = nextWithContent(around, side);
  return next !== null && isSameRevision(next, around);
}

function nextWithContent(from: Element, side: Side): Node | null {
  let at: Node | null = from[side];
  while (at !== null && !hasContent(at)) at = at[side];
  return at;
}

/** Whether a node holds anything but marks without content. */
function hasContent(node: Node): boolean {
  return elementsOf(node).some((child) =>
    isNamed(child, 'r') ? hasContent(child) : !isNamed(child, 'rPr', 'lastRenderedPageBreak'),
  );
}

function isSameRevision(one: Node, other: Element): boolean {
  return (
    isElement(one) &&
    one.nodeName === other.nodeName &&
    wordAttribute(one, 'author') === wordAttribute(other, 'author') &&
    wordAttribute(one, 'date') === wordAttribute(other, 'date')
  );
}
