import { isOldOn } from './date.ts';
import type { AsOf, IsoDate } from './types.ts';

/** The day on which an author has a draft judged; `oldDay` where it is of an older time: the day that its words tell of. */
export interface ChosenDay {
  readonly date: IsoDate;
  readonly oldDay?: IsoDate;
}

/** What is to be remembered of a draft that is to be judged on a day (ISO date), while its words still tell of its own. */
export function chosenDay({ writtenFor }: Pick<AsOf, 'writtenFor'>, date: IsoDate): ChosenDay {
  return writtenFor !== undefined && isOldOn(writtenFor, date) ? { date, oldDay: writtenFor.day } : { date };
}
