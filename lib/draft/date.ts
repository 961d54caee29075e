import { addMonths } from './dates.ts';
import type { AsOf, Draft, IsoDate, WrittenFor } from './types.ts';
import { writtenFor } from './written-for.ts';

/** A draft whose days ended longer ago than this is an old one. Months. */
const recent = 3;

/**
 * The day on which a draft is judged: the author's choice; else the day it is written for, which is today where today
 * may be that day; else today. An old draft is judged on its own day too, until the author says otherwise, and is told to
 * be old. All are ISO dates.
 */
export function resolveAsOf(draft: Draft, chosen: IsoDate | undefined, today: IsoDate): AsOf {
  const own = writtenFor(draft);
  if (own === null)
    return { date: chosen ?? today, from: chosen === undefined ? 'today' : 'option', old: false };
  const old = isOldOn(own, today);
  if (chosen !== undefined) return { date: chosen, from: 'option', writtenFor: own, old };
  const [evidence] = own.evidence;
  return {
    date: isWithin(today, own) ? today : own.day,
    from: 'draft',
    ...(evidence === undefined
      ? {}
      : { evidence: { start: evidence.start, end: evidence.end, text: evidence.text } }),
    writtenFor: own,
    old,
  };
}

/** Whether a draft's days had ended more than three months before an ISO date. */
export function isOldOn({ to }: Pick<WrittenFor, 'to'>, date: IsoDate): boolean {
  return addMonths(to, recent) < date;
}

/** Whether an ISO date is one of the days that a draft is about. */
export function isWithin(date: IsoDate, { from, to }: Pick<WrittenFor, 'from' | 'to'>): boolean {
  return from <= date && date <= to;
}
