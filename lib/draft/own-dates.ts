import { datesIn, type WrittenDate } from './dates.ts';
import type { DateEvidence, WrittenFor } from './types.ts';

/** 总结2022年…部署2023年: the years of the draft itself. Of other statements the year may be one of many in the text. */
const sumsUp = /总结|回顾/u;

/** A piece of evidence that stands in the text with dates of its own, and these dates. Offsets of the draft. */
export interface OwnDates {
  readonly piece: DateEvidence;
  readonly dates: readonly WrittenDate[];
}

/**
 * The dates that a draft gives as its own, in front matter, date lines, signatures, titles and in what it sums up and plans,
 * those that disagree among them. What they say is for `draft-date` to judge, and for no other rule.
 */
export function ownWrittenDates({ evidence, disagreeing = [] }: WrittenFor): OwnDates[] {
  return [...evidence, ...disagreeing]
    .filter(({ kind, text }) => kind !== 'document' && (kind !== 'statement' || sumsUp.test(text)))
    .map((piece) => ({
      piece,
      dates: datesIn(piece.text).map((date) => ({
        ...date,
        start: date.start + piece.start,
        end: date.end + piece.start,
      })),
    }));
}
