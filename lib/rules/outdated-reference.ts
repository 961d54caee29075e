import type { Paragraph } from '../draft/types.ts';
import { both } from '../language.ts';
import { campaignMentions } from './outdated/campaigns.ts';
import { type Framing, frameMention } from './outdated/framing.ts';
import { findingOf, isPresented, type Mention } from './outdated/mention.ts';
import { otherMeetingMentions } from './outdated/other-meetings.ts';
import { partyMeetingMentions } from './outdated/party-meetings.ts';
import { planMentions } from './outdated/plans.ts';
import { termMentions } from './outdated/terms.ts';
import { welcomeMentions } from './outdated/welcomes.ts';
import { withoutOwnRight } from './own-right.ts';
import type { ParagraphRule, RuleContext, RuleFinding } from './types.ts';
import { isWholeWords } from './whole-words.ts';

/** A mention of something that is over, and how its sentence presents it. */
export interface JudgedMention {
  readonly mention: Mention;
  /** Null where arithmetic on a named year decided already. */
  readonly framing: Framing | null;
  /** True when it is presented as today's, and so reported. */
  readonly presented: boolean;
}

/**
 * Old congresses, plenums, sessions, plans, campaigns, institutions, regulations and formulations, presented as today's.
 * An old name is no fault by itself: how the sentence frames it decides.
 */
export const outdatedReference: ParagraphRule = {
  id: 'outdated-reference',
  title: both('过时提法', 'Outdated references'),
  about: both(
    '往届会议、已结束的规划和学习教育、已更名的机构和已废止的法规，被当作今天的要求写进稿件。',
    'Earlier congresses, finished plans and campaigns, renamed offices and repealed regulations, written as if of today.',
  ),
  example: {
    before: '要深入学习贯彻党的十九大精神，把各项工作抓紧抓实。',
    after: '要深入学习贯彻党的二十大精神，把各项工作抓紧抓实。',
    date: '2026-11-20',
  },
  basis: both('词库各条所注的会议、文件和日期', 'The meetings, documents and dates named by each pack entry'),
  scope: 'paragraph',
  check(paragraph: Paragraph, context: RuleContext): RuleFinding[] {
    const found: RuleFinding[] = [];
    for (const { mention, framing, presented } of judgeMentions(paragraph, context)) {
      if (!presented) continue;
      if (found.some(({ start, end }) => mention.start < end && start < mention.end)) continue;
      found.push(findingOf(mention, paragraph.text, framing));
    }
    return withoutOwnRight(found, paragraph.text, context.knowledge);
  },
};

/** All mentions of things that are over on the draft's date, each with the verdict on it. Offsets of the paragraph. */
export function judgeMentions(paragraph: Paragraph, context: RuleContext): JudgedMention[] {
  const { text } = paragraph;
  const { knowledge, asOf } = context;
  const terms = termMentions(text, context.hits(paragraph), knowledge, asOf.date);
  const mentions: Mention[] = [
    ...partyMeetingMentions(text, knowledge, asOf.date),
    ...welcomeMentions(text, knowledge, asOf.date),
    ...otherMeetingMentions(text, knowledge, asOf.date),
    ...planMentions(paragraph, knowledge, asOf.date),
    ...campaignMentions(text, knowledge, asOf.date),
    ...terms.filter((mention) => !mention.needsSegmenter || isWholeWords(mention, text, context)),
  ];
  return mentions.map((mention) => {
    if (mention.decided === true) return { mention, framing: null, presented: true };
    const framing = frameMention(paragraph, mention, mention.kind, knowledge.cues, asOf.date);
    return { mention, framing, presented: isPresented(mention, framing) };
  });
}
