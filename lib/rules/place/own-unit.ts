import { bilingual } from '../../language/language.ts';
import { changeTo, inMarks } from '../quoted-words.ts';
import type { RuleFinding } from '../types.ts';

/** What a unit's speaker calls it, by the end of its name; the longer ends first. */
const selves: readonly (readonly [RegExp, string])[] = [
  [/(?:公司|集团)$/u, '我公司'],
  [/(?:街道|街道办事处|街道办)$/u, '我街道'],
  [/(?:委员会|委)$/u, '我委'],
  [/局$/u, '我局'],
  [/厅$/u, '我厅'],
  [/院$/u, '我院'],
  [/(?:校|大学|中学|小学)$/u, '我校'],
  [/镇$/u, '我镇'],
  [/乡$/u, '我乡'],
];

/** What a unit calls itself, and what must not follow: 我委托, 我局部, 我校对, 我院子, 我镇定, 我乡村. */
const all: readonly (readonly [string, RegExp])[] = [
  ['我公司', /^$/u],
  ['我街道', /^$/u],
  ['我委', /^[托派屈婉身任员以实]/u],
  ['我局', /^[部限促面外中]/u],
  ['我厅', /^堂/u],
  ['我院', /^[子落墙坝]/u],
  ['我校', /^[对正准验订园]/u],
  ['我镇', /^[定静守压痛]/u],
  ['我乡', /^[音愁情村下亲里土]/u],
];

/**
 * Another unit's words for itself in a reused draft: 我委 in a draft of a 局. Quotations are skipped. Nothing is judged
 * for a unit whose name does not tell what it calls itself. Offsets of the paragraph. Basis: habit of the field.
 */
export function unitFindings(text: string, unit: string, isQuoted: (at: number) => boolean): RuleFinding[] {
  const pronoun = selves.find(([end]) => end.test(unit))?.[1];
  if (pronoun === undefined) return [];
  const findings: RuleFinding[] = [];
  for (const [stranger, otherWord] of all) {
    if (stranger === pronoun) continue;
    for (let start = text.indexOf(stranger); start >= 0; start = text.indexOf(stranger, start + 1)) {
      const end = start + stranger.length;
      if (/[自忘]/u.test(text.charAt(start - 1)) || isQuoted(start)) continue;
      if (end < text.length && otherWord.test(text.slice(end))) continue;
      findings.push({
        rule: 'place-consistency',
        level: 'warning',
        start,
        end,
        message: bilingual(
          `“我的单位”是${unit}，此处自称${inMarks(stranger)}，像是别处稿件留下的。`,
          `“My unit” is ${unit}; ${inMarks(stranger)} seems to be left over from another draft.`,
        ),
        fixes: [{ label: changeTo(pronoun), edits: [{ start, end, text: pronoun }] }],
      });
    }
  }
  return findings.sort((a, b) => a.start - b.start);
}
