import { matchesOf } from '../../draft/matches.ts';
import type { IsoDate } from '../../draft/types.ts';
import { both } from '../../language.ts';
import { listed, type Target } from './target.ts';
import { yearOf } from './time.ts';

/** 《民营经济促进法（草案）》, 正在修订的《体育法》: a law that was still being made. */
const pending =
  /《[^《》]{2,40}[（(]草案[^（）()]{0,8}[）)]》|正在(?:抓紧)?(?:审议|修订|修改|起草|制定)的?《[^《》]{2,40}》/gu;

/**
 * Laws of a paragraph that were still being made: in an old draft they have had their outcome since. Offsets of the
 * paragraph.
 * @param then the day an old draft was written for
 */
export function pendingLawMentions(text: string, date: IsoDate, then: IsoDate | undefined): Target[] {
  if (!text.includes('《')) return [];
  return matchesOf(text, pending).map((match): Target => {
    const span = { start: match.index, end: match.index + match[0].length, kind: 'regulation' as const };
    if (then === undefined || yearOf(then) >= yearOf(date)) return listed({ ...span, decided: 'check' });
    return {
      ...span,
      role: 'pending',
      from: then,
      to: null,
      over: true,
      level: 'warning',
      message: () =>
        both(
          `稿子写于${yearOf(then)}年，这部法规当时还在制定或修订，今天应已有结果，建议核改。`,
          `In ${yearOf(then)}, when the draft was written, this law was still being made. Please check what came of it.`,
        ),
      replacement: null,
    };
  });
}
