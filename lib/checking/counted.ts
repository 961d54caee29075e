import type { Finding, Level } from '../rules/types.ts';

type Countable = Pick<Finding, 'level' | 'asks'>;

/** How many findings a draft has: the same numbers on the icon, in the card and on every surface. */
export interface Counts {
  readonly levels: Readonly<Record<Level, number>>;
  readonly total: number;
}

/**
 * True for a finding that counts: every one that the side panel lists, of each level, however little is marked in the
 * page. A question to the author about the draft's day is no fault, and does not count.
 */
export function isCounted({ asks }: Pick<Finding, 'asks'>): boolean {
  return asks === undefined;
}

/** Counts the findings of a draft. Those that the author ignores have been left out of `findings`. */
export function countFindings(findings: readonly Countable[]): Counts {
  const counted = findings.filter(isCounted);
  const of = (level: Level) => counted.filter((finding) => finding.level === level).length;
  return {
    levels: { error: of('error'), warning: of('warning'), hint: of('hint') },
    total: counted.length,
  };
}

/**
 * The place of a finding among those of its draft that count, as 3 of 8; null if it does not count. `findings` are in
 * text order, and hold the finding itself.
 */
export function placeAmong<F extends Pick<Finding, 'asks'>>(
  finding: F,
  findings: readonly F[],
): { readonly at: number; readonly of: number } | null {
  const counted = findings.filter(isCounted);
  const at = counted.indexOf(finding);
  return at < 0 ? null : { at: at + 1, of: counted.length };
}
