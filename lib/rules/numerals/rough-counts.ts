import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import { type Fault, replaceWith } from '../style/fault.ts';
import { chineseDigit, countMeasures } from '../style/measures.ts';
import { numeralClause } from '../style/standards.ts';

const neighbours = new RegExp(
  `(?<![\\d.\\-~～—、/A-Za-z第初+*×])([1-9])\\s?([-~～、—])\\s?([1-9])(?!\\s?[-~～、—/.\\d])(?=${countMeasures})`,
  'gu',
);
const someTens = /(?<![\d.,，A-Za-z])([1-9])0几(?=[\u4e00-\u9fff])/gu;
const clause = numeralClause('5.2.1');

/**
 * Rough counts in Arabic numerals (rule 31): 2-3个, 3、4天, 10几个. Two neighbouring numbers with a dash may be a rough
 * count or a range: both fixes are offered. Takes the paragraph.
 */
export function roughCounts(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, neighbours)) {
    const [all, first = '', dash = '', second = ''] = match;
    if (Number(second) !== Number(first) + 1) continue;
    // 3—4年, 2～3岁 are ranges in the standard's form.
    if (dash === '—' || dash === '～') continue;
    const start = match.index;
    const end = start + all.length;
    const words = chineseDigit(Number(first), true) + chineseDigit(Number(second), true);
    const rough = replaceWith(start, end, words === '两三' ? '两三' : words.replace('两', '二'));
    const range = replaceWith(start, end, `${first}至${second}`);
    faults.push({
      level: 'hint',
      start,
      end,
      message:
        dash === '、'
          ? bilingual(
              '两个数字连用表示概数，规定用汉字，中间不加顿号。',
              'A rough count of two neighbouring numbers is written in characters, without “、”.',
            )
          : bilingual(
              '两个数字连用表示概数，规定用汉字；确指范围的，中间通常用“至”。',
              'A rough count of two neighbouring numbers is written in characters; a true range usually has “至”.',
            ),
      source: clause,
      fixes: dash === '、' ? [rough] : [range, rough],
    });
  }
  for (const match of matchesOf(text, someTens)) {
    const digit = Number(match[1]);
    const start = match.index;
    const end = start + match[0].length;
    faults.push({
      level: 'hint',
      start,
      end,
      message: bilingual('带“几”的概数规定用汉字。', 'A rough count with “几” is written in characters.'),
      source: clause,
      fixes: [replaceWith(start, end, `${digit === 1 ? '' : chineseDigit(digit)}十几`)],
    });
  }
  return faults;
}
