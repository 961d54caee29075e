import type { Paragraph } from '../draft/types.ts';
import { campaignMentions } from './outdated/campaigns.ts';
import { frameMention } from './outdated/framing.ts';
import { findingOf, isPresented, type Mention } from './outdated/mention.ts';
import { partyMeetingMentions } from './outdated/party-meetings.ts';
import { planMentions } from './outdated/plans.ts';
import { termMentions } from './outdated/terms.ts';
import { yearlyMeetingMentions } from './outdated/yearly-meetings.ts';
import type { Finding, ParagraphRule, RuleContext } from './types.ts';

/**
 * Old congresses, plenums, sessions, plans, campaigns, institutions, regulations and formulations, presented as today's.
 * An old name is no fault by itself: how the sentence frames it decides.
 */
export const outdatedReference: ParagraphRule = {
  id: 'outdated-reference',
  title: '过时提法',
  about: '往届会议、已结束的规划和学习教育、已更名的机构和已废止的法规，被当作今天的要求写进稿件。',
  scope: 'paragraph',
  check(paragraph: Paragraph, context: RuleContext): Finding[] {
    const { text } = paragraph;
    const { knowledge, asOf } = context;
    const found: Finding[] = [];
    const consider = (mention: Mention) => {
      const framing = mention.decided
        ? null
        : frameMention(paragraph, mention, mention.kind, knowledge.cues, asOf.date);
      if (framing !== null && !isPresented(mention, framing)) return;
      if (found.some((other) => mention.start < other.end && other.start < mention.end)) return;
      found.push(findingOf(mention, text));
    };
    for (const mention of partyMeetingMentions(text, knowledge, asOf.date)) consider(mention);
    for (const mention of yearlyMeetingMentions(text, knowledge, asOf.date)) consider(mention);
    for (const mention of planMentions(paragraph, knowledge, asOf.date)) consider(mention);
    for (const mention of campaignMentions(text, knowledge, asOf.date)) consider(mention);
    for (const mention of termMentions(text, context.hits(paragraph), knowledge, asOf.date)) {
      if (mention.needsSegmenter && !isWholeWord(mention, text, context)) continue;
      consider(mention);
    }
    return found;
  },
};

function isWholeWord(mention: Mention, text: string, context: RuleContext): boolean {
  if (context.segmenter === undefined) {
    context.wantSegmenter();
    return false;
  }
  return context.segmenter.isWholeWords(text, mention.start, mention.end);
}
