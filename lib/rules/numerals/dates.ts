import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import { type Fault, replaceWith } from '../style/fault.ts';
import { numeralClause } from '../style/standards.ts';

/** 4月1号; not 3月1号线, 5月8号楼. */
const spoken = /(?<!\d)(\d{1,2}月\d{1,2})号(?![线楼院台文车公室厅馆桥井令站口店门船机病煤井房])/gu;
/** 01月05日, 2026年01月5日; a month or a day of one digit has no zero before it. */
const padded = /(?<![\d０-９])(?:0(\d)月(?:0?(\d{1,2})日|(?=[份底初至]))|(\d{1,2})月0(\d)日)/gu;

/** Dates of a month and a day as they are not written in documents: 4月1号, 01月05日. Takes the paragraph. */
export function monthAndDay(text: string): Fault[] {
  const faults: Fault[] = matchesOf(text, spoken).map((match) => ({
    level: 'hint',
    start: match.index,
    end: match.index + match[0].length,
    message: bilingual('公历的日期，书面通常写“日”。', 'In writing a day of the calendar is usually “日”.'),
    source: numeralClause('4.1.2'),
    fixes: [replaceWith(match.index, match.index + match[0].length, `${match[1]}日`)],
  }));
  for (const match of matchesOf(text, padded)) {
    const start = match.index;
    const end = start + match[0].length;
    const right = match[0].replace(/(?<!\d)0(?=\d)/gu, '');
    faults.push({
      level: 'hint',
      start,
      end,
      message: bilingual(
        '写“月”“日”的日期，月、日通常不补“0”。',
        'A date with “月” and “日” usually has no zero before the month or the day.',
      ),
      source: numeralClause('4.1.2'),
      fixes: [replaceWith(start, end, right)],
    });
  }
  return faults;
}
