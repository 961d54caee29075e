import { isWithin } from '../draft/date.ts';
import { datesIn } from '../draft/dates.ts';
import type { Draft, IsoDate, WrittenFor } from '../draft/types.ts';
import { bilingual } from '../language/language.ts';
import { leftOver } from './draft-date/left-over.ts';
import { askJudgedOn } from './draft-date/question.ts';
import type { DraftContext, DraftRule, RuleFinding } from './types.ts';

/**
 * The day that a draft states as its own. An old draft without a chosen day gets one question. Once a day is chosen,
 * old dates in date lines, signatures and titles are reported.
 */
export const draftDate: DraftRule = {
  id: 'draft-date',
  title: bilingual('稿件日期', 'Date of the draft'),
  about: bilingual(
    '旧稿先问一句是否改作今年的稿子；定下日期之后，标题、题下和落款里留着的旧日期。',
    'Asks of an old draft whether it is to be this year’s; then, old dates left in its title, date line and signature.',
  ),
  example: {
    before: '在全县安全生产工作会议上的讲话（2022年3月9日）',
    after: '在全县安全生产工作会议上的讲话（2026年11月29日）',
    date: '2026-11-29',
  },
  basis: bilingual('讲话稿通行写法', 'Common usage in speech drafts'),
  scope: 'draft',
  check({ draft, asOf, today }: DraftContext): RuleFinding[] {
    const writtenFor = asOf.writtenFor;
    if (writtenFor === undefined || isBare(draft, writtenFor)) return [];
    if (asOf.old && asOf.from !== 'option') return question(writtenFor, today);
    // 就按当时: the author keeps the old draft's day.
    if (asOf.old && isWithin(asOf.date, writtenFor)) return [];
    return leftOver(draft, asOf, writtenFor);
  },
};

/** A shorter text beside its date is no draft. Code units. */
const fewest = 8;

function isBare({ text }: Draft, { evidence: [first] }: WrittenFor): boolean {
  return text.replace(/\s/gu, '').length - (first?.text.length ?? 0) < fewest;
}

/** Marks the words that give the day; in a statement or a title only the year. */
function question(writtenFor: WrittenFor, today: IsoDate): RuleFinding[] {
  const piece = writtenFor.evidence.find(({ kind }) => kind !== 'document');
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
      message: askJudgedOn(writtenFor, today),
      fixes: [],
      asks: 'judged-on',
    },
  ];
}
