import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import { type Fault, replaceWith } from '../style/fault.ts';
import { punctuationClause } from '../style/standards.ts';

const number = '\\d+(?:\\.\\d+)?';
const years = /(?<![\d.\-—A-Za-z/])((?:19|20)\d\d)(年)?\s?[-~]\s?((?:19|20)\d\d)(?=年|学年|[）)])/gu;
const counts = new RegExp(
  `(?<![\\d.\\-~/A-Za-z+*×])(${number})([%％]|[十百千万亿]*[\\u4e00-\\u9fff]?)\\s?[-~]\\s?(${number})` +
    '(?=[%％℃]|[百千万亿]{0,2}(?:个|名|位|人|岁|天|年|月|日|周|小时|分钟|次|家|户|件|项|亩|吨|元|美元|公里|米|公斤|倍|度|条|处))',
  'gu',
);
const unitBehind = /^(?:[%％℃]|[\u4e00-\u9fff])/u;

/**
 * A hyphen or a half-width ~ in a range (rule 24): — between years, months and days, ～ between amounts. Telephone
 * numbers, dates such as 2026-03-05, models and scores have no unit and are skipped. Two neighbouring numbers (2-3个)
 * are a rough count, which the numerals rule judges. Takes the paragraph.
 */
export function rangeMarks(text: string): Fault[] {
  const faults: Fault[] = [];
  const taken = new Set<number>();
  for (const match of matchesOf(text, years)) {
    const [all, first = '', unit = '', second = ''] = match;
    taken.add(match.index);
    if (Number(second) <= Number(first)) continue;
    faults.push(fault(match.index, all, `${first}${unit}—${second}`, '—'));
  }
  for (const match of matchesOf(text, counts)) {
    const [all, first = '', unit = '', second = ''] = match;
    const end = match.index + all.length;
    if (taken.has(match.index) || !(Number(second) > Number(first))) continue;
    const behind = text.slice(end);
    if (unit !== '' && !behind.startsWith(unit)) continue;
    const isTime = /^(?:年(?!级)|月|日|周)/u.test(behind) && !/^个月/u.test(behind);
    const isOrdinal = /第\s?$/u.test(text.slice(Math.max(0, match.index - 2), match.index));
    // 15-30%, 13-17万元: the numerals rule completes both ends.
    if (unit === '' && /^[%％万亿]/u.test(behind)) continue;
    if (isRough(first, second) && unit === '' && !/^[月日%％℃]/u.test(behind) && !isOrdinal) continue;
    if (!unitBehind.test(behind)) continue;
    // 3-5年 is a duration; 2021-2025年 and 1-10月 are periods.
    const mark = isTime && (/^[月日]/u.test(behind) || isOrdinal) ? '—' : '～';
    faults.push(fault(match.index, all, `${first}${unit}${mark}${second}`, mark));
  }
  return faults;
}

function isRough(first: string, second: string): boolean {
  return /^\d$/u.test(second) && Number(second) === Number(first) + 1;
}

function fault(start: number, all: string, right: string, mark: '—' | '～'): Fault {
  return {
    level: 'hint',
    start,
    end: start + all.length,
    message:
      mark === '—'
        ? bilingual(
            '标示起止时间，通常用一字线“—”，不用短横线或半角波浪号。',
            'From one time to another is usually written with “—”.',
          )
        : bilingual(
            '标示数值范围，通常用浪纹线“～”，不用短横线或半角波浪号。',
            'A range of values is usually written with “～”.',
          ),
    source: punctuationClause(mark === '—' ? '4.13.3.2' : '4.13.3.3'),
    fixes: [replaceWith(start, start + all.length, right)],
  };
}
