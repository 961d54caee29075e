import type { Level } from '../rules/types.ts';

/**
 * What is marked in the page: quiet, what is certain; normal, also what is very likely; strict, also style
 * hints.
 */
export const strictnesses = ['quiet', 'normal', 'strict'] as const;
export type Strictness = (typeof strictnesses)[number];

const levels: Readonly<Record<Strictness, ReadonlySet<Level>>> = {
  quiet: new Set(['error']),
  normal: new Set(['error', 'warning']),
  strict: new Set(['error', 'warning', 'hint']),
};

/** The levels that are marked in the page. */
export function levelsMarked(strictness: Strictness): ReadonlySet<Level> {
  return levels[strictness];
}
