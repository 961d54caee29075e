import { matchesOf } from '../../draft/matches.ts';
import { listed, type Target } from './target.ts';

const number = '[一二三四五六七八九十百零〇\\d]{1,4}';
/** Congresses, plenums and sessions of a place or an organisation, which no pack knows: 县第十三次党代会, 市委八届六次全会. */
const local = new RegExp(
  [
    `[省市县区州盟旗镇乡校院司团局]?(?:委)?第?${number}[次届](?:党代会|党员代表大会|代表大会|团代会|妇代会|工代会|职代会|教代会|人代会)`,
    `[省市县区州盟旗镇乡校院]?(?:委|纪委|党委)?第?${number}届(?:省委|市委|县委|区委|州委|旗委|党委|纪委|委员会)?第?${number}次(?:全体会议|全体|全会)`,
    `[省市县区州盟旗镇乡]?(?:第)?${number}届人大(?:常委会)?第?${number}次(?:会议|全体会议)`,
    `[省市县区州盟旗]?政协第?${number}届(?:常委会)?第?${number}次(?:会议|全体会议)`,
    `[省市县区州盟旗](?:委|党)[^，。；：“”、]{0,6}(?:全会|党代会)`,
    `[省市县区州盟旗]两会`,
  ].join('|'),
  'gu',
);
/** Every match contains one of these; most paragraphs contain none. */
const anyLocal = /[届次]|全会|党代会|两会|政协/u;
const national = /中央|全国/u;

/** All local meetings of a paragraph: only the author knows the later ones. Listed, never marked. */
export function localMeetingMentions(text: string): Target[] {
  if (!text.includes('会') || !anyLocal.test(text)) return [];
  return matchesOf(text, local).flatMap((match) => {
    const around = text.slice(Math.max(0, match.index - 3), match.index + match[0].length);
    if (national.test(around)) return [];
    return [
      listed({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'local-meeting',
        decided: 'check',
      }),
    ];
  });
}
