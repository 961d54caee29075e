import { matchesOf } from '../../draft/matches.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import { listed, type Target } from './target.ts';
import { monthOf, yearOf } from './time.ts';

/** Annual meetings that are named by their year; the one in December guides the next year. */
const annual =
  /(20\d{2})年(?:召开的|的|度)?((?:党)?(?:中央|全国|全省|全市|全县|全区|省委|市委|县委|区委|国务院)[^，。；：、“”《》\d]{0,10}?(?:工作会议|全会|座谈会|两会|电视电话会议))/gu;

/** All mentions of meetings named by their year. Offsets of the paragraph. */
export function annualMeetingMentions(text: string, date: IsoDate): Target[] {
  if (!text.includes('会')) return [];
  return matchesOf(text, annual).map((match) => {
    const [whole, written = '', name = ''] = match;
    const meetingYear = Number(written);
    const span = {
      start: match.index,
      end: match.index + whole.length,
      kind: 'meeting' as const,
      from: `${written}-01-01`,
      to: `${written}-12-31`,
    };
    // Whether this year's has been held is unknown: last year's guides until its year is over.
    const isNational = /^(?:党)?(?:中央|全国|国务院)/u.test(name);
    if (meetingYear >= yearOf(date) - 1) return listed({ ...span, decided: 'keep' });
    return {
      ...span,
      role: isNational ? 'annual' : 'local-annual',
      over: true,
      level: 'warning',
      message: () =>
        bilingual(
          `这是${meetingYear}年的会议，到${yearOf(date)}年${monthOf(date)}月已有新的会议，建议核改。`,
          `This is the meeting of ${meetingYear}; since then there have been newer ones. Please check.`,
        ),
      replacement: null,
    };
  });
}
