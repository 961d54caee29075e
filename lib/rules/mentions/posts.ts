import { sentenceAround } from '../../draft/draft.ts';
import { matchesOf } from '../../draft/matches.ts';
import type { IsoDate } from '../../draft/types.ts';
import type { Knowledge, SeriesMember } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { listed, type Target } from './target.ts';
import { allSeriesOf, yearOf } from './time.ts';

interface Holders {
  /** Groups: holder before the post, holder behind it. */
  readonly pattern: RegExp;
  readonly byName: ReadonlyMap<string, SeriesMember>;
}

const holders = byKnowledge((knowledge): readonly Holders[] =>
  allSeriesOf(knowledge, 'post').map(({ called, members }) => {
    const names = members.map(({ name }) => name).join('|');
    const posts = [...called].sort((a, b) => b.length - a.length).join('|');
    return {
      pattern: new RegExp(`(${names})(?:同志)?(?:${posts})|(?:${posts})(${names})`, 'gu'),
      byName: new Map(members.map((member) => [member.name, member])),
    };
  }),
);

/** 时任国务院总理李克强, 原国务院总理: said as former. */
const former = /(?:时任|原任|[原前])(?:中华人民共和国)?$/u;
const years = /((?:19|20)\d{2})年/gu;

/**
 * Holders of the posts that the packs know: to be checked where their term does not hold the day judged on, unless the
 * sentence tells of a year of their term. Listed, never marked: a speech may name a holder of any time. Offsets of the
 * paragraph.
 */
export function postMentions(text: string, knowledge: Knowledge, date: IsoDate): Target[] {
  return holders(knowledge).flatMap(({ pattern, byName }) =>
    matchesOf(text, pattern).flatMap((match) => {
      const member = byName.get(match[1] ?? match[2] ?? '');
      if (member === undefined) return [];
      const { from, to } = member;
      const span = { start: match.index, end: match.index + match[0].length };
      const isInOffice = from <= date && date <= to;
      const isSettled = isInOffice || isToldOfThen(text, span, member);
      const decided = isSettled ? 'keep' : 'check';
      return [listed({ ...span, kind: 'leader-formula', from, to, decided })];
    }),
  );
}

function isToldOfThen(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { from, to }: SeriesMember,
): boolean {
  const sentence = sentenceAround(text, start, end);
  if (former.test(text.slice(sentence.start, start))) return true;
  return matchesOf(text.slice(sentence.start, sentence.end), years).some((match) => {
    const year = Number(match[1]);
    return yearOf(from) <= year && year <= yearOf(to);
  });
}
