import type { NumberingStyle } from '../draft/numbering-style.ts';
import type { Edit, IsoDate } from '../draft/types.ts';
import type { Words } from '../language/language.ts';
import type { Source } from '../phrases/types.ts';

export const ruleIds = [
  'outdated-reference',
  'standard-phrasing',
  'heading-numbering',
  'announced-count',
  'numbering-reference',
  'numbering-style',
  'draft-date',
  'date-consistency',
  'placeholder',
  'place-consistency',
  'punctuation',
  'numerals',
  'confusable-characters',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** error: certain, safe to fix in bulk. warning: very likely, one click each. hint: style, quiet by default. */
export type Level = 'error' | 'warning' | 'hint';

/** A fix as a rule gives it, in both languages of the screen. */
export interface RuleFix {
  /** What the fix does, as the author reads it: 改为“党的二十大”. */
  readonly label: Words;
  /** Empty when only a person can decide. Sorted, not overlapping, offsets of the whole draft's text. */
  readonly edits: readonly Edit[];
  /** The form of ordinals that this fix sets: once applied, it is the author's choice for all drafts. */
  readonly style?: NumberingStyle;
}

/** A finding as a rule gives it, in both languages of the screen. */
export interface RuleFinding {
  readonly rule: RuleId;
  readonly level: Level;
  readonly start: number;
  readonly end: number;
  /** One polite sentence: what and why. */
  readonly message: Words;
  readonly source?: Source;
  readonly fixes: readonly RuleFix[];
  /** The words of the sentence that decided, as they stand in it. */
  readonly cues?: readonly string[];
  /** The last day on which what it is about was today's, ISO date: it places a draft without a date. */
  readonly until?: IsoDate;
  /** What only the author can answer: on which day an old draft is to be judged. Nothing is amiss otherwise. */
  readonly asks?: 'judged-on';
}

/** A fix in the language of the screen. */
export type Fix = Omit<RuleFix, 'label'> & { readonly label: string };

/** A finding in the language of the screen. */
export type Finding = Omit<RuleFinding, 'message' | 'fixes'> & {
  readonly message: string;
  readonly fixes: readonly Fix[];
};
