import {
  enclosure,
  isContentsTitle,
  type LineRole,
  lineRole,
  quotedParagraphs,
  titleOf,
} from './line-roles.ts';
import { type ReadOrdinal, readHeading, readInline } from './ordinals.ts';
import type { OutlineItem } from './outline-types.ts';
import { paragraphAt } from './paragraphs.ts';
import { cellOrdinals, partTables, tableRows } from './tables.ts';
import type { Draft, NumberedItem, Paragraph, Span } from './types.ts';

/**
 * The last line of each kind before a candidate at which a list may begin anew, as the number of candidates before that
 * line; -1 if there is none.
 */
export interface Openings {
  /** An attachment: no list continues behind it. */
  readonly end: number;
  /** The title of a speech. */
  readonly speech: number;
  readonly address: number;
  /** A short line that is a title, or one that introduces a list. */
  readonly title: number;
}

/** An ordinal of the draft, or what looks like one. */
export interface Candidate {
  readonly item: OutlineItem;
  readonly certainty: ReadOrdinal['certainty'];
  /** What distinguishes series of one kind: the counter of 第一句话. */
  readonly shape: string;
  /** 最后: it has no number and ends its series. */
  readonly last: boolean;
  /** It begins its paragraph. */
  readonly heading: boolean;
  /** A line or words directly before it introduce a list. */
  readonly introduced: boolean;
  readonly openings: Openings;
  /** A clause ends before it but no sentence: it is not a heading that lost its line break. */
  readonly inSentence: boolean;
  /** The next ordinal of its kind in its paragraph is 2 or more; else (一是为了…，一是为了…) it is a figure of speech. */
  goesOn: boolean;
  /** It repeats the words of the heading before it, as when pasted twice. */
  readonly echo: boolean;
  /** Its paragraph is short and has no punctuation at a clause's end. */
  readonly short: boolean;
  /** The number of items announced directly before it (讲三点意见); 0 if none. */
  readonly announced: number;
  /** The table it is in, from 1, and the cell of the row that it begins; 0 if it is in none. */
  readonly table: number;
  readonly column: number;
  /** The series that it may belong to: 0 for those of the text, another number for those of one table. */
  apart: number;
}

/** Reads a draft into candidates, in the order of the text. Quotations and tables of contents are left out. */
export function readCandidates(draft: Draft, announced: ReadonlyMap<number, number>): Candidate[] {
  const reader = new Reader(draft, announced);
  const quoted = quotedParagraphs(draft.paragraphs);
  const numbers = new Map(draft.numbered?.map((one) => [paragraphAt(draft, one.start), one]));
  const rows = tableRows(draft.paragraphs);
  let contents = false;
  const listed = new Set<string>();
  for (const paragraph of draft.paragraphs) {
    const { text } = paragraph;
    const number = numbers.get(paragraph.index);
    if (text.trim() === '' && number === undefined) continue;
    if (isContentsTitle(text)) {
      contents = true;
      listed.clear();
      continue;
    }
    const role = lineRole(text);
    if (contents && endsContents(text, role, listed)) contents = false;
    if (contents || role === 'contents') continue;
    const table = rows.get(paragraph.index) ?? 0;
    reader.read(paragraph, role, quoted.has(paragraph.index), number, table);
  }
  partTables(reader.found);
  return reader.found;
}

/** A table of contents ends where one of its lines is repeated, or at the first full sentence or salutation. */
function endsContents(text: string, role: LineRole, listed: Set<string>): boolean {
  // Without the page number.
  const words = /^.*[^\s.．…·\d]/u.exec(text.trim())?.[0] ?? '';
  if (listed.has(words) || role === 'address' || role === 'speech' || role === 'introduction') return true;
  listed.add(words);
  return /[。！]/u.test(text);
}

class Reader {
  readonly found: Candidate[] = [];
  private readonly draft: Draft;
  private readonly announced: ReadonlyMap<number, number>;
  private openings: Openings = { end: -1, speech: -1, address: -1, title: -1 };
  /** The role of the line before. */
  private before: LineRole = 'text';
  private lastHeading: OutlineItem | null = null;
  private table = 0;

  constructor(draft: Draft, announced: ReadonlyMap<number, number>) {
    this.draft = draft;
    this.announced = announced;
  }

  read(
    paragraph: Paragraph,
    role: LineRole,
    quoted: boolean,
    number: NumberedItem | undefined,
    table: number,
  ): void {
    this.table = table;
    // 附件：1. begins a list of attachments.
    if (role === 'end') this.open(role);
    const head = quoted ? null : readHeading(paragraph.text);
    const shown = number === undefined ? null : readShown(number);
    // Of a number that is typed and computed at once, the computed one stays.
    const isShown = shown !== null && (head === null || head.kind === shown.kind);
    if (isShown) this.add(shown, paragraph, true, number);
    else if (head !== null) this.add(head, paragraph, true);
    this.readInside(paragraph, head?.ordinal.end ?? 0);
    if (role !== 'end') this.open((head !== null || isShown) && role !== 'introduction' ? 'text' : role);
  }

