import type { IsoDate, Span } from '../../draft/types.ts';
import type { Words } from '../../language/language.ts';
import type { MentionKind, Source } from '../../phrases/types.ts';
import type { Level } from '../finding.ts';

/** change: it is not right on that day; check: probably not, or only the author can know; keep: right as it stands. */
export type Verdict = 'change' | 'check' | 'keep';

/** Something of a paragraph that hangs on time, before its sentence is asked how it presents it. Offsets of the paragraph. */
export interface Target extends Span {
  readonly kind: MentionKind;
  /** What is peculiar to it within its kind: 'deadline' of a year. */
  readonly role?: string | undefined;
  /** First and last day of the time it belongs to (ISO dates); null where nobody can say. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** True when it is over, superseded or wrong on the day judged on: then its presentation decides. */
  readonly over: boolean;
  /** The verdict that arithmetic gives whatever the sentence says. */
  readonly decided?: Verdict;
  /** Level where it is presented as today's. */
  readonly level: Level;
  /** It is over by the age of an old draft alone: on the draft's own day it lasted. */
  readonly byDraft?: true;
  /** What is said of it may be true of it alone: then the level is a warning and the fix never in bulk. Asked of what is reported. */
  readonly mayBeSaidOfItAlone?: boolean;
  /** One sentence: why it is out of date. Put into words only for what is reported. */
  readonly message: () => Words;
  readonly source?: Source;
  /** What to put in its place, or null when only a person can decide. */
  readonly replacement: string | null;
  /** The wording itself presents the thing as today's. */
  readonly presumed?: boolean;
  /** Ambiguous with its neighbours: only whole words count. */
  readonly needsSegmenter?: boolean;
}

/** What never changes with the author's facts: listed, and never marked. */
export interface Listed extends Span {
  readonly kind: MentionKind;
  readonly from?: IsoDate | null;
  readonly to?: IsoDate | null;
  readonly decided: Verdict;
  readonly role?: string;
}

const nothing: Words = { zh: '', en: '' };
const noMessage = () => nothing;

/** A target that is listed with a verdict and never marked in the page. */
export function listed(one: Listed): Target {
  // Written out: copied by a spread, thousands of targets a draft took longer than what finds them.
  return {
    start: one.start,
    end: one.end,
    kind: one.kind,
    role: one.role,
    from: one.from ?? null,
    to: one.to ?? null,
    over: false,
    decided: one.decided,
    level: 'hint',
    message: noMessage,
    replacement: null,
  };
}

/** What only the age of an old draft dates: it lasted on the draft's own day and is over by now. */
export interface DatedByDraft extends Span {
  readonly kind: MentionKind;
  readonly role: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly presumed?: boolean;
  readonly message: () => Words;
}

/** A target that is over because its draft is old. Nobody but the author knows what stands in its place. */
export function datedByDraft(one: DatedByDraft): Target {
  const { start, end, kind, role, from, to, presumed = false, message } = one;
  return {
    start,
    end,
    kind,
    role,
    from,
    to,
    presumed,
    over: true,
    byDraft: true,
    level: 'warning',
    message,
    replacement: null,
  };
}
