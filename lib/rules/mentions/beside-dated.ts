import { sentenceAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { MentionKind } from '../../phrases/types.ts';
import { relativeYear } from '../dates/dated-draft.ts';
import { datedByDraft, type Target } from './target.ts';
import { yearOf } from './time.ts';

/** 去年, 今年4月起, 上个月: a time relative to the day of the speech. Group 1: the relative year. */
const relative =
  /(今年|去年|前年|明年)(?:年?[底初]|[上下]半年|\d{1,2}月(?:\d{1,2}日)?(?:至\d{1,2}月)?[起份底]?)?|上个?月(?:\d{1,2}日|底)?/gu;
/** Longest distance between such a word and a dated thing, behind and before the word. UTF-16 units. */
const reach = { behind: 30, before: 8 };
/** Kinds whose days are those of an event; plans and laws last. */
const events: ReadonlySet<MentionKind> = new Set(['meeting', 'campaign', 'anniversary']);

/**
 * 去年，集团作为第二批单位参加了党的群众路线教育实践活动, in an old draft: the relative year matches the campaign by the draft's own day, but
 * not by the day judged on. Offsets of the paragraph.
 * @param targets the paragraph's targets with their days
 * @param writtenOn the day an old draft was written for
 */
export function besideDatedMentions(
  text: string,
  targets: readonly Target[],
  date: IsoDate,
  writtenOn: IsoDate,
): Target[] {
  const dated = targets.filter(({ kind, from, to }) => events.has(kind) && from !== null && to !== null);
  if (dated.length === 0 || yearOf(writtenOn) === yearOf(date)) return [];
  return matchesOf(text, relative).flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const word = match[1] ?? '今年';
    const [meant, now] = [writtenOn, date].map((day) => relativeYear(word, yearOf(day)));
    const sentence = sentenceAround(text, span.start, span.end);
    const event = dated.find(
      (target) =>
        target.start >= sentence.start &&
        target.end <= sentence.end &&
        (target.start >= span.end
          ? target.start - span.end <= reach.behind
          : span.start - target.end <= reach.before) &&
        target.end <= span.start === target.start < span.start &&
        lasted(target, meant) &&
        !lasted(target, now),
    );
    if (event === undefined) return [];
    return [
      datedByDraft({
        ...span,
        kind: 'relative-year',
        role: 'event',
        from: event.from ?? writtenOn,
        to: event.to,
        presumed: true,
        message: () =>
          bilingual(
            `“${match[0]}”是${yearOf(writtenOn)}年写稿时的说法，所说的事在${yearOf(event.from ?? writtenOn)}年，建议核改。`,
            `This was so when the draft was written in ${yearOf(writtenOn)}; what it tells of was in ${yearOf(event.from ?? writtenOn)}. Please check.`,
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