  /** Reads what stands in a paragraph behind an offset of it: ordinals of cells, and those within sentences. */
  private readInside(paragraph: Paragraph, from: number): void {
    const { text } = paragraph;
    const cells = this.table > 0 ? cellOrdinals(text).filter(({ column }) => column > 0) : [];
    for (const { read, column } of cells) this.add(read, paragraph, true, undefined, column);
    const reads = readInline(paragraph);
    if (reads.length === 0) return;
    const enclosed = enclosure(text);
    const inCells = new Set(cells.map((one) => one.read.ordinal.start));
    for (const read of reads) {
      const { start } = read.ordinal;
      const isRead = start < from || inCells.has(start);
      if (!isRead && !enclosed(start)) this.add(read, paragraph, false);
    }
  }

  /** Records what a line opens, after its ordinals. */
  private open(role: LineRole): void {
    const count = this.found.length;
    if (role === 'end') this.openings = { ...this.openings, end: count };
    else if (role === 'speech') this.openings = { ...this.openings, speech: count };
    else if (role === 'paper') this.openings = { ...this.openings, title: count };
    else if (role === 'address') {
      const speech = this.before === 'speech' || this.before === 'paper' ? count : this.openings.speech;
      this.openings = { ...this.openings, address: count, speech };
    } else if (role === 'title' || role === 'introduction')
      this.openings = { ...this.openings, title: count };
    // A date or a name may stand between the title of a speech and its salutation.
    if (role !== 'title' || (this.before !== 'speech' && this.before !== 'paper')) this.before = role;
  }

  private add(
    read: ReadOrdinal,
    paragraph: Paragraph,
    heading: boolean,
    number?: NumberedItem,
    column = 0,
  ): void {
    const typed = toItem(this.draft, read, paragraph, heading);
    const item = number === undefined ? typed : shownItem(this.draft, typed, number);
    const before = this.found.at(-1);
    if (before !== undefined && before.item.paragraph === item.paragraph && before.item.kind === item.kind)
      before.goesOn = item.value > 1;
    this.found.push({
      item,
      certainty: read.certainty,
      shape: read.shape,
      last: read.last === true,
      heading,
      introduced: heading
        ? this.before !== 'text' && this.before !== 'address'
        : isIntroduced(paragraph.text, read.ordinal.start),
      openings: this.openings,
      inSentence: !heading && /[；：;:，,、][\s　]*$/u.test(beforeOf(paragraph.text, read.ordinal.start)),
      goesOn: false,
      echo: heading && this.isEcho(item),
      short: paragraph.text.length <= 40 && !/[。；！？，]/u.test(paragraph.text),
      announced: this.announced.get(item.ordinal.start) ?? 0,
      table: this.table,
      column,
      apart: 0,
    });
  }

  /** The same heading twice in a row was pasted twice: its number is not at fault. */
  private isEcho(item: OutlineItem): boolean {
    const last = this.lastHeading;
    this.lastHeading = item;
    if (
      last === null ||
      last.kind !== item.kind ||
      item.value === last.value + 1 ||
      item.paragraph > last.paragraph + 2
    )
      return false;
    const words = wordsOf(item);
    return words.length > 4 && words === wordsOf(last) && this.before === 'text';
  }
}

/** The words of a heading, without its ordinal. */
function wordsOf(item: OutlineItem): string {
  if (item.label !== undefined) return item.title.slice(item.label.length).trim();
  return item.title.slice(item.mark.end - item.ordinal.start).trim();
}

function isIntroduced(text: string, start: number): boolean {
  return /[：:][\s　]*$/u.test(beforeOf(text, start));
}

function beforeOf(text: string, start: number): string {
  return text.slice(Math.max(0, start - 4), start);
}

/** Reads a number that the editor shows; null if drafts have none of its form. Offsets are of the label. */
export function readShown({ label }: Pick<NumberedItem, 'label'>): ReadOrdinal | null {
  // Any word: what follows a typed number shows whether it is one, but this one is computed.
  const shown = label === undefined ? null : readHeading(`${label}某`);
  // Of 1.1 only the last number would be read.
  return shown !== null && shown.mark.end === label?.trimEnd().length ? shown : null;
}

/** An item whose number is not in the text. */
function shownItem(draft: Draft, typed: OutlineItem, { start, label = '' }: NumberedItem): OutlineItem {
  const nothing = { start, end: start };
  const title = label + titleOf(draft.text, start);
  return { ...typed, ordinal: nothing, numeral: nothing, mark: nothing, markText: '', label, title };
}

/** The ordinal as an item of the outline, with offsets of the draft. */
function toItem(draft: Draft, read: ReadOrdinal, paragraph: Paragraph, heading: boolean): OutlineItem {
  const ownLine = heading && paragraph.text.length <= 60 && !/[。；！？]/u.test(paragraph.text);
  const mark = shifted(read.mark, paragraph.start);
  return {
    kind: read.kind,
    value: read.value,
    place: heading ? (ownLine ? 'own-line' : 'run-in') : 'inline',
    sure: read.certainty !== 'clause' && read.certainty !== 'inside',
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
