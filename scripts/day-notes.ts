import { distanceInWords, writtenForInWords } from '../lib/draft/date-words.ts';
import type { AsOf, IsoDate } from '../lib/draft/types.ts';
import { disagreement } from '../lib/rules/draft-date/question.ts';

/** The days of a report. */
export interface Days {
  readonly asOf: AsOf;
  /** How many more findings a check as of today would give; null if the draft is not old. */
  readonly onToday: number | null;
  /** The last day for which the packs are valid, ISO date. */
  readonly trueUntil: IsoDate;
}

/**
 * Notes about the day judged on: that the draft is old and judged on its own day, and that it names disagreeing days.
 * At most one sentence. Takes today, ISO date.
 */
export function dayNotes({ asOf, onToday }: Days, today: IsoDate): string[] {
  const { writtenFor: own, from, old } = asOf;
  if (own === undefined || from === 'option') return [];
  const written = writtenForInWords(own).zh;
  const other = disagreement(own).zh;
  if (!old) return other === '' ? [] : [`稿中日期是${written}。${other}`];
  const ago = distanceInWords(own, today).zh;
  const more =
    onToday === null || onToday === 0
      ? `按今天（${today}）核对没有别的提示。`
      : `按今天（${today}）核对另有${onToday}处：加 --date ${today}。`;
  return [`稿中日期是${written}，距今${ago}；现按当时核对。${other}${more}`];
}

/** A note that the day judged on is beyond the packs' validity, or nothing. */
export function knowledgeNote({ asOf, trueUntil }: Days): string[] {
  return asOf.date > trueUntil ? [`词库知识截至${trueUntil}，其后的会议和文件未判断。`] : [];
}
