import type { NumberingStyle } from '../draft/ordinal-style.ts';
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
  /** The day on which the draft is read, ISO date; it is judged on `asOf`. */
  readonly today: IsoDate;
  readonly knowledge: Knowledge;
  /** The author's place (云溪县) and unit (云溪县市场监管局), if set in the options. */
  readonly place?: string;
  readonly unit?: string;
  /** The form of ordinals that the author chose; absent if none. */
  readonly numberingStyle?: NumberingStyle;
}

export interface RuleExample {
  readonly before: string;
  /** Equal to `before` if only the author can decide. */
  readonly after: string;
  /** The author's place, for the rule that needs it. */
  readonly place?: string;
  /** ISO date of the draft. */
  readonly date: string;
}

interface RuleBase {
  readonly id: RuleId;
  /** Its name on the screen: 过时提法. */
  readonly title: Words;
  /** One sentence: what it checks. */
  readonly about: Words;
  /** Words that it reports, and their replacement. A test runs it. */
  readonly example: RuleExample;
  /** Its basis: a standard with its clauses, the documents of the packs, or habit. */
  readonly basis: Words;
}

/** A rule on single paragraphs: its findings are cached by what it gets. Offsets of the paragraph. */
export interface ParagraphRule extends RuleBase {
  readonly scope: 'paragraph';
  check(paragraph: RuleParagraph, context: ParagraphContext): RuleFinding[];
}

/** A rule on the whole draft. Offsets of the draft. */
export interface DraftRule extends RuleBase {
  readonly scope: 'draft';
  check(context: DraftContext): RuleFinding[];
}

export type Rule = ParagraphRule | DraftRule;
