import type { Finding, Fix } from '../../lib/rules/types.ts';

/**
 * The findings of a new reply, with the same objects as in `before` for equal ones, so that an open card keeps its
 * finding. Both lists are sorted and of one text.
 */
export function sameAsBefore(findings: readonly Finding[], before: readonly Finding[]): Finding[] {
  const byStart = new Map(before.map((finding) => [finding.start, finding]));
  return findings.map((finding) => {
    const former = byStart.get(finding.start);
    return former !== undefined && former.end === finding.end && saysTheSame(former, finding)
      ? former
      : finding;
  });
}

/** Compares field by field: serialising would be too slow for each key. */
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
