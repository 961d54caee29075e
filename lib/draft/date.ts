import { addMonths } from './dates.ts';
import type { AsOf, Draft, IsoDate, WrittenFor } from './types.ts';
import { writtenFor } from './written-for.ts';

/** A draft is old when its days ended more than so many months ago. */
const recent = 3;

/**
 * The day on which a draft is judged: the author's choice; else the day that the draft is written for, old or not
 * (today if today is among its days); else today. All are ISO dates.
 */
export function resolveAsOf(draft: Draft, chosen: IsoDate | undefined, today: IsoDate): AsOf {
  const ownDays = writtenFor(draft);
  if (ownDays === null)
    return { date: chosen ?? today, from: chosen === undefined ? 'today' : 'option', old: false };
  const old = isOldOn(ownDays, today);
  if (chosen !== undefined) return { date: chosen, from: 'option', writtenFor: ownDays, old };
  const [evidence] = ownDays.evidence;
  return {
    date: isWithin(today, ownDays) ? today : ownDays.day,
    from: 'draft',
    ...(evidence === undefined
      ? {}
      : { evidence: { start: evidence.start, end: evidence.end, text: evidence.text } }),
    writtenFor: ownDays,
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
