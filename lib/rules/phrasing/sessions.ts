import { matchesOf } from '../../draft/matches.ts';
import { hasSign, pairsOf, signOf } from '../../draft/signs.ts';
import { bilingual } from '../../language/language.ts';
import { session, term } from '../meeting-numbers.ts';
import type { ParagraphText } from '../paragraph-context.ts';
import { changeTo } from '../quoted-words.ts';
import type { RuleFinding } from '../types.ts';

/** Wrong names, each with a sign of all of its kind, which is tested first. */
const orders = [
  {
    mark: '届全国政协',
    wrong: new RegExp(`(${term})届全国政协(${session})次会议`, 'gu'),
    right: (t: string, s: string) => `全国政协${t}届${s}次会议`,
    source: { title: '全国政协十四届四次会议', date: '2026-03-11' },
  },
  {
    mark: '全国人大',
    wrong: new RegExp(`全国人大(${term})届(${session})次会议`, 'gu'),
    right: (t: string, s: string) => `${t}届全国人大${s}次会议`,
    source: { title: '十四届全国人大四次会议', date: '2026-03-12' },
  },
  {
    mark: '届中央委员第',
    wrong: new RegExp(`第(${term})届中央委员第(${session})次全体会议`, 'gu'),
    right: (t: string, s: string) => `第${t}届中央委员会第${s}次全体会议`,
    source: { title: '中国共产党第二十届中央委员会第四次全体会议公报', date: '2025-10-23' },
  },
  {
    mark: '次全会',
    wrong: new RegExp(`(?<=党的|中共)(${term})届(${session})次全会`, 'gu'),
    right: (t: string, s: string) => `${t}届${s}中全会`,
    source: { title: '中国共产党第二十届中央委员会第四次全体会议公报', date: '2025-10-23' },
  },
];

/** A sign of all of them. */
const wrongSign = signOf('届全', '员第', ...pairsOf('一二三四五六七八九', '次'), ...pairsOf('大', '二十'));

/**
 * The order of words differs: 十四届全国人大四次会议, but 全国政协十四届四次会议. A plenum is one of the 中央委员会 and is counted with 中:
 * 党的二十届四中全会. Offsets of the paragraph. Source: the official names of the sessions.
 */
export function sessionNameFindings({ text, signs }: Pick<ParagraphText, 'text' | 'signs'>): RuleFinding[] {
  const findings: RuleFinding[] = [];
  if (!hasSign(signs, wrongSign)) return findings;
  for (const order of orders) {
    if (!text.includes(order.mark)) continue;
    for (const match of matchesOf(text, order.wrong)) {
      const right = order.right(match[1] ?? '', match[2] ?? '');
      const [start, end] = [match.index, match.index + match[0].length];
      findings.push({
        rule: 'standard-phrasing',
        level: 'error',
        start,
        end,
        message: bilingual(`会议名称通常写作“${right}”。`, `The session is usually named “${right}”.`),
        source: order.source,
        fixes: [{ label: changeTo(right), edits: [{ start, end, text: right }] }],
      });
    }
  }
  return findings;
}
