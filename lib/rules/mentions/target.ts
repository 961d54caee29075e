import type { IsoDate, Span } from '../../draft/types.ts';
import type { Words } from '../../language/language.ts';
import type { MentionKind, Source } from '../../phrases/types.ts';
import type { Level } from '../finding.ts';

/** change: wrong on that day; check: probably wrong, or only the author can know; keep: right. */
export type Verdict = 'change' | 'check' | 'keep';

/** A time-bound mention, before its sentence is judged. Offsets of the paragraph. */
export interface Target extends Span {
  readonly kind: MentionKind;
  /** Its role within its kind: 'deadline' of a year. */
  readonly role?: string | undefined;
  /** First and last day of its time (ISO dates); null if unknown. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** True if it is over, superseded or wrong on the day judged on: then its presentation decides. */
  readonly over: boolean;
  /** The verdict by arithmetic, whatever the sentence says. */
  readonly decided?: Verdict;
  /** The level if it is presented as current. */
  readonly level: Level;
  /** It is over because the draft is old: on the draft's own day it lasted. */
  readonly byDraft?: true;
  /**
   * True if the sentence may be true of it alone: then the level is a warning and the fix is never applied in bulk.
   * Called only for reported targets.
   */
  readonly mayBeSaidOfItAlone?: boolean;
  /** One sentence: why it is outdated. Called only for reported targets. */
  readonly message: () => Words;
  readonly source?: Source;
  /** Its replacement; null if only the author can decide. */
  readonly replacement: string | null;
  /** True if the wording itself presents it as current. */
  readonly presumed?: boolean;
  /** Its characters may belong to neighbouring words: only whole words count. */
  readonly needsSegmenter?: boolean;
}

/** A mention that is listed and never marked, whatever the author's facts. */
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
export function listed(mention: Listed): Target {
  // Written out: with object spread, copying thousands of targets took longer than finding them.
  return {
    start: mention.start,
    end: mention.end,
    kind: mention.kind,
    role: mention.role,
    from: mention.from ?? null,
    to: mention.to ?? null,
    over: false,
    decided: mention.decided,
    level: 'hint',
    message: noMessage,
    replacement: null,
  };
}

/** Something that an old draft's age dates: it lasted on the draft's own day and is over now. */
export interface DatedByDraft extends Span {
  readonly kind: MentionKind;
  readonly role: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly presumed?: boolean;
  readonly message: () => Words;
}

/** A target that is over because its draft is old. Only the author knows its replacement. */
export function datedByDraft(mention: DatedByDraft): Target {
  const { start, end, kind, role, from, to, presumed = false, message } = mention;
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
