import type { IsAlike } from '../../phrases/spelling/likeness.ts';
import { byKnowledge } from '../by-knowledge.ts';

/** What is written for what within a set wording. */
export interface Slips {
  /** Whether a character (code unit) is easily written for another. */
  readonly isAlike: IsAlike;
  /** Whether a word is put for another by a closed table: 思想 for 理念. */
  readonly isOtherWord: (written: string, right: string) => boolean;
}

/** The slips that a wording of these packs may have. */
export const slipsOf = byKnowledge(({ spellingTables, spellings }): Slips => {
  const groupsOf = new Map<string, Set<string>>();
  for (const group of spellings.flatMap(({ swaps }) => swaps))
    for (const word of group.split(' ')) groupsOf.set(word, (groupsOf.get(word) ?? new Set()).add(group));
  return {
    isAlike: spellingTables.likeness.isAlikeInPhrase,
    isOtherWord(written, right) {
      const groups = groupsOf.get(written);
      if (groups === undefined || written === right) return false;
      return [...groups].some((group) => groupsOf.get(right)?.has(group) === true);
    },
  };
});
