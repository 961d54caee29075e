import type { NumberingStyle } from '../draft/ordinal-style.ts';
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
  'unlikely-characters',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** error: certain, safe to fix in bulk. warning: very likely, one click each. hint: style, quiet by default. */
export type Level = 'error' | 'warning' | 'hint';

/** A fix in both languages of the screen. */
export interface RuleFix {
  /** What the fix does, as shown to the author: 改为“党的二十大”. */
  readonly label: Words;
  /** Empty if only the author can decide. Sorted, not overlapping; offsets of the paragraph, or of the draft for a rule of the draft. */
  readonly edits: readonly Edit[];
  /** The form of ordinals that this fix sets; once applied, it is the author's choice for all drafts. */
  readonly style?: NumberingStyle;
}

/** A finding in both languages of the screen. */
export interface RuleFinding {
  readonly rule: RuleId;
  readonly level: Level;
  readonly start: number;
  readonly end: number;
  /** One polite sentence: what is wrong and why. */
  readonly message: Words;
  readonly source?: Source;
  readonly fixes: readonly RuleFix[];
  /** The words of the sentence that decided, as written. */
  readonly cues?: readonly string[];
  /** The last day on which the target was current (ISO date): it helps to date a draft without a date. */
  readonly until?: IsoDate;
  /** A question that only the author can answer: on which day to judge an old draft. It is no fault. */
  readonly asks?: 'judged-on';
}

/** A fix in the language of the screen. */
export type Fix = Omit<RuleFix, 'label'> & { readonly label: string };

/** A finding in the language of the screen. */
export type Finding = Omit<RuleFinding, 'message' | 'fixes'> & {
  readonly message: string;
  readonly fixes: readonly Fix[];
};
