import type { FoundChange } from '../checking/found.ts';
import type { IgnoredFinding } from '../checking/ignored.ts';
import type { Strictness } from '../checking/strictness.ts';
import type { AsOf, Span } from '../draft/types.ts';
import type { AlsoRead } from '../fields/types.ts';
import type { Language } from '../language/language.ts';
import type { Topic } from '../phrases/topics.ts';
import type { Finding, RuleId } from '../rules/types.ts';
import type { KeyHintReply } from './commands.ts';

export type { RepairChange, RepairReply } from './numbering-messages.ts';
export type { Fault } from './reply.ts';

export interface CheckReply {
  readonly findings: readonly Finding[];
  readonly asOf: AsOf;
  /** Number of findings the author has ignored in this draft. */
  readonly ignored: number;
  readonly trueUntil: string;
  /** The language of the screen. */
  readonly language: Language;
  readonly strictness: Strictness;
  /** How many more findings today would give, where that is asked; absent until it is counted. */
  readonly onToday?: number;
}

/**
 * What a check came to; at stage `early`, with the paragraphs that are undecided. `isPartial`: rules that read the whole
 * draft are undecided, too.
 */
export type Checked = Omit<CheckReply, 'findings' | 'onToday'> & {
  /** Names the text of this check, for the next request. */
  readonly revision: string;
  /** Changes what was found in the text that the request named; in a text that was sent whole, what is found. */
  readonly found: FoundChange;
} & (
    | { readonly stage: 'decided' }
    | { readonly stage: 'early'; readonly undecided: readonly Span[]; readonly isPartial?: true }
  );

/** The worker does not know the revision that the request names: it was stopped, or another request came first. */
export interface TextWanted {
  readonly stage: 'text-wanted';
}
export type CheckAnswer = Checked | TextWanted;

/** What the author has ignored: in this draft, and in every one. */
export interface IgnoredReply {
  readonly draft: readonly IgnoredFinding[];
  readonly always: readonly IgnoredFinding[];
}

export interface RestoreReply {
  /** What is taken over, in words: 12 条我的提法. */
  readonly parts: readonly string[];
  /** What could not be taken, and why: one sentence each. */
  readonly refused: readonly string[];
}

export interface StatusReply {
  readonly version: string;
  readonly trueUntil: string;
  readonly entries: number;
  /** What phrases are filed under, for `topic` of a search; the largest first. */
  readonly topics: readonly Topic[];
  readonly rules: readonly {
    readonly id: RuleId;
    readonly title: string;
    readonly about: string;
    /** Words that it reports and what becomes of them; the same where only a person can decide. */
    readonly example: { readonly before: string; readonly after: string };
    readonly basis: string;
    readonly on: boolean;
  }[];
  /** The author's own place, '' when not set. */
  readonly place: string;
  /** The author's own unit, '' when not set. */
  readonly unit: string;
  readonly language: Language;
  readonly strictness: Strictness;
  /** True if two slashes in an editor search for phrases there. */
  readonly slashSearch: boolean;
  /** Faults of the packs, one sentence each in the language of the screen. */
  readonly problems: readonly string[];
  /** Where the index came from: the cache, the build's file, or a rebuild. */
  readonly indexFrom: 'cache' | 'build' | 'rebuilt';
}

/** How many more findings today would give; null where the text is too long to be checked. */
export interface DayCountReply {
  readonly count: number | null;
}

/** What the script of a frame has to know of its tab. */
export interface FrameStart {
  /** The line that tells a newcomer the shortcuts. */
  readonly keyHint: KeyHintReply;
  /** True while nothing is to be marked in the tab. */
  readonly hidden: boolean;
  readonly alsoRead: AlsoRead;
  /** The language of the screen. */
  readonly language: Language;
}
