import { matchesOf } from '../../draft/matches.ts';
import { formatNumeral, parseNumeral } from '../../draft/numeral-values.ts';
import { pairsOf, signOf } from '../../draft/signs.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { Knowledge, Numbering, Series, SeriesMember } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { session, term } from '../meeting-numbers.ts';
import { calledCongresses } from './mass-congresses.ts';
import { listed, type Target } from './target.ts';
import { latestClosed, memberOf, seriesOf, spokenDate, yearOf } from './time.ts';

interface OtherMeeting {
  readonly numbering: Numbering;
  /** Every match contains it: tested first, since most paragraphs do not. */
  readonly mark: string;
  /** Groups: term, and session if there are several per term; or the year in its name. */
  readonly pattern: RegExp;
  /** The meeting that a match names; undefined if the packs do not know it. */
  readonly named: (series: Series, match: RegExpExecArray) => SeriesMember | undefined;
  /** The name of the newest one in the matched form. */
  readonly write: (match: string, newest: SeriesMember) => string;
}

/** The Youth League, but not 集团, 宣讲团, 代表团. */
export const league = '(?<![集社旅师军财乐剧成讲表席察家])团';

/**
 * Annual meetings and the congresses of mass organisations: one that is presented as current guidance although a
 * newer one has followed.
 */
const meetings: readonly OtherMeeting[] = [
  {
    numbering: 'discipline-plenum',
    mark: '届中央纪',
    pattern: new RegExp(`第?(${term})届中央纪(?:委|律检查委员会)第?(${session})次全(?:体会议|会)`, 'gu'),
    named: bySession,
    write: newSession,
  },
  {
    numbering: 'people-congress',
    mark: '届全国人',
    pattern: new RegExp(`第?(${term})届全国人(?:大|民代表大会)第?(${session})次会议`, 'gu'),
    named: bySession,
    write: newSession,
  },
  {
    numbering: 'political-consultative',
    mark: '全国政协',
    pattern: new RegExp(`全国政协(${term})届(${session})次会议`, 'gu'),
    named: bySession,
    write: (_match, newest) => `全国政协${numeral(newest.term)}届${numeral(newest.session)}次会议`,
  },
  {
    numbering: 'people-congress',
    mark: '两会',
    pattern: /(20\d{2})年(?:的)?全国“?两会”?/gu,
    named: ({ members }, match) => members.find((member) => yearOf(member.to) === Number(match[1])),
    write: (match, newest) => match.replace(/^\d{4}/u, String(yearOf(newest.to))),
  },
  {
    numbering: 'youth-league-congress',
    mark: '团',
    pattern: new RegExp(`(?:共青团|${league}的?)(${term})大`, 'gu'),
    named: bySession,
    write: newTerm,
  },
  {
    numbering: 'trade-union-congress',
    mark: '工会',
    pattern: new RegExp(`(?:中国)?工会(${term})大`, 'gu'),
    named: bySession,
    write: newTerm,
  },
  {
    numbering: 'womens-congress',
    mark: '妇',
    pattern: new RegExp(`(?:中国)?(?:妇女|妇联)(${term})大`, 'gu'),
    named: bySession,
    write: newTerm,
  },
];

/** A row with its series. */
type KnownMeeting = Omit<OtherMeeting, 'numbering'> & { readonly series: Series };

interface KnownMeetings {
  readonly rows: readonly KnownMeeting[];
  /** Any mark of them: one search for all, since most paragraphs have none. */
  readonly marks: RegExp;
}

const knownMeetings = byKnowledge((knowledge): KnownMeetings => {
  const rows = rowsOf(knowledge);
  return { rows, marks: new RegExp([...new Set(rows.map(({ mark }) => mark))].join('|'), 'u') };
});

const rowsOf = (knowledge: Knowledge): readonly KnownMeeting[] => [
  ...meetings.flatMap(({ numbering, ...meeting }) => {
    const series = seriesOf(knowledge, numbering);
    return series === undefined ? [] : [{ ...meeting, series }];
  }),
  ...calledCongresses(knowledge).map(({ series, name, pattern }) => ({
    series,
    mark: name,
    pattern,
    named: bySession,
    write: newNumber,
  })),
];

