import type { Finding } from '../rules/types.ts';
import type { IgnoredFinding } from './ignored.ts';

type Marked = Pick<Finding, 'rule' | 'start' | 'end'>;

/** Where a finding is ignored: at this place, in this draft, in every draft. */
export type IgnoreScope = 'here' | 'draft' | 'always';

/** UTF-16 units of context kept on either side of a finding that is ignored in one place. */
const contextLength = 10;

/**
 * How an ignored finding is remembered: by its words, and for “here” also by the words around it, so that it
 * stays ignored when the text changes elsewhere. Offsets are UTF-16 units of `text`.
 */
export function ignoredKey(finding: Marked, text: string, scope: IgnoreScope): IgnoredFinding {
  const words = text.slice(finding.start, finding.end);
  if (scope !== 'here') return { rule: finding.rule, text: words };
  return {
    rule: finding.rule,
    text: words,
    before: text.slice(Math.max(0, finding.start - contextLength), finding.start),
    after: text.slice(finding.end, finding.end + contextLength),
  };
}

/** Splits findings into those to show and the number of ignored ones. Offsets are UTF-16 units of `text`. */
export function withoutIgnored<F extends Marked>(
  findings: readonly F[],
  text: string,
  ignored: readonly IgnoredFinding[],
): { shown: F[]; ignored: number } {
  const shown = findings.filter((finding) => !ignored.some((other) => matches(finding, text, other)));
  return { shown, ignored: findings.length - shown.length };
}

function matches(finding: Marked, text: string, ignored: IgnoredFinding): boolean {
  if (finding.rule !== ignored.rule || text.slice(finding.start, finding.end) !== ignored.text) return false;
  if (ignored.before === undefined && ignored.after === undefined) return true;
  const here = ignoredKey(finding, text, 'here');
  return here.before === ignored.before && here.after === ignored.after;
}
