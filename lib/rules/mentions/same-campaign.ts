import { matchesOf } from '../../draft/matches.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import { datedByDraft, type Target } from './target.ts';
import { daysBetween } from './time.ts';

/** 这次活动, 此次学习: refers to a campaign named before. */
const same =
  /(?:这次|此次|本次|这场|这一)(?:集中|专题|主题|专项)?(?:学习教育|教育实践活动|教育活动|实践活动|教育|活动|学习|斗争|普查|行动|整治)/gu;
/** Days after the end of a campaign in which a draft still speaks of it as its own. */
const graceDays = 60;

/**
 * 这次活动 behind the name of a campaign that an old draft was part of, in the same paragraph. Offsets of the paragraph.
 * @param targets the paragraph's targets
 * @param writtenOn the day an old draft was written for
 */
export function sameCampaignMentions(text: string, targets: readonly Target[], writtenOn: IsoDate): Target[] {
  const own = targets.filter(
    ({ kind, over, from, to }) =>
      kind === 'campaign' &&
      over &&
      from !== null &&
      from <= writtenOn &&
      (to === null || daysBetween(to, writtenOn) <= graceDays),
  );
  if (own.length === 0) return [];
  return matchesOf(text, same).flatMap((match) => {
    const named = own.find(({ end }) => end <= match.index);
    if (named === undefined) return [];
    return [
      datedByDraft({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'campaign',
        role: 'same',
        from: named.from ?? writtenOn,
        to: named.to,
        message: () =>
          bilingual(
            `“${match[0]}”指“${text.slice(named.start, named.end)}”，已经结束，建议核改。`,
            `This means ${text.slice(named.start, named.end)}, which is over. Please check.`,
          ),
      }),
    ];
  });
}
