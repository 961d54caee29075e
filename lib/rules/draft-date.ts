import { isWithin } from '../draft/date.ts';
import { datesIn } from '../draft/dates.ts';
import type { Draft, IsoDate, WrittenFor } from '../draft/types.ts';
import { both } from '../language/language.ts';
import { leftOver } from './draft-date/left-over.ts';
import { askJudgedOn } from './draft-date/messages.ts';
import type { DraftContext, DraftRule, RuleFinding } from './types.ts';

/**
 * The day that a draft says it is of. An old draft on which the author has not said yet what day it is for gets one
 * question. Once there is a day, dates that an older time left in date lines, signatures and titles are reported.
 */
export const draftDate: DraftRule = {
  id: 'draft-date',
  title: both('稿件日期', 'Date of the draft'),
  about: both(
    '旧稿先问一句是否改作今年的稿子；定下日期之后，标题、题下和落款里留着的旧日期。',
    'Asks of an old draft whether it is to be this year’s; then, old dates left in its title, date line and signature.',
  ),
  example: {
    before: '在全县安全生产工作会议上的讲话（2022年3月9日）',
    after: '在全县安全生产工作会议上的讲话（2026年11月29日）',
    date: '2026-11-29',
  },
  basis: both('讲话稿通行写法', 'Common usage in speech drafts'),
  scope: 'draft',
  check({ draft, asOf, today }: DraftContext): RuleFinding[] {
    const own = asOf.writtenFor;
    if (own === undefined || isBare(draft, own)) return [];
    if (asOf.old && asOf.from !== 'option') return question(own, today);
    // 就按当时: the author keeps the old draft's own day.
    if (asOf.old && isWithin(asOf.date, own)) return [];
    return leftOver(draft, asOf, own);
  },
};

/** A field with a date and hardly a word besides is no draft. Code units. */
const fewest = 8;

function isBare({ text }: Draft, { evidence: [first] }: WrittenFor): boolean {
  return text.replace(/\s/gu, '').length - (first?.text.length ?? 0) < fewest;
}

/** On the words that give the day; in a statement or a title only on its year. */
function question(own: WrittenFor, today: IsoDate): RuleFinding[] {
  const piece = own.evidence.find(({ kind }) => kind !== 'document');
  if (piece === undefined) return [];
  const dates = datesIn(piece.text);
  const [date] = dates;
  const { start, end } =
    date === undefined
      ? piece
      : { start: piece.start + date.start, end: piece.start + (dates.at(-1)?.end ?? date.end) };
  return [
    {
      rule: 'draft-date',
      level: 'warning',
      start,
      end,
      message: askJudgedOn(own, today),
      fixes: [],
      asks: 'judged-on',
    },
  ];
}
