import { agelessKinds, versionOf } from '../compile.ts';
import type { Pack } from '../pack.ts';

/** The author's and the organisation's packs, in order of precedence. */
export interface ExtraPacks {
  /** Changes with any of their items; '' if there are none. */
  readonly version: string;
  readonly packs: readonly Pack[];
}

export const noExtraPacks: ExtraPacks = { version: '', packs: [] };

/** Takes packs in order of precedence, the author's own first. */
export function extraPacks(packs: readonly Pack[]): ExtraPacks {
  const filled = packs.filter(({ items }) => items.length > 0);
  return filled.length === 0 ? noExtraPacks : { version: versionOf(filled), packs: filled };
}

/**
 * All packs in the order of compilation: extra ones first, so that their entries replace built-in ones of the same
 * id. The day up to which the whole is true is that of the built-in packs, which follow the country's meetings and
 * plans.
 */
export function besideBuiltIn(extra: ExtraPacks, builtIn: readonly Pack[]): Pack[] {
  const trueUntil = builtIn
    .filter(({ kind }) => !agelessKinds.has(kind))
    .map((pack) => pack.trueUntil)
    .sort()[0];
  const same = extra.packs.map((pack) => (trueUntil === undefined ? pack : { ...pack, trueUntil }));
  return [...same, ...builtIn];
}
