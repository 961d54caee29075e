/** Kinds of mentions whose truth depends on the date. */
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
 * The meaning of a modifier. `task` presents its target as current; `termination` ends the scope of the modifiers
 * before it; all others clear the target.
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
