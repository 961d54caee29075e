import type { DateEvidence } from '../lib/draft/types.ts';
import type { Report } from './check-report.ts';

/** A report as `--json` and `--batch` print it: a promise to other programs. UTF-16 offsets of the text, ISO dates. */
export function jsonOf(report: Report, text: string) {
  const { id, file, asOf, onToday, trueUntil, findings } = report;
  const { writtenFor } = asOf;
  return {
    ...(file === undefined ? { id } : { file }),
    asOf: { date: asOf.date, from: asOf.from },
    writtenFor:
      writtenFor === undefined
        ? null
        : {
            from: writtenFor.from,
            to: writtenFor.to,
            precision: writtenFor.precision,
            evidence: writtenFor.evidence.map(evidenceOf),
            disagreeing: (writtenFor.disagreeing ?? []).map(evidenceOf),
          },
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

function evidenceOf({ start, end, text, kind }: DateEvidence) {
  return { start, end, text, kind };
}
