import { matchesOf } from '../../draft/matches.ts';
import { formatNumeral, parseNumeral } from '../../draft/numerals.ts';
import type { IsoDate } from '../../draft/types.ts';
import { both } from '../../language.ts';
import type { Knowledge, Numbering, SeriesMember } from '../../phrases/types.ts';
import type { Mention } from './mention.ts';
import { latestClosed, seriesOf, spokenDate, yearOf } from './time.ts';

const term = '二?十[一二三四五六七八九]?';
const session = '[一二三四五六七八九]';

interface YearlyMeeting {
  readonly numbering: Numbering;
  /** Groups: term, session. */
  readonly pattern: RegExp;
  /** The name in the style that was matched. */
  readonly write: (match: string, term: string, session: string) => string;
}

/** Meetings held every year: an older one presented as today's guidance has been followed by this year's. */
const meetings: readonly YearlyMeeting[] = [
  {
    numbering: 'discipline-plenum',
    pattern: new RegExp(`第?(${term})届中央纪(?:委|律检查委员会)第?(${session})次全(?:体会议|会)`, 'gu'),
    write: (match, t, s) =>
      match.replace(/^(第?).+?届(.+?)(第?)[一二三四五六七八九]次/u, `$1${t}届$2$3${s}次`),
  },
  {
    numbering: 'people-congress',
    pattern: new RegExp(`第?(${term})届全国人(?:大|民代表大会)第?(${session})次会议`, 'gu'),
    write: (match, t, s) =>
      match.replace(/^(第?).+?届(.+?)(第?)[一二三四五六七八九]次/u, `$1${t}届$2$3${s}次`),
  },
  {
    numbering: 'political-consultative',
    pattern: new RegExp(`全国政协(${term})届(${session})次会议`, 'gu'),
    write: (_match, t, s) => `全国政协${t}届${s}次会议`,
  },
];

/** Last year was worked by last year's session, and that is told at the head of a paragraph. */
const pastYear = /一年来|过去一年|去年|一年里|(?:20\d{2}|二〇二.)年(?:以?来)?，/u;

/** Mentions of sessions that a later year's session has followed by a day. Offsets of the paragraph. */
export function yearlyMeetingMentions(text: string, knowledge: Knowledge, date: IsoDate): Mention[] {
  if (!text.includes('届')) return [];
  const mentions: Mention[] = [];
  for (const meeting of meetings) {
    const series = seriesOf(knowledge, meeting.numbering);
    const newest = series && latestClosed(series, date);
    if (series === undefined || newest === undefined) continue;
    for (const match of matchesOf(text, meeting.pattern)) {
      const termNumber = parseNumeral(match[1] ?? '');
      const sessionNumber = parseNumeral(match[2] ?? '');
      const named = series.members.find(
        (member) => member.term === termNumber && member.session === sessionNumber,
      );
      // A session the packs do not know is not judged.
      if (named === undefined || named.to >= newest.to || isSameYear(named, newest)) continue;
      if (
        yearOf(named.to) === yearOf(date) - 1 &&
        pastYear.test(text.slice(Math.max(0, match.index - 400), match.index))
      )
        continue;
      const replacement = meeting.write(
        match[0],
        formatNumeral(newest.term ?? 0),
        formatNumeral(newest.session ?? 0),
      );
      mentions.push({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'meeting',
        level: 'warning',
        message: () =>
          both(
            `此处为${yearOf(named.to)}年的会议。最近一次是${newest.name}（${spokenDate(newest.to)}闭幕），作为当前要求建议核改。`,
            `This session was held in ${yearOf(named.to)}. The latest is ${newest.name} (closed ${newest.to}); as today's guidance, please check.`,
          ),
        source: newest.source,
        replacement,
      });
    }
  }
  return mentions;
}

/** 二十届中央纪委五次全会 (January 2026) is still this year's guidance after the sixth (August 2026). */
function isSameYear(a: SeriesMember, b: SeriesMember): boolean {
  return yearOf(a.to) === yearOf(b.to);
}
