import type { NumberingStyle } from '../draft/numbering-style.ts';
import type { AsOf, Draft, IsoDate } from '../draft/types.ts';
import type { Words } from '../language/language.ts';
import type { Knowledge } from '../phrases/types.ts';
import type { RuleFinding, RuleId } from './finding.ts';
import type { RuleParagraph } from './paragraph.ts';
import type { ParagraphContext } from './paragraph-context.ts';

export type { Segmenter } from '../phrases/types.ts';
export type { Finding, Fix, Level, RuleFinding, RuleFix, RuleId } from './finding.ts';
export { ruleIds } from './finding.ts';
export type { RuleParagraph } from './paragraph.ts';
export type { ParagraphContext } from './paragraph-context.ts';

/** All that a rule on the whole draft gets. */
export interface DraftContext {
  readonly draft: Draft;
  readonly asOf: AsOf;
  /** The day on which the draft is read, ISO date; what it is judged on is `asOf`. */
  readonly today: IsoDate;
  readonly knowledge: Knowledge;
  /** The form of ordinals that the author chose; absent: none. */
  readonly numberingStyle?: NumberingStyle;
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

/** Looks at one paragraph alone: its findings are remembered by what it is handed. Offsets are of the paragraph. */
export interface ParagraphRule extends RuleBase {
  readonly scope: 'paragraph';
  check(paragraph: RuleParagraph, context: ParagraphContext): RuleFinding[];
}

/** Looks at the whole draft. Offsets are of the draft. */
export interface DraftRule extends RuleBase {
  readonly scope: 'draft';
  check(context: DraftContext): RuleFinding[];
}

export type Rule = ParagraphRule | DraftRule;
