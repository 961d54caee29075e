import { standingDates, withoutFrontMatter } from './date-lines.ts';
import { commonDays, type Days } from './dates.ts';
import { statedYear, summedUpYear } from './stated-year.ts';
import { titleDate } from './title-dates.ts';
import type {
  DateEvidence,
  DateEvidenceKind,
  DatePrecision,
  Draft,
  IsoDate,
  Paragraph,
  WrittenFor,
} from './types.ts';

/** One piece of evidence, with its precision and the day on which the draft is safely judged by it. */
interface Piece extends DateEvidence {
  readonly precision: DatePrecision;
  readonly day: IsoDate;
  readonly published?: boolean;
}

/** Lower weights come first; of equal ones the newest, with a day of publishing last. */
const rank: Readonly<Record<DateEvidenceKind, number>> = {
  'front-matter': 0,
  'date-line': 0,
  title: 1,
  statement: 2,
  document: 3,
};
const coarseness: readonly DatePrecision[] = ['day', 'month', 'half-year', 'year'];

/**
 * The days that a draft is written for according to its text, or null if it names none. Evidence that agrees narrows
 * the days; evidence that excludes all days of weightier evidence is returned as disagreeing. Years of laws, meetings
 * and history are not evidence. UTF-16 offsets of the text; ISO dates.
 */
export function writtenFor(draft: Draft): WrittenFor | null {
  const filled = draft.paragraphs.filter(({ text }) => text.trim() !== '');
  const pieces = piecesOf(filled).sort(byWeight);
  const [first] = pieces;
  if (first === undefined) return null;
  let days: Days = first;
  let { precision } = first;
  const agreeing: Piece[] = [];
  const disagreeing: Piece[] = [];
  for (const piece of pieces) {
    const common = commonDays(days, piece);
    if (common === null) {
      disagreeing.push(piece);
      continue;
    }
    agreeing.push(piece);
    days = common;
    precision = finer(precision, piece.precision);
  }
  const { from, to } = days;
  const day = agreeing.find((piece) => from <= piece.day && piece.day <= to)?.day ?? from;
  return {
    from,
    to,
    precision: isPart(days, precision) ? 'half-year' : precision,
    day,
    evidence: agreeing.map(evidenceOf),
    ...(disagreeing.length === 0 ? {} : { disagreeing: disagreeing.map(evidenceOf) }),
  };
}

function piecesOf(filled: readonly Paragraph[]): Piece[] {
  const { body } = withoutFrontMatter(filled);
  const pieces: Piece[] = standingDates(filled).map(({ kind, published, paragraph, date }) => ({
    ...placed(kind, paragraph, ...inBrackets(paragraph.text, date.start, date.end)),
    from: date.from,
    to: date.to,
    precision: date.precision,
    day: date.from,
    published,
  }));
  const title = titleDate(body);
  // A full date behind a title counts as a date line.
  if (title !== null && !pieces.some(({ start, end }) => meets(title, start, end)))
    pieces.push({ ...placed('title', title.paragraph, title.start, title.end), ...daysOf(title) });
  for (const stated of [summedUpYear(body), statedYear(body)])
    if (stated !== null)
      pieces.push({ ...placed('statement', stated.paragraph, stated.start, stated.end), ...daysOf(stated) });
  return pieces;
}

interface InParagraph {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
}

function meets({ paragraph, start, end }: InParagraph, from: number, to: number): boolean {
  return paragraph.start + start < to && from < paragraph.start + end;
}

/** Includes brackets that contain only the date. */
function inBrackets(line: string, start: number, end: number): [number, number] {
  const open = /[（(][\s　]*$/u.exec(line.slice(0, start));
  const close = /^[\s　]*[）)]/u.exec(line.slice(end));
  return open === null || close === null ? [start, end] : [open.index, end + close[0].length];
}

function placed(kind: DateEvidenceKind, paragraph: Paragraph, start: number, end: number) {
  const text = paragraph.text.slice(start, end);
  return { kind, text, start: paragraph.start + start, end: paragraph.start + end };
}

function daysOf({ from, to, precision, day }: Pick<Piece, 'from' | 'to' | 'precision' | 'day'>) {
  return { from, to, precision, day };
}

function evidenceOf({ start, end, text, kind, from, to }: Piece): DateEvidence {
  return { start, end, text, kind, from, to };
}

function byWeight(a: Piece, b: Piece): number {
  const printed = Number(a.published === true) - Number(b.published === true);
  return rank[a.kind] - rank[b.kind] || printed || (a.to < b.to ? 1 : a.to > b.to ? -1 : a.start - b.start);
}

function finer(a: DatePrecision, b: DatePrecision): DatePrecision {
  return coarseness.indexOf(a) <= coarseness.indexOf(b) ? a : b;
}

/** The rest of a year between two spans that only touch. */
function isPart({ from, to }: Days, precision: DatePrecision): boolean {
  const year = from.slice(0, 4);
  return precision === 'year' && to < `${year}-12-31`;
}
