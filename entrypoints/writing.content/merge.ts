import type { Finding, Fix } from '../../lib/rules/types.ts';

/**
 * Findings of a new reply. Those that equal one of `before` are that same object, so that an open card still belongs to
 * its finding. Both lists are of one text, in order of place.
 */
export function sameAsBefore(findings: readonly Finding[], before: readonly Finding[]): Finding[] {
  const byStart = new Map(before.map((finding) => [finding.start, finding]));
  return findings.map((finding) => {
    const known = byStart.get(finding.start);
    return known !== undefined && known.end === finding.end && saysTheSame(known, finding) ? known : finding;
  });
}

/** Compares field by field: serialising them would be too slow for each key. */
function saysTheSame(one: Finding, other: Finding): boolean {
  return (
    one.rule === other.rule &&
    one.level === other.level &&
    one.message === other.message &&
    one.source?.title === other.source?.title &&
    one.cues?.join() === other.cues?.join() &&
    one.fixes.length === other.fixes.length &&
    one.fixes.every((fix, i) => isSameFix(fix, other.fixes[i]))
  );
}

function isSameFix(one: Fix, other: Fix | undefined): boolean {
  return (
    one.label === other?.label &&
    one.style?.arabic === other.style?.arabic &&
    one.style?.ordinal === other.style?.ordinal &&
    one.edits.length === other.edits.length &&
    one.edits.every(({ start, end, text }, i) => {
      const edit = other.edits[i];
      return start === edit?.start && end === edit.end && text === edit.text;
    })
  );
}
