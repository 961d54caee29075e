import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import type { Fault } from '../style/fault.ts';

const amount = '((?<![\\d,])\\d{1,3}(?:,\\d{3})+|(?<!\\d)\\d+)';
const unit = '(件|人次|人|户|个|名|项|家|起|宗|条|亩|辆|台|套|万元|亿元|元|票|处|次)';

/**
 * Sentences that state a whole and both its parts: 257件，已办结168件，未办结89件. The second part names the complement of the
 * first (已X, 未X; 男, 女), so no part is missing.
 */
const wholes: readonly RegExp[] = [
  new RegExp(
    `${amount}${unit}[^\\d。；]{0,8}[，：；]?(?:其中|目前|现|截至目前)?[，：]?已[经]?([\\u4e00-\\u9fff]{1,4}?)(?:了)?${amount}${unit}，` +
      `(?:还有|另有|尚有|仍有)?(?:未|尚未|没有|待)(?:\\3)(?:的)?(?:有|还有)?${amount}${unit}(?=[，。；！])`,
    'gu',
  ),
  new RegExp(
    `${amount}${unit}[^\\d。；]{0,8}[，：；]?(?:其中|其中：)?[，：]?(男)[\\u4e00-\\u9fff]{0,4}?${amount}${unit}[，、]` +
      `女[\\u4e00-\\u9fff]{0,4}?${amount}${unit}(?=[，。；！])`,
    'gu',
  ),
  new RegExp(
    `应到${amount}${unit}，(实到)${amount}${unit}，(?:缺席|请假|未到|因事因病请假|因故请假)${amount}${unit}(?=[，。；！])`,
    'gu',
  ),
];

/**
 * Parts that do not add up to their whole (rule 35), only if the sentence states all three numbers. Takes the
 * paragraph.
 */
export function totals(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const pattern of wholes) {
    for (const match of matchesOf(text, pattern)) {
      const numbers = match
        .slice(1)
        .filter((group) => group !== undefined && /^\d/u.test(group))
        .map(amountOf);
      const units = match.slice(1).filter((group) => group !== undefined && unitOnly.test(group));
      const [whole, first, second] = numbers;
      if (whole === undefined || first === undefined || second === undefined) continue;
      if (new Set(units).size !== 1 || first + second === whole) continue;
      const start = match.index;
      faults.push({
        level: 'hint',
        start,
        end: start + match[0].length,
        message: bilingual(
          `总数${whole}与两部分之和${first + second}（${first}加${second}）不符，建议核对。`,
          `The total ${whole} is not the sum of its parts, ${first + second} (${first} + ${second}).`,
        ),
        fixes: [],
      });
    }
  }
  return faults;
}

const unitOnly = new RegExp(`^${unit}$`, 'u');

function amountOf(written: string | undefined): number {
  return Number((written ?? '').replaceAll(',', ''));
}