function bySession(series: Series, match: RegExpExecArray): SeriesMember | undefined {
  return memberOf(series, parseNumeral(match[1] ?? ''), parseNumeral(match[2] ?? '') ?? undefined);
}

function newSession(match: string, newest: SeriesMember): string {
  const [t, s] = [numeral(newest.term), numeral(newest.session)];
  return match.replace(/^(第?).+?届(.+?)(第?)[一二三四五六七八九]次/u, `$1${t}届$2$3${s}次`);
}

function newTerm(match: string, newest: SeriesMember): string {
  return match.replace(new RegExp(`${term}大$`, 'u'), `${numeral(newest.term)}大`);
}

/** 第七次 and 七大, with the number of the newest. */
function newNumber(match: string, newest: SeriesMember): string {
  return match.replace(/[一二三四五六七八九十]+(?=次|大)/u, numeral(newest.term));
}

function numeral(value: number | undefined): string {
  return value === undefined ? '' : formatNumeral(value);
}

/** Last year's work followed last year's session; such a review begins its paragraph. */
const pastYear = /一年来|过去一年|去年|一年里|(?:20\d{2}|二〇二.)年(?:以?来)?，/u;

/** A sign of all these meetings. */
export const otherMeetingSign = signOf(
  '央纪',
  '届全',
  '国政',
  '两会',
  ...pairsOf('团会女联', '二十'),
  '团的',
);

/** All mentions of annual or terminal meetings other than the Party's congress. Offsets of the paragraph. */
export function otherMeetingMentions(text: string, knowledge: Knowledge, date: IsoDate): Target[] {
  const mentions: Target[] = [];
  const { rows, marks } = knownMeetings(knowledge);
  if (!marks.test(text)) return mentions;
  for (const meeting of rows) {
    if (!text.includes(meeting.mark)) continue;
    const { series } = meeting;
    const newest = latestClosed(series, date);
    if (newest === undefined) continue;
    for (const match of matchesOf(text, meeting.pattern)) {
      const named = meeting.named(series, match);
      const span = {
        start: match.index,
        end: match.index + match[0].length,
        from: named?.from ?? null,
        to: named?.to ?? null,
      };
      // A session that the packs do not know is judged by its term alone.
      const isOlder =
        named === undefined
          ? isEarlierTerm(match, newest)
          : named.to < newest.to && !isSameYear(named, newest);
      if (!isOlder) {
        mentions.push(listed({ ...span, kind: 'meeting', decided: 'keep' }));
        continue;
      }
      const isLastYears =
        named !== undefined &&
        yearOf(named.to) === yearOf(date) - 1 &&
        pastYear.test(text.slice(Math.max(0, match.index - 400), match.index));
      if (isLastYears) {
        mentions.push(listed({ ...span, kind: 'meeting', decided: 'check' }));
        continue;
      }
      mentions.push({
        ...span,
        kind: 'meeting',
        role: 'session',
        over: true,
        level: 'warning',
        message: () =>
          bilingual(
            `此处为${named === undefined ? '往届' : `${yearOf(named.to)}年`}的会议。最近一次是${newest.name}（${spokenDate(newest.to)}闭幕），作为当前要求建议核改。`,
            `This meeting was held ${named === undefined ? 'in an earlier term' : `in ${yearOf(named.to)}`}. The latest is ${newest.name} (closed ${newest.to}); as today's guidance, please check.`,
          ),
        source: newest.source,
        replacement: meeting.write(match[0], newest),
      });
    }
  }
  return mentions;
}

/** 第十七届中央纪委第七次全会: its number belongs to an earlier term. */
function isEarlierTerm(match: RegExpExecArray, newest: SeriesMember): boolean {
  const written = parseNumeral(match[1] ?? '');
  return written !== null && newest.term !== undefined && written < newest.term;
}

/** 二十届中央纪委五次全会 (January 2026) is still this year's guidance after the sixth (August 2026). */
function isSameYear(a: SeriesMember, b: SeriesMember): boolean {
  return yearOf(a.to) === yearOf(b.to);
}
