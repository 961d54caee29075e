import { overlaps } from '../../draft/overlaps.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import { inMarks } from '../quoted-words.ts';
import type { RuleFinding } from '../types.ts';
import type { BareText } from './bare-text.ts';
import type { Begun, Lacking } from './begun.ts';
import { isInForce } from './standing-wordings.ts';

/** One may violate only some of the rules: 违反政治纪律、组织纪律、廉洁纪律、工作纪律和生活纪律. */
const breached = /(?:违反|违背|触犯)了?(?:党的)?[“‘《（]*$/u;

/**
 * Official lists that lack one inner member, with all others in order from the first to the last: naming both implies
 * the whole. A list that continues behind its last member, or ends in 等, need not be complete. Offsets of the
 * paragraph.
 * @param lists the incomplete lists in the paragraph
 */
export function leftOutFindings(
  text: string,
  bare: BareText,
  lists: readonly Begun<Lacking>[],
  date: IsoDate,
): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const { at, begun } of lists) {
    if (!isInForce(begun.wording, date)) continue;
    const finding = findingOf(text, bare, at, begun);
    if (finding !== null && !findings.some((other) => overlaps(finding, other))) findings.push(finding);
  }
  return findings;
}

function findingOf(text: string, { places }: BareText, at: number, lacking: Lacking): RuleFinding | null {
  const start = places[at] ?? 0;
  const end = (places[at + lacking.text.length - 1] ?? 0) + 1;
  if (/^[”’》）]?(?:等|[、和与及]|以及)/u.test(text.slice(end))) return null;
  if (/[、和与及]$/u.test(text.slice(0, start).replace(/[“‘《（]+$/u, ''))) return null;
  if (breached.test(text.slice(Math.max(0, start - 8), start))) return null;
  const { members, text: right, source, entry } = lacking.wording;
  const written = text.slice(start, end);
  const marks = new Set(written.match(/[、，；]/gu) ?? []);
  if (marks.size !== 1) return null;
  const [mark = '、'] = marks;
  const name = entry?.name ?? right;
  const whole = members.join(mark);
  return {
    rule: 'standard-phrasing',
    level: 'warning',
    start,
    end,
    message: bilingual(
      `${inMarks(name)}此处少了“${lacking.member}”。`,
      `${inMarks(name)} lacks “${lacking.member}” here.`,
    ),
    source,
    fixes: [{ label: bilingual('补全各项', 'Complete the list'), edits: [{ start, end, text: whole }] }],
  };
}
