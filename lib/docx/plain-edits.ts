import type { Edit } from '../draft/types.ts';
import type { Line } from './document-lines.ts';
import { type GapAt, insertWords, lineAt, piecesIn } from './place.ts';
import { runOf } from './runs.ts';
import { elementsOf, isNamed, setWords } from './xml.ts';

/**
 * Makes an edit within a line, in the format of the words that it replaces. Its ends must be run boundaries.
 */
export function editPlainly(lines: readonly Line[], edit: Edit, gapAt: GapAt): void {
  const line = lineAt(lines, edit);
  if (line === undefined) return;
  const old = piecesIn(line, edit);
  const first = old.find(({ node }) => isNamed(node, 't'));
  if (first !== undefined && edit.text !== '') setWords(first.node, edit.text);
  else if (edit.text !== '') insertWords(line, edit.start, edit.text, gapAt);
  for (const piece of old) {
    if (piece === first && edit.text !== '') continue;
    const run = runOf(piece);
    run.removeChild(piece.node);
    if (elementsOf(run).every((child) => isNamed(child, 'rPr'))) run.parentNode?.removeChild(run);
  }
}
