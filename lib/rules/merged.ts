import type { RuleFinding, RuleId } from './types.ts';

type Weighed = Pick<RuleFinding, 'rule' | 'level' | 'start' | 'end'>;

const weight = { error: 0, warning: 1, hint: 2 } as const;
/** Rules that compute their findings from the calendar alone. */
const reckoning: ReadonlySet<RuleId> = new Set(['date-consistency', 'draft-date']);
/** Rules that judge by likelihood alone. */
const guessing: ReadonlySet<RuleId> = new Set(['unlikely-characters']);

/** Sorts findings by place. Of two that overlap, the graver is kept; if equal, the calendar's, then those that
 * are no guess, then the longer. */
export function merged<F extends Weighed>(findings: readonly F[]): F[] {
  const byGravity = [...findings].sort(
    (a, b) =>
      weight[a.level] - weight[b.level] ||
      Number(reckoning.has(b.rule)) - Number(reckoning.has(a.rule)) ||
      Number(guessing.has(a.rule)) - Number(guessing.has(b.rule)) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  const kept: F[] = [];
  const occupied = new Uint8Array(findings.reduce((last, { end }) => Math.max(last, end), 0));
  for (const finding of byGravity) {
    let free = true;
    for (let at = finding.start; at < finding.end && free; at++) free = occupied[at] === 0;
    if (!free) continue;
    occupied.fill(1, finding.start, finding.end);
    kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}
