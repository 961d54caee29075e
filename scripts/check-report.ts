import { certainEdits } from '../lib/checking/certain-edits.ts';
import { type ReasonedEdit, reasonOfRepair } from '../lib/checking/reasons.ts';
import { planRepair } from '../lib/draft/repair.ts';
import { seenOutline } from '../lib/draft/seen-outline.ts';
import type { NumberedItem } from '../lib/draft/types.ts';
import { sayIn } from '../lib/language/language.ts';
import type { Finding } from '../lib/rules/types.ts';
import { type Days, dayNotes, knowledgeNote } from './day-notes.ts';

/** The checker's result for one text. */
export interface Report extends Days {
  readonly id?: string | number;
  readonly file?: string;
  readonly findings: readonly Finding[];
}

const levelName = { error: '错', warning: '疑', hint: '提示' } as const;
const fromName = { option: '指定', draft: '据文稿', today: '今天' } as const;

/** The report in text form, one finding per line with line and column. Takes today, ISO date. */
export function formatReport(report: Report, text: string, today: string): string {
  const lines = [
    `${report.file ?? report.id}　按 ${report.asOf.date}（${fromName[report.asOf.from]}）检查，${report.findings.length} 处`,
    ...dayNotes(report, today).map((note) => `  ${note}`),
  ];
  for (const finding of report.findings) {
    const before = text.slice(0, finding.start).split('\n');
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    const words = text.slice(finding.start, finding.end).replaceAll('\n', '⏎');
    const fixes = finding.fixes.map((fix) => fix.label).join('；');
    lines.push(
      `  ${place}　[${levelName[finding.level]}] ${finding.rule}　“${words}”　${finding.message}${fixes === '' ? '' : `　→ ${fixes}`}`,
    );
  }
  lines.push(...knowledgeNote(report).map((note) => `  ${note}`));
  return `${lines.join('\n')}\n`;
}

/**
 * The edits of `--fix`: `numbering` repairs the numbering of the whole draft; `safe` applies the first fix of every
 * finding at error level; `numbered` are the numbers that Word computes. Sorted, not overlapping.
 */
export function fixesFor(
  mode: 'numbering' | 'safe',
  text: string,
  findings: readonly Finding[],
  numbered: readonly NumberedItem[] = [],
): ReasonedEdit[] {
  const say = sayIn('zh');
  if (mode === 'safe') {
    // The repair of a list puts its announced number right, too.
    const lists = findings.filter(({ rule }) => rule === 'heading-numbering');
    const repairs = certainEdits(lists, say).map((edit) => ({ ...edit, reason: reasonOfRepair.zh }));
    const others = findings.filter(({ rule }) => rule !== 'heading-numbering');
    return [...repairs, ...certainEdits(others, say, repairs)].sort((a, b) => a.start - b.start);
  }
  const { outline, editInWhole } = seenOutline(text, true, numbered);
  const edits: ReasonedEdit[] = planRepair(outline)
    .map(editInWhole)
    .map(({ start, end, text: put }) => ({ start, end, text: put, reason: reasonOfRepair.zh }));
  return edits.sort((a, b) => a.start - b.start);
}
