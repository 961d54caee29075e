import type { Document, Element } from '@xmldom/xmldom';
import { markWords } from './containers.ts';
import type { Fields } from './fields.ts';
import { type Parts, relationsOf, withPart } from './parts.ts';
import type { NextId } from './runs.ts';
import type { Reviser } from './tracked-edits.ts';
import { makeWord, parseXml, setWords, xmlBytes } from './xml.ts';

const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** The comments (批注) of a document while some are added. */
export interface Comments {
  readonly document: Document;
  /** The part that holds them; null if there is none yet. */
  readonly part: string | null;
  added: boolean;
}

/** Opens the comments that the main part refers to, or an empty part. */
export function openComments(parts: Parts, main: string, root: Element): Comments {
  const part = relationsOf(parts, main).find(({ type }) => type.endsWith('/comments'))?.part ?? null;
  const bytes = part === null ? undefined : parts[part];
  if (part !== null && bytes !== undefined) return { document: parseXml(bytes), part, added: false };
  const empty = `<w:comments xmlns:w="${root.namespaceURI ?? ''}"/>`;
  return { document: parseXml(empty), part: null, added: false };
}

/** Comments on the runs from the first to the last, with one paragraph per sentence. */
export function comment(
  { comments, by, nextId, fields }: { comments: Comments; by: Reviser; nextId: NextId; fields: Fields },
  { first, last }: { first: Element; last: Element },
  sentences: readonly string[],
): void {
  const root = comments.document.documentElement;
  if (root === null) return;
  const id = nextId();
  const start = makeWord(first, 'commentRangeStart', { id });
  const end = makeWord(last, 'commentRangeEnd', { id });
  const reference = makeWord(last, 'r');
  reference.appendChild(makeWord(last, 'commentReference', { id }));
  if (!markWords(first, last, fields, { start, end, reference })) return;
  const note = makeWord(root, 'comment', {
    id,
    author: by.author,
    date: by.date,
    initials: [...by.author][0] ?? '',
  });
  for (const [index, sentence] of sentences.entries()) {
    const paragraph = makeWord(root, 'p');
    if (index === 0) {
      const reference = makeWord(root, 'r');
      reference.appendChild(makeWord(root, 'annotationRef'));
      paragraph.appendChild(reference);
    }
    const run = makeWord(root, 'r');
    const words = makeWord(root, 't');
    setWords(words, sentence);
    run.appendChild(words);
    paragraph.appendChild(run);
    note.appendChild(paragraph);
  }
  root.appendChild(note);
  comments.added = true;
}

/** The parts, including the comments. */
export function withComments(parts: Parts, main: string, comments: Comments): Parts {
  if (!comments.added) return parts;
  const bytes = xmlBytes(comments.document);
  if (comments.part !== null) return { ...parts, [comments.part]: bytes };
  let name = 'comments.xml';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  for (let number = 1; parts[folder + name] !== undefined; number++) name = `comments${number}.xml`;
  const strict = comments.document.documentElement?.namespaceURI?.startsWith('http://purl.oclc.org') === true;
  const base = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return withPart(parts, main, { name, bytes, relation: `${base}/comments`, kind });
}
