import { matchesOf } from '../../draft/matches.ts';
import type { ParagraphText } from '../paragraph-context.ts';
import { listed, type Target } from './target.ts';

const figure =
  /[约近超达]?(?:\d[\d,，.．]*|[一二三四五六七八九十百千万两零〇]+)(?:多|余|几)?(?:万|亿|千|百)?(?:多|余)?(?:%|％|‰|个百分点|百分点|元|(?:平方|立方)?(?:公里|千米|公顷|米|人次|\p{Script=Han})?)|百分之[一二三四五六七八九十百点零〇\d]+|[一二三四五六七八九]成[一二三四五六七八九]?/gu;
/**
 * Figures of the time under review, which need the author's own data. Listed, never marked. Offsets of the paragraph.
 */
export function figureMentions({ text }: ParagraphText): Target[] {
  if (!/\d|百分之|[百千万]/u.test(text)) return [];
  return matchesOf(text, figure).flatMap((match) => {
    if (
      !/\d{2}|\d\.|\d[%％个万亿户]|百分之|[一二三四五六七八九]成|[一二三四五六七八九十两几数\d][百千万亿]|\d(?:件|次|期|人)/u.test(
        match[0],
      ) ||
      /^\d{4}年|月|日/u.test(match[0])
    )
      return [];
    const end = match.index + match[0].length;
    return [listed({ start: match.index, end, kind: 'figure', decided: 'check' })];
  });
}
