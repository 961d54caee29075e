import type { Edit, Span } from '../../lib/draft/types.ts';
import type { Finding } from '../../lib/rules/types.ts';

/**
 * The findings of a text after a change (UTF-16 offsets of the text before). One whose words the change touches is
 * dropped; so is a fix that overlaps the change.
 */
export function shiftFindings(findings: readonly Finding[], change: Edit): Finding[] {
  const by = change.text.length - (change.end - change.start);
  const kept: Finding[] = [];
  for (const finding of findings) {
    if (isBefore(finding, change)) {
      kept.push(finding);
      continue;
    }
    const span = shifted(finding, change, by);
    if (span === null) continue;
    const fixes = finding.fixes.flatMap((fix) => {
      const edits: Edit[] = [];
      for (const edit of fix.edits) {
        const place = shifted(edit, change, by);
        if (place === null) return [];
        edits.push({ ...edit, ...place });
      }
      return [{ ...fix, edits }];
    });
    kept.push({ ...finding, ...span, fixes });
  }
  return kept;
}

/** True if a finding and all its fixes end before a change. */
function isBefore({ end, fixes }: Finding, { start }: Edit): boolean {
  return end <= start && fixes.every(({ edits }) => edits.every((edit) => edit.end <= start));
}

/** The place of a span after a change that makes the text `by` units longer; null if it touches the span. */
export function shifted(span: Span, change: Edit, by: number): Span | null {
  if (span.end <= change.start) return { start: span.start, end: span.end };
  if (span.start >= change.end) return { start: span.start + by, end: span.end + by };
  return null;
}
