import type { Element, Node } from '@xmldom/xmldom';
import type { Edit } from '../draft/types.ts';
import type { Line } from './lines.ts';
import { lineAt, piecesIn, propertiesOf, putWords } from './place.ts';
import { type NextId, newRun, partBehind, runOf } from './runs.ts';
import { elementsOf, insertAfter, isElement, isNamed, makeWord } from './xml.ts';

/** Who revises, and when: Word's own form, which is the local time though it looks like another. */
export interface Reviser {
  readonly author: string;
  readonly date: string;
}

/**
 * Makes an edit as a tracked change (修订), in the formatting of the words that it replaces; returns the first and the
 * last run of it. Runs are parted at its ends; it is within a line.
 */
export function editTracked(
  lines: readonly Line[],
  edit: Edit,
  by: Reviser,
  nextId: NextId,
): { first: Element; last: Element } | null {
  const line = lineAt(lines, edit);
  if (line === undefined) return null;
  const mark = (like: Element, name: 'ins' | 'del'): Element =>
    makeWord(like, name, { id: nextId(), author: by.author, date: by.date });
  const runs = [...new Set(piecesIn(line, edit).map(runOf))];
  let last: Element | undefined;
  for (const run of runs) {
    for (const child of elementsOf(run)) if (isNamed(child, 't')) toDeleted(child);
    // What stands side by side is one change.
    const before = last === undefined ? null : run.previousSibling;
    const joined = isElement(before) && before === last?.parentNode ? before : mark(run, 'del');
    if (joined !== before) run.parentNode?.insertBefore(joined, run);
    joined.appendChild(run);
    last = run;
  }
  const first = runs[0];
  if (edit.text === '') return first !== undefined && last !== undefined ? { first, last } : null;
  let added: Element;
  if (last !== undefined) {
    added = newRun(last, edit.text, propertiesOf(first ?? last));
    const deletion = last.parentNode;
    if (deletion !== null) insertAfter(added, deletion);
  } else added = putWords(line, edit.start, edit.text);
  outOfOthers(added, nextId);
  const insertion = mark(added, 'ins');
  added.parentNode?.insertBefore(insertion, added);
  insertion.appendChild(added);
  return { first: first ?? added, last: added };
}

function toDeleted(words: Element): void {
  const deleted = makeWord(words, 'delText');
  for (const attribute of [...words.attributes]) {
    deleted.setAttributeNS(attribute.namespaceURI, attribute.name, attribute.value);
  }
  while (words.firstChild !== null) deleted.appendChild(words.firstChild);
  words.parentNode?.replaceChild(deleted, words);
}

/** What one author adds within the revision of another is one of its own: the other is parted around it. */
function outOfOthers(run: Element, nextId: NextId): void {
  for (;;) {
    const around: Node | null = run.parentNode;
    if (!isElement(around) || !isNamed(around, 'ins', 'del', 'moveTo')) return;
    partBehind(around, run, nextId);
    insertAfter(run, around);
    if (elementsOf(around).length === 0) around.parentNode?.removeChild(around);
  }
}
