import type { Document, Element, Node } from '@xmldom/xmldom';
import type { Span } from '../draft/types.ts';
import type { Line, Piece } from './document-lines.ts';
import {
  elementsOf,
  insertAfter,
  isElement,
  isNamed,
  makeWord,
  setWordAttribute,
  setWords,
  wordAttribute,
} from './xml.ts';

/** Returns ids that the document does not use yet. */
export type NextId = () => string;

/** Counts on from the highest id of the revisions, comments and bookmarks of these documents. */
export function idsOf(documents: readonly Document[]): NextId {
  let highest = 0;
  const visit = (element: Element): void => {
    const id = Number(wordAttribute(element, 'id'));
    if (Number.isSafeInteger(id)) highest = Math.max(highest, id);
    for (const child of elementsOf(element)) visit(child);
  };
  for (const { documentElement } of documents) if (documentElement !== null) visit(documentElement);
  return () => String(++highest);
}

/** The run that holds a piece. Throws if there is none. */
export function runOf({ node }: Piece): Element {
  const run = node.parentNode;
  if (!isElement(run)) throw new Error('A piece of text stands in no run.');
  return run;
}

/**
 * Splits runs so that each span begins and ends at a run boundary, and its pieces are alone in their runs.
 * All parts keep the run's format. The text stays the same; read the lines again afterwards.
 */
export function splitRuns(lines: readonly Line[], spans: readonly Span[], nextId: NextId): void {
  for (const line of lines) {
    const own = spans.filter(({ start, end }) => start <= line.end && end >= line.start);
    if (own.length === 0) continue;
    const runs = new Map<Element, Piece[]>();
    for (const piece of line.pieces) {
      const run = runOf(piece);
      const pieces = runs.get(run);
      if (pieces === undefined) runs.set(run, [piece]);
      else pieces.push(piece);
    }
    for (const [run, pieces] of runs) {
      const start = pieces[0]?.start ?? 0;
      const end = pieces[pieces.length - 1]?.end ?? 0;
      const met = own.filter((span) => span.start <= end && span.end >= start);
      if (met.length > 0)
        splitRun(
          run,
          pieces,
          met.flatMap((span) => [span.start, span.end]),
          nextId,
        );
    }
  }
}

function splitRun(run: Element, pieces: readonly Piece[], marks: readonly number[], nextId: NextId): void {
  const cuts = [...new Set(marks)].sort((a, b) => a - b);
  /**
   * Adjoining children that stay in one run: a cut separates words, and other nodes are separate from words.
   */
  const groups: { key: string; nodes: Node[] }[] = [];
  const add = (key: string, node: Node): void => {
    const last = groups[groups.length - 1];
    if (last?.key === key) last.nodes.push(node);
    else groups.push({ key, nodes: [node] });
  };
  const keyOf = (offset: number): string => `${cuts.filter((cut) => cut <= offset).length}`;
  const pieceOf = new Map<Node, Piece>(pieces.map((piece) => [piece.node, piece]));
  for (const child of elementsOf(run)) {
    if (isNamed(child, 'rPr')) continue;
    const piece = pieceOf.get(child);
    if (piece === undefined) add('other', child);
    else if (!isNamed(child, 't')) add(keyOf(piece.start), child);
    else for (const { at, node } of splitWords(piece, cuts)) add(keyOf(at), node);
  }
  const { ownerDocument: document, parentNode: parent } = run;
  if (groups.length < 2 || document === null || parent === null) return;
  const properties = elementsOf(run).find((child) => isNamed(child, 'rPr'));
  // All runs are made anew and come in at once: xmldom goes through all children of a node that one is taken from.
  const parts = document.createDocumentFragment();
  for (const [index, { nodes }] of groups.entries()) {
    const part = run.cloneNode(false) as Element;
    if (properties !== undefined)
      part.appendChild(index === 0 ? properties.cloneNode(true) : copyWithNewIds(properties, nextId));
    for (const node of nodes) part.appendChild(node.parentNode === null ? node : node.cloneNode(true));
    parts.appendChild(part);
  }
  parent.replaceChild(parts, run);
}

function splitWords({ node, start, end }: Piece, cuts: readonly number[]): { at: number; node: Element }[] {
  const words = node.textContent ?? '';
  const bounds = [start, ...cuts.filter((cut) => cut > start && cut < end), end];
  if (bounds.length === 2) return [{ at: start, node }];
  return bounds.slice(0, -1).map((at, index) => {
    const part = index === 0 ? node : (node.cloneNode(false) as Element);
    setWords(part, words.slice(at - start, (bounds[index + 1] ?? end) - start));
    return { at, node: part };
  });
}

/** A copy with new ids for its revision marks. */
function copyWithNewIds(properties: Element, nextId: NextId): Element {
  const copy = properties.cloneNode(true) as Element;
  for (const child of elementsOf(copy)) {
    if (wordAttribute(child, 'id') !== '') setWordAttribute(child, 'id', nextId());
  }
  return copy;
}

/** Splits a revision mark after one of its children, if anything follows. */
export function splitAfter(wrapper: Element, child: Node, nextId: NextId): void {
  if (child.nextSibling === null) return;
  const rest = wrapper.cloneNode(false) as Element;
  setWordAttribute(rest, 'id', nextId());
  while (child.nextSibling !== null) rest.appendChild(child.nextSibling);
  insertAfter(rest, wrapper);
}

/** A run with words, formatted like another one, without that one's format revisions. */
export function newRun(like: Element, words: string, properties: Element | undefined): Element {
  const run = makeWord(like, 'r');
  if (properties !== undefined) {
    const copy = makeWord(like, 'rPr');
    for (const child of elementsOf(properties)) {
      if (!isNamed(child, 'rPrChange', 'ins', 'del', 'moveFrom', 'moveTo'))
        copy.appendChild(child.cloneNode(true));
    }
    run.appendChild(copy);
  }
  const text = makeWord(like, 't');
  setWords(text, words);
  run.appendChild(text);
  return run;
}
