import type { NumberingStyle } from '../draft/numbering-style.ts';
import type { AsOf, Draft, Edit, IsoDate, Paragraph } from '../draft/types.ts';
import type { Words } from '../language/language.ts';
import type { Hit, Knowledge, Segmenter, Source } from '../phrases/types.ts';
import type { Remembered } from './mentions/remembered.ts';

export type { Segmenter } from '../phrases/types.ts';

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

export interface RuleContext {
  readonly draft: Draft;
  readonly asOf: AsOf;
  /** The day the draft was first written for, where that is more than three months before the day judged on. ISO date. */
  readonly then?: IsoDate;
  /** The day on which the draft is read, ISO date; what it is judged on is `asOf`. */
  readonly today: IsoDate;
  readonly knowledge: Knowledge;
  /** The author's own place (云溪县), when they have said so in the options. */
  readonly place?: string;
  /** The author's own unit (云溪县市场监管局), when they have said so in the options. */
  readonly unit?: string;
  /** Absent until loaded. A rule that needs it calls `wantSegmenter` and reports nothing for that hit. */
  readonly segmenter?: Segmenter;
  readonly wantSegmenter: () => void;
  /** The form of ordinals that the author chose; absent: none. */
  readonly numberingStyle?: NumberingStyle;
  /** All hits of the phrase index in a paragraph, offsets of the paragraph; scanned once for all rules. */
  readonly hits: (paragraph: Paragraph) => readonly Hit[];
  /** What was read of its paragraphs for an earlier question of the same check. */
  readonly remembered: Remembered;
}

export interface RuleExample {
  readonly before: string;
  /** Equal to `before` where only a person can decide. */
  readonly after: string;
  /** The author's own place, for the rule that needs it. */
  readonly place?: string;
  /** ISO date of the draft. */
  readonly date: string;
}

interface RuleBase {
  readonly id: RuleId;
  /** Name on the screen: 过时提法. */
  readonly title: Words;
  /** One sentence: what it looks at. */
  readonly about: Words;
  /** Words that it reports, and what becomes of them. A test holds it to that. */
  readonly example: RuleExample;
  /** What it rests on: a standard with its clauses, the documents of the packs, or habit. */
  readonly basis: Words;
}

/** Looks at one paragraph alone: its findings are cached by the paragraph's text. Offsets are of the paragraph. */
export interface ParagraphRule extends RuleBase {
  readonly scope: 'paragraph';
  check(paragraph: Paragraph, context: RuleContext): RuleFinding[];
}

/** Looks at the whole draft. Offsets are of the draft. */
export interface DraftRule extends RuleBase {
  readonly scope: 'draft';
  check(context: RuleContext): RuleFinding[];
}

export type Rule = ParagraphRule | DraftRule;
