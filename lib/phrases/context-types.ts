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
