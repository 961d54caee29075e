import { overlaps } from '../draft/overlaps.ts';
import { ownDates, type TimeMention, timeMention } from '../rules/mentions/time-mention.ts';
import type { RuleParagraph } from '../rules/types.ts';
import type { KnownMentions } from './known-mentions.ts';
import type { OpenDraft } from './open-draft.ts';
import { groupsOf } from './pieces.ts';
import type { Timeline } from './types.ts';
import { placedByMentions } from './undated.ts';

/** All time-bound mentions of a draft, right or wrong, in text order. */
export function* timelineOf(open: OpenDraft, mentions: KnownMentions): Generator<undefined, Timeline, void> {
  const { asOf, draft } = open.forDraft;
  const context = yield* placedByMentions(open, mentions);
  // A draft without a known day belongs to today.
  const isOwnTime = context.writtenOn === undefined;
  const own = ownDates(asOf);
  const all: TimeMention[] = [];
  for (const { from, to } of groupsOf(open.paragraphs)) {
    for (let at = from; at < to; at++) {
      const start = draft.paragraphs[at]?.start ?? 0;
      for (const one of mentions.of(open.paragraphs[at] as RuleParagraph, context))
        all.push(timeMention(one, start, isOwnTime));
    }
    yield;
  }
  const others = all.filter(
    (mention) => mention.kind !== 'year' || !own.some((date) => overlaps(date, mention)),
  );
  return {
    asOf,
    mentions: [...own, ...others].sort((a, b) => a.start - b.start || b.end - a.end),
    wantsSegmenter: open.wantsSegmenter(),
  };
}
