import { matchesOf } from '../../draft/matches.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { Knowledge, Series } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { listed, type Target } from './target.ts';
import { allSeriesOf, latestClosed, monthOf, yearOf } from './time.ts';

/** Meetings that no pack knows. */
const unknown =
  '(?:党)?(?:中央|全国|全省|全市|全县|全区|省委|市委|县委|区委|国务院)[^，。；：、“”《》\\d]{0,10}?(?:工作会议|全会|座谈会|两会|电视电话会议)';

interface Called {
  /** Groups: year, name. */
  readonly pattern: RegExp;
  readonly series: ReadonlyMap<string, Series>;
}

const called = byKnowledge((knowledge): Called => {
  const series = new Map(
    allSeriesOf(knowledge, 'named-by-year').flatMap((one) => one.called.map((name) => [name, one])),
  );
  const known = [...series.keys()].sort((a, b) => b.length - a.length);
  return {
    pattern: new RegExp(`(20\\d{2})年(?:召开的|的|度)?(${[...known, unknown].join('|')})`, 'gu'),
    series,
  };
});

/**
 * All mentions of meetings named by their year; the one in December guides the next year. Offsets of the paragraph. A
 * meeting that the packs know is over only if they know a later one: 2023年全国组织工作会议 still guides.
 */
export function annualMeetingMentions(text: string, knowledge: Knowledge, date: IsoDate): Target[] {
  if (!text.includes('会')) return [];
  const { pattern, series } = called(knowledge);
  return matchesOf(text, pattern).map((match) => {
    const [whole, written = '', name = ''] = match;
    const year = Number(written);
    const known = series.get(name);
    const named = known?.members.find(({ to }) => yearOf(to) === year);
    const span = {
      start: match.index,
      end: match.index + whole.length,
      kind: 'meeting' as const,
      from: named?.from ?? `${written}-01-01`,
      to: named?.to ?? `${written}-12-31`,
    };
    const newest = known && latestClosed(known, date);
    // Last year's guides until its year is over, whether or not this year's has been held.
    const isOver = year < yearOf(date) - 1 && (newest === undefined || yearOf(newest.to) > year);
    if (!isOver) return listed({ ...span, decided: 'keep' });
    const isNational = known !== undefined || /^(?:党)?(?:中央|全国|国务院)/u.test(name);
    return {
      ...span,
      role: isNational ? 'annual' : 'local-annual',
      over: true,
      level: 'warning',
      message: () =>
        newest === undefined
          ? bilingual(
              `这是${year}年的会议，到${yearOf(date)}年${monthOf(date)}月已有新的会议，建议核改。`,
              `This is the meeting of ${year}; since then there have been newer ones. Please check.`,
            )
          : bilingual(
              `这是${year}年的会议，最近一次是${newest.name}，建议核改。`,
              `This is the meeting of ${year}; the latest is ${newest.name}. Please check.`,
            ),
      ...(newest === undefined ? {} : { source: newest.source }),
      replacement: null,
    };
  });
}
