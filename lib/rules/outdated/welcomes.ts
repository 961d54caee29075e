import { matchesOf } from '../../draft/matches.ts';
import { parseNumeral } from '../../draft/numerals.ts';
import type { IsoDate } from '../../draft/types.ts';
import { both } from '../../language.ts';
import type { Knowledge } from '../../phrases/types.ts';
import { term } from '../meeting-numbers.ts';
import type { Mention } from './mention.ts';
import { memberOf, seriesOf, spokenDate } from './time.ts';

const meeting = `(?:党的|中共)(${term})(?:大|届([一二三四五六七])中全会)`;
/**
 * 以优异成绩迎接党的二十大胜利召开, 以实际行动迎接党的二十大, 向党的二十大献礼. 为迎接…, and 迎接…的日子里, tell of a
 * time that was.
 */
const welcome = new RegExp(
  [
    `(?<!为)(?:迎接|喜迎)${meeting.replace('中共)', '中共)?')}的?(?:胜利)?召开(?=[，。！；]|$)`,
    `(?<=[以用][^，。；]{1,12})(?:迎接|喜迎)${meeting}(?=[，。！；]|$)`,
    `(?<=[以用][^，。；]{1,12})[向为]${meeting}(?:胜利召开)?献礼(?=[，。！；]|$)`,
  ].join('|'),
  'gu',
);

/** Meetings that are looked forward to although they had closed by a day. Offsets of the paragraph. */
export function welcomeMentions(text: string, knowledge: Knowledge, date: IsoDate): Mention[] {
  if (!/迎|献礼/u.test(text)) return [];
  const mentions: Mention[] = [];
  for (const match of matchesOf(text, welcome)) {
    const [written = '', numbered] = match.slice(1).filter((group) => group !== undefined);
    const term = parseNumeral(written);
    const session = numbered === undefined ? undefined : parseNumeral(numbered);
    const series = seriesOf(knowledge, session === undefined ? 'party-congress' : 'plenum');
    const met = series && memberOf(series, term, session);
    if (met === undefined || met.attestation === 'none' || met.to >= date) continue;
    mentions.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: 'meeting',
      level: 'warning',
      message: () =>
        both(
          `${met.name}已于${spokenDate(met.to)}闭幕，此处写作尚未召开，建议核改。`,
          `${met.name} closed on ${met.to}; here it is still to come. Please check.`,
        ),
      source: met.source,
      replacement: null,
      presumed: true,
    });
  }
  return mentions;
}
