import { findEmbedded } from './embedded.ts';
import { enclosure, isContentsTitle, type LineRole, lineRole, quotedParagraphs, titleOf } from './lines.ts';
import { type ReadOrdinal, readHeading, readInline } from './ordinals.ts';
import type { OutlineItem } from './outline.ts';
import type { Draft, Paragraph, Span } from './types.ts';

/** An ordinal of a paragraph, a heading that lost its line break, or what the line does to open series, in the order of the text. */
export type Candidate =
  | {
      readonly type: 'ordinal';
      readonly read: ReadOrdinal;
      readonly paragraph: Paragraph;
      readonly heading: boolean;
      readonly item: OutlineItem;
    }
  | { readonly type: 'embedded'; readonly item: OutlineItem }
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
      found.push(ordinal(draft, head, paragraph, true));
    }
    readRuns(draft, paragraph, head, found);
    const ends = head === null ? role : role === 'introduction' || role === 'end' ? role : 'text';
    if (ends !== 'text') found.push({ type: 'line', role: ends, paragraph });
  }
  return withLostHeadings(draft, settle(found));
}

function readRuns(draft: Draft, paragraph: Paragraph, head: ReadOrdinal | null, found: Candidate[]): void {
  const reads = readInline(paragraph);
  if (reads.length === 0) return;
  const enclosed = enclosure(paragraph.text);
  const free = reads.filter(
    (read) => read.ordinal.start >= (head?.ordinal.end ?? 0) && !enclosed(read.ordinal.start),
  );
  const lonely = free.some((read) => read.certainty === 'clause' && read.value === 1)
    ? lonelyFirsts(free)
    : null;
  for (const read of free) {
    if (lonely?.has(read) !== true) found.push(ordinal(draft, read, paragraph, false));
  }
}

/** Behind a mere comma, 一是 begins a run only when 二是 follows in the same paragraph: those where it does not. */
function lonelyFirsts(reads: readonly ReadOrdinal[]): ReadonlySet<ReadOrdinal> {
  const lonely = new Set<ReadOrdinal>();
  const nextOfKind = new Map<string, number>();
  for (let index = reads.length - 1; index >= 0; index--) {
    const read = reads[index];
    if (read === undefined) continue;
    if (read.certainty === 'clause' && read.value === 1 && (nextOfKind.get(read.kind) ?? 1) === 1)
      lonely.add(read);
    nextOfKind.set(read.kind, read.value);
  }
  return lonely;
}

/** Settles what a single paragraph could not: 三、四点要求 against 三、四季度, and 一，加强领导 against a sentence. */
function settle(found: Candidate[]): Candidate[] {
  const dropped = new Set<Candidate>();
  for (const kind of ['chinese', 'arabic'] as const) settleKind(found, kind, dropped);
  return dropped.size === 0 ? found : found.filter((one) => !dropped.has(one));
}

function settleKind(found: readonly Candidate[], kind: 'chinese' | 'arabic', dropped: Set<Candidate>): void {
  const headings = found.filter((one) => one.type === 'ordinal' && one.read.kind === kind);
  if (!headings.some((one) => one.type === 'ordinal' && isDoubtful(one.read))) return;
  let before = 0;
  for (const [index, one] of headings.entries()) {
    if (one.type !== 'ordinal') continue;
    const { read } = one;
    const ahead = headings[index + 1];
    const next = ahead?.type === 'ordinal' ? ahead.read : undefined;
    if (isDoubtful(read) && !confirmed(one.paragraph, read, before, next)) dropped.add(one);
    else before = read.value;
  }
}

function confirmed(
  paragraph: Paragraph,
  read: ReadOrdinal,
  before: number,
  next: ReadOrdinal | undefined,
): boolean {
  const follows = read.value === before + 1;
  // 8.6个专项 between 7. and 9.; anything less may be 8.6亿元.
  if (read.kind === 'arabic') return follows && before > 0 && next?.value === read.value + 1;
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

/** Puts in the 一、 that are missing between two others and stand inside a paragraph there. */
function withLostHeadings(draft: Draft, found: Candidate[]): Candidate[] {
  const complete: Candidate[] = [];
  const lost: OutlineItem[] = [];
  let before: OutlineItem | null = null;
  // Where a new speech or an attachment begins, the search for its 一、 begins too.
  let scope = 0;
  for (const one of found) {
    if (one.type === 'line' && (one.role === 'end' || one.role === 'address')) scope = one.paragraph.end;
    if (one.type === 'line' && one.role === 'end') before = null;
    if (one.type !== 'ordinal' || !one.heading || one.read.kind !== 'chinese') continue;
    const { item } = one;
    const first = before === null || (scope > before.ordinal.start && item.value <= before.value);
    if (first && item.value > 1) lost.push(...findEmbedded(draft, 'chinese', scope, item));
    else if (before !== null && item.value > before.value + 1) {
      lost.push(...findEmbedded(draft, 'chinese', before, item));
    }
    before = item;
  }
  if (lost.length === 0) return found;
  let next = 0;
  for (const one of found) {
    const start = startOf(one);
    for (let item = lost[next]; item !== undefined && item.ordinal.start < start; item = lost[++next]) {
      complete.push({ type: 'embedded', item });
    }
    complete.push(one);
  }
  return complete;
}

/** Where a line begins to count: at its end, behind its own ordinals. */
function startOf(one: Candidate): number {
  if (one.type === 'line') return one.paragraph.end;
  return one.type === 'embedded' ? one.item.ordinal.start : one.paragraph.start + one.read.ordinal.start;
}

function ordinal(draft: Draft, read: ReadOrdinal, paragraph: Paragraph, heading: boolean): Candidate {
  return { type: 'ordinal', read, paragraph, heading, item: toItem(draft, read, paragraph, heading) };
}

/** What was read as an item of the outline, with offsets of the draft. */
function toItem(draft: Draft, read: ReadOrdinal, paragraph: Paragraph, heading: boolean): OutlineItem {
  const ownLine = heading && paragraph.text.length <= 60 && !/[。；！？]/u.test(paragraph.text);
  const mark = shifted(read.mark, paragraph.start);
  return {
    kind: read.kind,
    value: read.value,
    place: heading ? (ownLine ? 'own-line' : 'run-in') : 'inline',
    sure: read.certainty !== 'clause',
    ordinal: shifted(read.ordinal, paragraph.start),
    numeral: shifted(read.numeral, paragraph.start),
    mark,
    markText: draft.text.slice(mark.start, mark.end),
    paragraph: paragraph.index,
    title: titleOf(paragraph.text, read.ordinal.start),
  };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
