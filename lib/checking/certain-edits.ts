import { overlaps } from '../draft/overlaps.ts';
import type { Edit } from '../draft/types.ts';
import type { Say } from '../language/language.ts';
import type { Finding } from '../rules/types.ts';
import { type ReasonedEdit, reasonOf } from './reasons.ts';

/** An edit that may be made without asking, with the message of its finding. */
export interface CertainEdit extends ReasonedEdit {
  readonly message: string;
}

/**
 * What can be put right without asking at each place: the first fix of every finding at error level, as far as its
 * edits meet no other, nor any of `taken`. A fix that sets the author's form of numbers is theirs to choose. In order of
 * place; UTF-16 offsets of the text that the findings are of. `say` puts reasons into the language of the findings.
 */
export function certainEdits(
  findings: readonly Finding[],
  say: Say,
  taken: readonly ReasonedEdit[] = [],
): CertainEdit[] {
  const made: CertainEdit[] = [];
  const others: Edit[] = [...taken];
  for (const finding of findings) {
    const [fix] = finding.fixes;
    if (finding.level !== 'error' || fix === undefined || fix.style !== undefined) continue;
    const free = fix.edits.every((edit) => others.every((other) => !meets(edit, other)));
    if (!free) continue;
    const why = { reason: reasonOf(finding, say), message: finding.message };
    const edits = fix.edits.map(({ start, end, text }) => ({ start, end, text, ...why }));
    made.push(...edits);
    others.push(...edits);
  }
  return made.sort((a, b) => a.start - b.start);
}

/** Two insertions at the same place conflict: their order is not certain. */
function meets(a: Edit, b: Edit): boolean {
  return a.start === b.start || overlaps(a, b);
}
