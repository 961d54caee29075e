/** What hangs on time in a draft. */
export const mentionKinds = [
  'draft-date',
  'year',
  'relative-year',
  'meeting',
  'meeting-time',
  'plan',
  'campaign',
  'goal',
  'anniversary',
  'epidemic',
  'institution',
  'regulation',
  'formulation',
  'leader-formula',
  'local-meeting',
  'figure',
] as const;
export type MentionKind = (typeof mentionKinds)[number];

/**
 * What a modifier says of its target. `task` presents it as today's; `termination` closes the scope of what stands before;
 * all others clear it.
 */
export const modifierCategories = [
  'task',
  'report',
  'history',
  'quotation',
  'name',
  'comparison',
  'list',
  'termination',
] as const;
export type ModifierCategory = (typeof modifierCategories)[number];

/** A group of modifiers in the sense of ConText (Chapman, Harkema): words that say the same of a target. */
export interface ModifierGroup {
  readonly id: string;
  readonly category: ModifierCategory;
  /** forward: it stands before the target; backward: behind it. */
  readonly direction: 'forward' | 'backward' | 'bidirectional';
  /** How far it reaches: the words beside it, its clause, its sentence, or the rest of its paragraph. */
  readonly scope: 'adjacent' | 'clause' | 'sentence' | 'paragraph';
  /** Where it reaches a target, nothing else is asked: for words after which there is no doubt. */
  readonly decisive?: true;
  /** Only for these kinds of target; absent: all. */
  readonly for?: readonly MentionKind[];
  readonly words: readonly string[];
  /** Pseudo-modifiers: longer wordings that hold such a word and say nothing. */
  readonly pseudo: readonly string[];
  /** It says something only where one of these groups reaches the target too. */
  readonly needs?: readonly string[];
  /** It says nothing where one of these groups reaches the target too. */
  readonly unless?: readonly string[];
  /**
   * Its own sentences, the target in ⟦⟧, judged on the day that the pack names; at least one changes its verdict without
   * the group. Compiled knowledge has none of them.
   */
  readonly alarm: readonly string[];
  readonly silent: readonly string[];
}

/** How much a feature of a mention's context counts: above 0 for today's, below for what clears it. */
export interface ContextWeight {
  readonly feature: string;
  readonly weight: number;
}
