import { matchesOf } from '../../draft/matches.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import { type Fault, replaceWith } from '../style/fault.ts';
import { numeralClause } from '../style/standards.ts';

/** Words that make 24年 a year and not a duration. */
const calendar =
  '(?:\\d{1,2}月|[上下]半年|全年|第?[一二三四1-4]季度|年?底(?![蕴子线气色座层稿数牌盘])|' +
  '年?初(?=[，。、；]|开始|起|至|到|就)|春节|国庆)';
const shortYear = new RegExp(`(?<![\\d.,，:：/\\-—～~])(\\d\\d)年(?=${calendar})`, 'gu');
/** Durations: 经过20年, 近10年, 连续15年. */
const lasting =
  /(?:过去|历经|经过|经|历时|连续|坚持|累计|长达|至少|超过|大约|最近|未来|持续|整整|用了|用|花了|苦干|奋斗|等了|了|满|前|后|这|那|每|隔|龄|期|刑|职|役|近|约|超|逾|第|延长|再)$/u;

const chineseZero = /(?<![零〇○一二三四五六七八九十百千万两])([一二][零○Ｏ〇一二三四五六七八九]{3})(?=年)/gu;
const clause = numeralClause('5.1.4');

/**
 * Years of two digits (rule 30): 24年3月. Only if a month, a season or 底 shows that it is a year. Takes the paragraph
 * and the draft's date, which decides the century.
 */
export function shortYears(text: string, today: IsoDate): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, shortYear)) {
    const digits = match[1] ?? '';
    const start = match.index;
    if (lasting.test(text.slice(Math.max(0, start - 4), start))) continue;
    const year = century(Number(digits), Number(today.slice(0, 4)));
    if (year === null) continue;
    const end = start + digits.length + 1;
    faults.push({
      level: 'warning',
      start,
      end,
      message: bilingual(
        '年份规定用四位数字，不简写为两位。',
        'Years are written with four digits, not two.',
      ),
      source: clause,
      fixes: [replaceWith(start, end, `${year}年`)],
    });
  }
  return faults;
}

/** The full year: up to five years after the draft, else of the last century from 1949 on; null for others. */
function century(short: number, now: number): number | null {
  if (2000 + short <= now + 5) return 2000 + short;
  return short >= 49 ? 1900 + short : null;
}

/** 二零二五年 for 二〇二五年 (rule 30): the zero of a year is 〇. */
export function zeroInYears(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, chineseZero)) {
    const written = match[1] ?? '';
    if (!/[零○Ｏ]/u.test(written)) continue;
    const start = match.index;
    const end = start + written.length;
    const right = written.replace(/[零○Ｏ]/gu, '〇');
    faults.push({
      level: 'hint',
      start,
      end,
      message: bilingual(
        `用汉字写年份，“0”规定写作“〇”，即“${right}年”。`,
        `In a year written in characters zero is “〇”: “${right}年”.`,
      ),
      source: numeralClause('5.2.5'),
      fixes: [replaceWith(start, end, right)],
    });
  }
  return faults;
}

/** 二〇二四年 beside 2025年 in one paragraph (rule 30): one form throughout. */
export function mixedYears(text: string): Fault[] {
  const written = /(?<![〇零一二三四五六七八九])([一二][〇零一二三四五六七八九]{3})年/u.exec(text);
  const digits = written?.[1];
  if (written === null || digits === undefined || !/(?<!\d)(?:19|20)\d\d年/u.test(text)) return [];
  // Quotations and titles of documents keep their form.
  const open = Math.max(text.lastIndexOf('“', written.index), text.lastIndexOf('《', written.index));
  const close = Math.max(text.lastIndexOf('”', written.index), text.lastIndexOf('》', written.index));
  if (open > close) return [];
  const start = written.index;
  const end = start + digits.length;
  const right = [...digits]
    .map((digit) => '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit))
    .join('');
  return [
    {
      level: 'hint',
      start,
      end,
      message: bilingual(
        '同一段里年份写法不一，汉字与阿拉伯数字通常只用一种。',
        'Years are written in two ways in this paragraph; usually one is kept.',
      ),
      source: numeralClause('4.3'),
      fixes: [replaceWith(start, end, right)],
    },
  ];
}
