import { conflicts } from '../draft/overlaps.ts';
import type { Edit } from '../draft/types.ts';
import type { Say } from '../language/language.ts';
import type { Finding, RuleId } from '../rules/types.ts';
import { type ReasonedEdit, reasonOf } from './reasons.ts';

/** An edit that is made together with others, with the message of its finding. */
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
  const certain = findings.filter(({ level }) => level === 'error');
  return inOrder(firstFixes(certain, say, taken));
}

/** Rules whose warnings depend on what the author means: each of them is changed by itself. */
const oneByOne: ReadonlySet<RuleId> = new Set(['outdated-reference', 'draft-date']);

/**
 * What can be changed together of findings of one kind, after a preview: the first fix of each, as certainEdits makes
 * them. Empty where it would change fewer than two of the findings.
 */
export function editsOfKind(findings: readonly Finding[], say: Say): CertainEdit[] {
  const offered = findings.filter(({ rule, level }) => level === 'error' || !oneByOne.has(rule));
  const fixes = firstFixes(offered, say, []);
  return fixes.length < 2 ? [] : inOrder(fixes);
}

/** The edits of each first fix, of those findings that have one that meets no other. */
function firstFixes(
  findings: readonly Finding[],
  say: Say,
  taken: readonly ReasonedEdit[],
): (readonly CertainEdit[])[] {
  const others: Edit[] = [...taken];
  return findings.flatMap((finding) => {
    const [fix] = finding.fixes;
    if (fix === undefined || fix.edits.length === 0 || fix.style !== undefined) return [];
    const free = fix.edits.every((edit) => others.every((other) => !conflicts(edit, other)));
    if (!free) return [];
    const why = { reason: reasonOf(finding, say), message: finding.message };
    const edits = fix.edits.map(({ start, end, text }) => ({ start, end, text, ...why }));
    others.push(...edits);
    return [edits];
  });
}

function inOrder(fixes: readonly (readonly CertainEdit[])[]): CertainEdit[] {
  return fixes.flat().sort((a, b) => a.start - b.start);
}
