import type { IsoDate } from '../draft/types.ts';
import type { Finding, RuleId } from '../rules/types.ts';
import { isLoud, placeOf } from './placed-finding.ts';
import type { CheckOptions, CheckResult, DayCount } from './types.ts';

/** See `Checker.countOn`. */
export function* countOn(
  check: (text: string, options: CheckOptions) => Generator<unknown, CheckResult, void>,
  text: string,
  options: CheckOptions,
  date: IsoDate,
  shown: (findings: readonly Finding[]) => readonly Finding[] = (findings) => findings,
): Generator<unknown, DayCount, void> {
  // Findings on the draft's own date are expected on another day, and would hide findings that overlap them.
  const off = new Set<RuleId>([...(options.off ?? []), 'draft-date']);
  const own = yield* check(text, { ...options, off });
  const other = yield* check(text, { ...options, off, date });
  const known = new Set(own.findings.filter(isLoud).map(placeOf));
  const added = shown(other.findings).filter((finding) => isLoud(finding) && !known.has(placeOf(finding)));
  return { count: added.length, wantsSegmenter: own.wantsSegmenter || other.wantsSegmenter };
}
