import type { Level } from '../rules/types.ts';

/** How much is marked in the page: quiet, what is certain; normal, what is very likely too; strict, style hints too. */
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
