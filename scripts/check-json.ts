import type { AsOf, DateEvidence } from '../lib/draft/types.ts';
import type { Report } from './check-report.ts';

/**
 * A report as `--json` and `--batch` print it: a stable format for other programs. UTF-16 offsets of the text, ISO
 * dates.
 */
export function jsonOf(report: Report, text: string) {
  const { id, file, asOf, onToday, trueUntil, findings } = report;
  return {
    ...(file === undefined ? { id } : { file }),
    asOf: { date: asOf.date, from: asOf.from },
    writtenFor: writtenForJson(asOf),
    judgedOn: asOf.date,
    onToday,
    trueUntil,
    findings: findings.map(({ rule, level, start, end, message, source, fixes }) => ({
      rule,
      level,
      start,
      end,
      text: text.slice(start, end),
      message,
      source: source ?? null,
      fixes: fixes.map(({ label, edits }) => ({
        label,
        edits: edits.map((edit) => ({ start: edit.start, end: edit.end, text: edit.text })),
      })),
    })),
  };
}

/** The days that a draft is written for; null if it names none. */
export function writtenForJson({ writtenFor }: AsOf) {
  if (writtenFor === undefined) return null;
  const { from, to, precision, evidence, disagreeing = [] } = writtenFor;
  return {
    from,
    to,
    precision,
    evidence: evidence.map(evidenceOf),
    disagreeing: disagreeing.map(evidenceOf),
  };
}

function evidenceOf({ start, end, text, kind }: DateEvidence) {
  return { start, end, text, kind };
}
