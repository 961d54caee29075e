import { enclosure, isContentsTitle, type LineRole, lineRole, quotedParagraphs } from './lines.ts';
import { type ReadOrdinal, readHeading, readInline } from './ordinals.ts';
import type { Draft, Paragraph } from './types.ts';

/** An ordinal of a paragraph, or what the line does to open series, in the order of the text. */
export type Candidate =
  | {
      readonly type: 'ordinal';
      readonly read: ReadOrdinal;
      readonly paragraph: Paragraph;
      readonly heading: boolean;
    }
  | { readonly type: 'line'; readonly role: LineRole; readonly paragraph: Paragraph };

/** Reads a draft into candidates. Quotations and tables of contents are left out; doubtful readings are settled. */
export function readCandidates(draft: Draft): Candidate[] {
  const quoted = quotedParagraphs(draft.paragraphs);
  const found: Candidate[] = [];
  let contents = false;
  for (const paragraph of draft.paragraphs) {
    const { text } = paragraph;
    if (text.length === 0) continue;
    if (isContentsTitle(text)) {
      contents = true;
      continue;
    }
    const role = lineRole(text);
    // The contents end where the first full sentence or a new address stands.
    if (contents && (role === 'address' || role === 'introduction' || /[。！]/u.test(text))) contents = false;
    if (contents || role === 'contents') continue;
    const head = quoted.has(paragraph.index) ? null : readHeading(text);
    if (head !== null && role !== 'end') {
      found.push({ type: 'ordinal', read: head, paragraph, heading: true });
    }
    if (text.length > 12) readRuns(paragraph, head, found);
    const ends = head === null ? role : role === 'introduction' || role === 'end' ? role : 'text';
    if (ends !== 'text') found.push({ type: 'line', role: ends, paragraph });
  }
  return settle(found);
}

function readRuns(paragraph: Paragraph, head: ReadOrdinal | null, found: Candidate[]): void {
  const reads = readInline(paragraph.text);
  if (reads.length === 0) return;
  const enclosed = enclosure(paragraph.text);
  const free = reads.filter(
    (read) => read.ordinal.start >= (head?.ordinal.end ?? 0) && !enclosed(read.ordinal.start),
  );
  for (const [index, read] of free.entries()) {
    // Behind a mere comma, 一是 begins a run only when 二是 follows in the same paragraph.
    if (read.certainty === 'clause' && read.value === 1) {
      const next = free.slice(index + 1).find((other) => other.kind === read.kind);
      if (next === undefined || next.value === 1) continue;
    }
    found.push({ type: 'ordinal', read, paragraph, heading: false });
  }
}

/** Settles what a single paragraph could not: 三、四点要求 against 三、四季度, and 一，加强领导 against a sentence. */
function settle(found: Candidate[]): Candidate[] {
  const doubtful = found.some((one) => one.type === 'ordinal' && isDoubtful(one.read));
  if (!doubtful) return found;
  const headings = found.filter((one) => one.type === 'ordinal' && one.read.kind === 'chinese');
  const dropped = new Set<Candidate>();
  let before = 0;
  for (const [index, one] of headings.entries()) {
    if (one.type !== 'ordinal') continue;
    const { read } = one;
    const ahead = headings[index + 1];
    const next = ahead?.type === 'ordinal' ? ahead.read : undefined;
    if (isDoubtful(read) && !confirmed(one.paragraph, read, before, next)) dropped.add(one);
    else before = read.value;
  }
  return found.filter((one) => !dropped.has(one));
}

function confirmed(
  paragraph: Paragraph,
  read: ReadOrdinal,
  before: number,
  next: ReadOrdinal | undefined,
): boolean {
  const follows = read.value === before + 1;
  if (read.certainty === 'mark') {
    return (follows && before > 0) || (read.value === 1 && next?.value === 2);
  }
  if (next?.value === read.value) return false;
  if (next?.value === read.value + 1) return follows || read.value === 1;
  return follows && paragraph.text.length <= 40 && !/[。；！？，]/u.test(paragraph.text);
}

function isDoubtful(read: ReadOrdinal): boolean {
  return read.certainty === 'number' || read.certainty === 'mark';
}
