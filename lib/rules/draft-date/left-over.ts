import { dayInWords } from '../../draft/date-words.ts';
import { addMonths, datesIn, type WrittenDate } from '../../draft/dates.ts';
import { ownWrittenDates } from '../../draft/own-dates.ts';
import { rewriteDate, rewriteYear } from '../../draft/rewrite-date.ts';
import type { AsOf, DateEvidence, Draft, Edit, IsoDate, Span, WrittenFor } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import { changeTo } from '../quoted-words.ts';
import type { RuleFinding, RuleFix } from '../types.ts';

/** A date line may be so many months older than the speech. */
const ahead = 3;
/** From this month on, a draft that sums up a year and plans the next may be meant for the next. */
const autumn = '10';
const sumsUp = /(?:总结|回顾)[^。\n]{0,60}(?:部署|安排|谋划|研究|明确)|工作会|年会/u;
const weekday = /^[，,\s　]*[（(]?(?:星期|礼拜|周)([一二三四五六日天])/u;
/** 9日—10日, 9日至10日: changing the first day would invalidate the last. */
const goesOn = /^[—－–～~至到-]{1,2}\d/u;

/**
 * Old dates in a draft that is now judged on a later day: date lines and signatures more than three months before it,
 * titles of an earlier year, 总结2022年…部署2023年. Never certain, since only the author knows the day of the speech. Takes
 * what the draft states of its own day; offsets of the draft.
 */
export function leftOver(draft: Draft, asOf: AsOf, writtenFor: WrittenFor): RuleFinding[] {
  return ownWrittenDates(writtenFor).flatMap(({ piece, dates }): RuleFinding[] => {
    if (!isOver(piece, dates, asOf.date)) return [];
    return dates.every(isOfYear)
      ? yearFindings(dates, draft, asOf, piece)
      : dates.map((date) => dayFinding(date, draft, asOf));
  });
}

function isOver(piece: DateEvidence, dates: readonly WrittenDate[], day: IsoDate): boolean {
  if (piece.kind === 'statement') return yearIn(piece.to) < yearIn(day);
  return piece.kind === 'title' && dates.every(isOfYear)
    ? isTitleOver(piece, dates, day)
    : addMonths(piece.to, ahead) < day;
}

/** A year ends with its last day; a review of it may follow some months later. */
function isTitleOver(piece: DateEvidence, dates: readonly WrittenDate[], day: IsoDate): boolean {
  if (dates.some((date) => yearIn(date.to) >= yearIn(day))) return false;
  return looksBack(piece) ? addMonths(piece.to, ahead) < day : piece.to < day;
}

/** 2025年度总结: the days of the title extend into the next year. */
function looksBack({ from, to, text }: DateEvidence): boolean {
  const named = datesIn(text);
  return named.length === 1 && yearIn(from) < yearIn(to);
}

/** Replaces a full date by the day judged on, in the same form. */
function dayFinding(date: WrittenDate, { text }: Draft, asOf: AsOf): RuleFinding {
  const behind = text.slice(date.end, date.end + 12);
  const written = rewriteDate(date, asOf.date);
  const edits: Edit[] = [{ start: date.start, end: date.end, text: written }];
  const said = weekday.exec(behind);
  if (said !== null && date.precision === 'day') {
    const end = date.end + said[0].length;
    const right = '日一二三四五六'.charAt(new Date(asOf.date).getUTCDay());
    if (right !== said[1]?.replace('天', '日')) edits.push({ start: end - 1, end, text: right });
  }
  const fixes: RuleFix[] = goesOn.test(behind) ? [] : [{ label: changeTo(written), edits }];
  return finding(date, messageOf(date.text, asOf), fixes);
}

/** Moves all years of a title or of 总结…部署… together. */
function yearFindings(
  dates: readonly WrittenDate[],
  draft: Draft,
  asOf: AsOf,
  piece: DateEvidence,
): RuleFinding[] {
  const newest = Math.max(...dates.map(({ to }) => yearIn(to)));
  const fixes = targetsOf(piece, draft, asOf.date)
    .filter((target) => target > newest)
    .map((target): RuleFix => {
      const edits = dates.map(({ start, text, to }) => ({
        start,
        end: start + 4,
        text: rewriteYear(text.slice(0, 4), yearIn(to) + target - newest),
      }));
      const years = dates.map(({ text }, at) => `${edits[at]?.text ?? ''}${text.slice(4)}`);
      return { label: changeTo(years.join('、')), edits };
    });
  return dates.map((date) => finding(date, messageOf(date.text, asOf), fixes));
}

/** The years that the newest one may become, the likeliest first. */
function targetsOf(piece: DateEvidence, { paragraphs }: Draft, day: IsoDate): readonly number[] {
  const year = yearIn(day);
  const month = day.slice(5, 7);
  if (piece.kind === 'title' && looksBack(piece)) {
    if (month >= autumn) return [year];
    return month <= '03' ? [year - 1] : [year - 1, year];
  }
  const opening = paragraphs.filter(({ text }) => text.trim() !== '').slice(0, 6);
  const nextToo = month >= autumn && opening.some(({ text }) => sumsUp.test(text));
  return nextToo ? [year, year + 1] : [year];
}

function messageOf(written: string, { date, from }: AsOf): Words {
  const day = dayInWords(date);
  return from === 'option'
    ? bilingual(
        `本稿按${day.zh}核对，这里写的是${written}，请核对。`,
        `The draft is checked as of ${day.en}; here stands “${written}”. Please check.`,
      )
    : bilingual(
        `稿中日期是${day.zh}，这里写的是${written}，两处不一，请核对。`,
        `The draft is dated ${day.en}; here stands “${written}”. Please check which is right.`,
      );
}

function finding({ start, end }: Span, message: Words, fixes: readonly RuleFix[]): RuleFinding {
  return { rule: 'draft-date', level: 'warning', start, end, message, fixes };
}

function isOfYear({ precision }: WrittenDate): boolean {
  return precision === 'year' || precision === 'half-year';
}

function yearIn(date: IsoDate): number {
  return Number(date.slice(0, 4));
}
