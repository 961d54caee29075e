import { hasSign, pairsOf, signOf } from './signs.ts';
import type { Draft, Span } from './types.ts';

/** Measure words with nouns that speeches enumerate; 二点 alone may be a time, 二条 an address. */
const wrongTwo =
  /二(?:点(?:意见|要求|建议|希望|体会|感受|看法)|个(?:方面|问题|环节|重点|关键|层面|阶段|要求|百年|月|小时|半天|百分点)|件(?:事|大事|实事)|项(?:工作|任务|措施|举措|要求)|条(?:意见|要求|建议|措施)|层意思|句话)/gu;
const wrongTwoSign = signOf(...pairsOf('二', '点个件项条层句'));
/** 第二个方面, 十二项工作, 一二件事, 其二点; 七点二个百分点, but not 这一点二个方面都要抓. */
const partOfNumber =
  /(?:[第其初周一二三四五六七八九十百千万零〇○廿卅\d.．、～~—\-至到]|[一二三四五六七八九十零〇○]点)$/u;

/** 第十九条: a text with so many articles is a law, and laws write 二个月. */
const article = /^[\s　]*第[一二三四五六七八九十百零〇○]+条[\s　]/gmu;
const fewestArticles = 3;

/**
 * 二 before a measure word that needs 两 (二点意见, 二个方面). Takes a draft; returns spans of number and measure word, in
 * order. Quotations and titles are skipped.
 */
export function findWrongTwos(draft: Draft): Span[] {
  const found: Span[] = [];
  const { text } = draft;
  if (!draft.paragraphs.some(({ signs }) => hasSign(signs, wrongTwoSign))) return found;
  wrongTwo.lastIndex = 0;
  for (let match = wrongTwo.exec(text); match !== null; match = wrongTwo.exec(text)) {
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    if (partOfNumber.test(before) || /[“‘《〈]$/u.test(before)) continue;
    if (match[0] === '二个月' && isLaw(text)) continue;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function isLaw(text: string): boolean {
  return (text.match(article)?.length ?? 0) >= fewestArticles;
}
