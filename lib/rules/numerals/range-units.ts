import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import { type Fault, replaceWith } from '../style/fault.ts';
import { numeralClause } from '../style/standards.ts';

const range =
  /(?<![\d.,\-~～—/A-Za-z第])(\d+(?:\.\d+)?)\s?(-|~|～|—|至|到)\s?(\d+(?:\.\d+)?)([%％]|[万亿](?:元|美元|人次|人|亩|吨|户|平方米|立方米|千瓦|公里|件|辆|台|家|名)?)/gu;
const clause = numeralClause('5.1.3');

/** Ranges whose first number lacks the %, 万 or 亿 of the second (rule 32): 15～30%, 13-17万元. Takes the paragraph. */
export function rangeUnits(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, range)) {
    const [all, first = '', dash = '', second = '', unit = ''] = match;
    if (!isRange(first, dash, second, unit, text, match.index)) continue;
    const between = dash === '-' || dash === '~' ? '～' : dash;
    const right = `${first}${unit}${between}${second}${unit}`;
    const start = match.index;
    const end = start + all.length;
    faults.push({
      level: 'hint',
      start,
      end,
      message: bilingual(
        `前一个数省去“${unit}”容易引起歧义，规定两头都写，即“${right}”。`,
        `Without “${unit}” the first number is ambiguous; write both: “${right}”.`,
      ),
      source: clause,
      fixes: [replaceWith(start, end, right)],
    });
  }
  return faults;
}

function isRange(
  first: string,
  dash: string,
  second: string,
  unit: string,
  text: string,
  at: number,
): boolean {
  // 从5到8万元 may be a rise; 2025—2030年 and larger first numbers are no such ranges.
  if (dash === '到' || Number(first) >= Number(second)) return false;
  const before = text.slice(Math.max(0, at - 3), at);
  // 由500至3万人: a change, not a range of 万.
  if (dash === '至' && /[由从自]/u.test(before)) return false;
  // 800至1.2万元: the first number has no 万.
  return !(/^[万亿]/u.test(unit) && Number(first) >= 100 && second.includes('.'));
}
