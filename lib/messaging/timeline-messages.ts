import type { YearShift } from '../checking/year-shift.ts';
import type { AsOf } from '../draft/types.ts';
import type { TimeMention } from '../rules/mentions/time-mention.ts';

/** A time-bound mention as surfaces show it. UTF-16 offsets of the text. */
export interface ListedMention
  extends Pick<TimeMention, 'start' | 'end' | 'kind' | 'from' | 'to' | 'verdict' | 'successor'> {
  /** One sentence in the language of the screen. */
  readonly reason: string;
  /** True if the author has looked at it and keeps it, here or in every place. */
  readonly kept: boolean;
}

/** All time-bound mentions of a draft in text order, for the day on which it is judged. */
export interface TimelineReply {
  readonly asOf: AsOf;
  readonly mentions: readonly ListedMention[];
  /** Which years may be shifted together; null if there is nothing to shift. */
  readonly shift: YearShift | null;
}
