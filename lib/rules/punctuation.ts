import { bilingual } from '../language/language.ts';
import { moved } from './moved.ts';
import { doubledMarks, manyMarks } from './punctuation/doubled.ts';
import { ellipses } from './punctuation/ellipsis.ts';
import { etcetera, mixedSeparators, roughCounts } from './punctuation/enumeration.ts';
import { exemptStretches, looksLikeCode } from './punctuation/exempt.ts';
import { halfWidthBrackets } from './punctuation/half-brackets.ts';
import { halfStops } from './punctuation/half-stops.ts';
import { halfWidthMarks } from './punctuation/half-width.ts';
import { pairFaults } from './punctuation/pairs.ts';
import { unmarkedPlans } from './punctuation/plan-quotes.ts';
import { quotationEnds } from './punctuation/quotation-ends.ts';
import { rangeMarks } from './punctuation/ranges.ts';
import { straySpaces } from './punctuation/spaces.ts';
import { straightQuotes } from './punctuation/straight-quotes.ts';
import { trait, traitsOf } from './punctuation/traits.ts';
import type { Fault } from './style/fault.ts';
import type { DraftContext, DraftRule, RuleFinding } from './types.ts';

/**
 * Marks of the wrong width, doubled, unclosed or nested marks, and what GB/T 15834—2011 says of 、 and ranges (rules
 * 20, 21, 23–28). A draft rule, since a quotation may close in a later paragraph.
 */
export const punctuation: DraftRule = {
  id: 'punctuation',
  title: bilingual('标点符号', 'Punctuation'),
  about: bilingual(
    '看中文里的半角标点、直引号、重复的标点，引号书名号是否成对，顿号、省略号、连接号是否合乎规范。',
    'Half-width and straight marks, doubled marks, pairs of quotation and title marks, “、”, ellipses and dashes.',
  ),
  example: { before: '要提高认识,抓好落实。', after: '要提高认识，抓好落实。', date: '2026-11-20' },
  basis: bilingual('GB/T 15834—2011《标点符号用法》', 'GB/T 15834—2011 (punctuation)'),
  scope: 'draft',
  check({ draft }: DraftContext): RuleFinding[] {
    const faults: Fault[] = [];
    const paired: number[] = [];
    for (const { text, start, index } of draft.paragraphs) {
      const traits = traitsOf(text);
      if (traits === 0) continue;
      if ((traits & trait.pair) !== 0) paired.push(index);
      if ((traits & ~trait.pair) === 0) continue;
      for (const fault of faultsOf(text, traits)) faults.push(moved(fault, start));
    }
    return [...faults, ...pairFaults(draft, paired)]
      .map((fault) => ({ rule: 'punctuation' as const, ...fault }))
      .sort((a, b) => a.start - b.start);
  },
};

function faultsOf(text: string, traits: number): Fault[] {
  const found: Fault[][] = [];
  const has = (...wanted: number[]) => wanted.some((one) => (traits & one) !== 0);
  if (has(trait.halfPause, trait.halfBracket, trait.straightQuote, trait.halfStop) && !looksLikeCode(text)) {
    const exempt = exemptStretches(text);
    if (has(trait.halfPause)) found.push(halfWidthMarks(text, exempt));
    if (has(trait.halfBracket)) found.push(halfWidthBrackets(text, exempt));
    if (has(trait.halfStop)) found.push(halfStops(text, exempt));
    if (has(trait.straightQuote)) found.push(straightQuotes(text, exempt));
  }
  if (has(trait.doubled)) found.push(doubledMarks(text));
  if (has(trait.manyMarks)) found.push(manyMarks(text));
  if (has(trait.pauseBeforeMore)) found.push(etcetera(text));
  if (has(trait.pauseBetweenNumbers)) found.push(roughCounts(text));
  if (has(trait.quoteSeparator)) found.push(mixedSeparators(text));
  if (has(trait.ellipsis)) found.push(ellipses(text));
  if (has(trait.space)) found.push(straySpaces(text));
  if (has(trait.hyphen)) found.push(rangeMarks(text));
  if (has(trait.five)) found.push(unmarkedPlans(text));
  if (has(trait.sentenceEndAtQuote)) found.push(quotationEnds(text));
  return found.flat();
}
