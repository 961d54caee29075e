import { datesIn, type WrittenDate } from './dates.ts';
import type { DateEvidence, WrittenFor } from './types.ts';

/** 总结2022年…部署2023年 names the draft's own years; in other statements the year may be any of the text. */
const sumsUp = /总结|回顾/u;

/** A piece of evidence in the text, and the dates in it. Offsets of the draft. */
export interface OwnDates {
  readonly piece: DateEvidence;
  readonly dates: readonly WrittenDate[];
}

/**
 * The dates that a draft gives as its own, in front matter, date lines, signatures, titles and in what it sums up and
 * plans, including those that disagree. Only the rule `draft-date` judges them.
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
