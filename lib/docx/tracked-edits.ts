import type { Element, Node } from '@xmldom/xmldom';
import type { Edit } from '../draft/types.ts';
import type { Line } from './document-lines.ts';
import { type GapAt, insertWords, lineAt, propertiesOf, runsIn } from './place.ts';
import { type NextId, newRun, splitAfter } from './runs.ts';
import { elementsOf, insertAfter, isElement, isNamed, makeWord } from './xml.ts';

/** The author and time of a revision. Word writes local time with the suffix of UTC. */
export interface Reviser {
  readonly author: string;
  readonly date: string;
}

/**
 * Returns who makes the next change of a document, called for each in order of the text. Of two insertions up to a
 * minute apart, at the end of a paragraph and the beginning of the next, LibreOffice makes one, and rejects the mark between
 * them: such a second one is dated two minutes earlier.
 */
export function revisers(now: Reviser, earlier: Reviser): (line: Line, change: Edit) => Reviser {
  let last: { readonly end: number; readonly by: Reviser } | null = null;
  return (line, { start, end, text }) => {
    const isNext = start === line.start && last?.end === line.start - 1;
    const by = isNext && last?.by === now ? earlier : now;
    last = text !== '' && end === line.end ? { end, by } : null;
    return by;
  };
}

/**
 * Makes an edit within a line as a tracked change (修订), in the format of the words that it replaces. Its ends
 * must be run boundaries. Returns the first and last run of the change; null if it changes nothing.
 */
export function editTracked(
  lines: readonly Line[],
  edit: Edit,
  { nextBy, nextId, gapAt }: { nextBy: ReturnType<typeof revisers>; nextId: NextId; gapAt: GapAt },
): { first: Element; last: Element } | null {
  const line = lineAt(lines, edit);
  if (line === undefined) return null;
  const by = nextBy(line, edit);
  const mark = (like: Element, name: 'ins' | 'del'): Element =>
    makeWord(like, name, { id: nextId(), author: by.author, date: by.date });
  const runs = runsIn(line, edit);
  let last: Element | undefined;
  for (const run of runs) {
    for (const child of elementsOf(run)) if (isNamed(child, 't')) toDeleted(child);
    // Adjoining deletions are one change.
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
  } else added = insertWords(line, edit.start, edit.text, gapAt);
  liftOut(added, nextId);
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

/** An insertion within another author's revision must be separate: splits the revision around it. */
function liftOut(run: Element, nextId: NextId): void {
  for (;;) {
    const around: Node | null = run.parentNode;
    if (!isElement(around) || !isNamed(around, 'ins', 'del', 'moveTo')) return;
    splitAfter(around, run, nextId);
    insertAfter(run, around);
    if (elementsOf(around).length === 0) around.parentNode?.removeChild(around);
  }
}
