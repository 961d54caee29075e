import type { Span } from '../draft/types.ts';
import type { Language } from '../language/language.ts';
import type { Finding, RuleFinding } from '../rules/types.ts';

/** A finding with its place in the text (UTF-16 units). */
export interface PlacedFinding extends Span, Pick<RuleFinding, 'rule' | 'level'> {
  /** With offsets of its paragraph, or of the text if it is about the whole draft. */
  readonly finding: RuleFinding;
  /** Index of its paragraph; null if it is about the whole draft. */
  readonly paragraph: number | null;
}

/** Places a finding; `by` is the start of its paragraph in the text. */
export function placedAt(finding: RuleFinding, paragraph: number | null, by: number): PlacedFinding {
  const { rule, level, start, end } = finding;
  return { rule, level, start: start + by, end: end + by, finding, paragraph };
}

/** The finding of a rule in one language. */
export function inLanguage(finding: RuleFinding, language: Language): Finding {
  return {
    ...finding,
    message: finding.message[language],
    fixes: finding.fixes.map((fix) => ({ ...fix, label: fix.label[language] })),
  };
}

/** True for an error or a warning. */
export function isLoud({ level }: Finding): boolean {
  return level !== 'hint';
}

/** Identifies the same finding on two days, whatever its message. */
export function placeOf({ rule, start, end }: Finding): string {
  return `${rule}/${start}/${end}`;
}
