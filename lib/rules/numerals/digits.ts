import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import { type Fault, replaceWith } from '../style/fault.ts';
import { numeralClause } from '../style/standards.ts';

/** Full-width digits with their points in running text; a number that begins with 0 is a code. */
const wide =
  /(?<=[\u4e00-\u9fff，、；：“（])(?!０[０-９])[０-９]+(?:[．.][０-９]+)?(?=[\u4e00-\u9fff％%，。、；：”）])/gu;
/** .5个百分点 behind a character. */
const withoutZero = /(?<=[\u4e00-\u9fff])[.．](\d+)(?=[\u4e00-\u9fff%％])/gu;

/** Full-width digits beside half-width ones: one fault for all of a paragraph. Some reports have full-width ones throughout. */
export function wideDigits(text: string): Fault[] {
  const matches = matchesOf(text, wide);
  const [first] = matches;
  if (first === undefined || !/\d/u.test(text)) return [];
  const edits = matches.map(({ index, 0: written }) => ({
    start: index,
    end: index + written.length,
    text: written.normalize('NFKC'),
  }));
  const narrow = first[0].normalize('NFKC');
  return [
    {
      level: 'hint',
      start: first.index,
      end: first.index + first[0].length,
      message: bilingual(
        `数字“${first[0]}”为全角，通常用半角“${narrow}”。`,
        `“${first[0]}” has full-width digits; usually they are half-width, “${narrow}”.`,
      ),
      source: numeralClause('5.1.1'),
      fixes: [{ label: bilingual('本段改为半角数字', 'Half-width digits in this paragraph'), edits }],
    },
  ];
}

/** A decimal below 1 without its zero: .5个百分点. Takes the paragraph. */
export function missingZeros(text: string): Fault[] {
  return matchesOf(text, withoutZero).map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    return {
      level: 'warning' as const,
      start,
      end,
      message: bilingual(
        '小于1的小数，小数点前规定写“0”。',
        'A decimal below 1 has a zero before its point.',
      ),
      source: numeralClause('5.1.3'),
      fixes: [replaceWith(start, end, `0.${match[1]}`)],
    };
  });
}
