import { sentenceAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import type { IsoDate } from '../../draft/types.ts';
import { both } from '../../language/language.ts';
import type { MentionKind } from '../../phrases/types.ts';
import { relativeYear } from '../dates/dated-draft.ts';
import { datedByDraft, type Target } from './target.ts';
import { yearOf } from './time.ts';

/** 去年, 今年4月起, 上个月: a time by the day of the speech. Group 1: the year by it. */
const relative =
  /(今年|去年|前年|明年)(?:年?[底初]|[上下]半年|\d{1,2}月(?:\d{1,2}日)?(?:至\d{1,2}月)?[起份底]?)?|上个?月(?:\d{1,2}日|底)?/gu;
/** What the packs date stands no farther behind such a word, and before it. UTF-16 units. */
const reach = { behind: 30, before: 8 };
/** Kinds whose days are those of an event; a plan and a law last. */
const events: ReadonlySet<MentionKind> = new Set(['meeting', 'campaign', 'anniversary']);

/**
 * 去年，集团作为第二批单位参加了党的群众路线教育实践活动, in an old draft: the year that the word means is the campaign's by
 * the draft's own day, and by the day judged on it is not. Offsets of the paragraph.
 * @param targets what a paragraph holds, with its days
 * @param then the day an old draft was written for
 */
export function besideDatedMentions(
  text: string,
  targets: readonly Target[],
  date: IsoDate,
  then: IsoDate,
): Target[] {
  const dated = targets.filter(({ kind, from, to }) => events.has(kind) && from !== null && to !== null);
  if (dated.length === 0 || yearOf(then) === yearOf(date)) return [];
  return matchesOf(text, relative).flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const word = match[1] ?? '今年';
    const [meant, now] = [then, date].map((day) => relativeYear(word, yearOf(day)));
    const sentence = sentenceAround(text, span.start, span.end);
    const its = dated.find(
      (one) =>
        one.start >= sentence.start &&
        one.end <= sentence.end &&
        (one.start >= span.end
          ? one.start - span.end <= reach.behind
          : span.start - one.end <= reach.before) &&
        one.end <= span.start === one.start < span.start &&
        lasted(one, meant) &&
        !lasted(one, now),
    );
    if (its === undefined) return [];
    return [
      datedByDraft({
        ...span,
        kind: 'relative-year',
        role: 'event',
        from: its.from ?? then,
        to: its.to,
        presumed: true,
        message: () =>
          both(
            `“${match[0]}”是${yearOf(then)}年写稿时的说法，所说的事在${yearOf(its.from ?? then)}年，建议核改。`,
            `This was so when the draft was written in ${yearOf(then)}; what it tells of was in ${yearOf(its.from ?? then)}. Please check.`,
          ),
      }),
    ];
  });
}

function lasted({ from, to }: Target, year: number | null | undefined): boolean {
  return (
    year !== null &&
    year !== undefined &&
    from !== null &&
    to !== null &&
    yearOf(from) <= year &&
    year <= yearOf(to)
  );
}
