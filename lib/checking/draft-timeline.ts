import { overlaps } from '../draft/overlaps.ts';
import { ownDates, timeMention } from '../rules/mentions/time-mention.ts';
import type { KnownMentions } from './known-mentions.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Timeline } from './types.ts';
import { placedByMentions } from './undated.ts';

/** All time-bound mentions of a draft, right or wrong, in text order. */
export function timelineOf(open: OpenDraft, mentions: KnownMentions): Timeline {
  const { asOf, draft } = open.forDraft;
  const context = placedByMentions(open, mentions);
  // A draft without a known day belongs to today.
  const isOwnTime = context.writtenOn === undefined;
  const own = ownDates(asOf);
  const all = open.paragraphs.flatMap((paragraph, at) => {
    const start = draft.paragraphs[at]?.start ?? 0;
    return mentions.of(paragraph, context).map((one) => timeMention(one, start, isOwnTime));
  });
  const others = all.filter(
    (mention) => mention.kind !== 'year' || !own.some((date) => overlaps(date, mention)),
  );
  return {
    asOf,
    mentions: [...own, ...others].sort((a, b) => a.start - b.start || b.end - a.end),
    wantsSegmenter: open.wantsSegmenter(),
  };
}
