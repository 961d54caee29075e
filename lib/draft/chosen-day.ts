import { isOldOn } from './date.ts';
import type { AsOf, IsoDate } from './types.ts';

/** The day that an author chose for a draft; `oldDay` is the day that an old draft is written for. */
export interface ChosenDay {
  readonly date: IsoDate;
  readonly oldDay?: IsoDate;
}

/** What to store when a day (ISO date) is chosen for a draft, while its text still tells its own day. */
export function chosenDay({ writtenFor }: Pick<AsOf, 'writtenFor'>, date: IsoDate): ChosenDay {
  return writtenFor !== undefined && isOldOn(writtenFor, date) ? { date, oldDay: writtenFor.day } : { date };
}
