import { apart } from '../../draft/overlaps.ts';
import { hasSign } from '../../draft/signs.ts';
import type { MentionKind } from '../../phrases/types.ts';
import type { RuleParagraph } from '../paragraph.ts';
import type { ParagraphContext } from '../paragraph-context.ts';
import { isWholeWords } from '../whole-words.ts';
import { anniversaryMentions, countSign } from './anniversaries.ts';
import { annualMeetingMentions } from './annual-meetings.ts';
import { besideDatedMentions } from './beside-dated.ts';
import { campaignMentions, campaignWords } from './campaigns.ts';
import { dayWordMentions } from './day-words.ts';
import { eventTimeMentions } from './event-times.ts';
import { massCongressSign } from './mass-congresses.ts';
import { meetingTimeMentions } from './meeting-times.ts';
import { ofTheirYearsMentions } from './of-their-years.ts';
import { otherMeetingMentions, otherMeetingSign } from './other-meetings.ts';
import { partyMeetingMentions, partyMeetingSign } from './party-meetings.ts';
import { pendingMentions } from './pending.ts';
import { planMentions, planSign, rangedDocumentMentions } from './plans.ts';
import { barePlenums } from './plenums.ts';
import type { OfDay } from './remembered.ts';
import { sameCampaignMentions } from './same-campaign.ts';
import type { Target } from './target.ts';
import { termMentions } from './terms.ts';
import { yearMentions, yearSign } from './written-years.ts';

/**
 * The time-bound mentions of a paragraph, before any sentence is judged. Extractors run only if their sign is
 * present.
 * @param kinds the kinds wanted: all targets of these are found, and some of others; absent: all
 */
export function targetsOf(
  paragraph: RuleParagraph,
  context: ParagraphContext,
  kinds?: ReadonlySet<MentionKind>,
): readonly Target[] {
  if (kinds !== undefined) {
    const wants = wantsOf(kinds);
    return withOldDay(ofDay(paragraph, context, wants), paragraph, context, wants);
  }
  const { date, writtenOn } = context;
  const { days, ofToday } = paragraph.remembered;
  const ofDate = days.once(date, () => ofDay(paragraph, context, everything));
  if (ofDate.isUndecided) context.wantSegmenter();
  if (writtenOn !== undefined) return withOldDay(ofDate, paragraph, context, everything);
  return ofToday.once(date, () => withOldDay(ofDate, paragraph, context, everything));
}

/** What a paragraph contains for one day, with what depends on the day that an old draft was written for. */
function withOldDay(
  ofDate: OfDay,
  paragraph: RuleParagraph,
  context: ParagraphContext,
  wants: Wants,
): Target[] {
  const { text, signs, remembered } = paragraph;
  const { knowledge, date, writtenOn } = context;
  const targets: Target[] = [];
  if (wants.meetings && writtenOn !== undefined && hasSign(signs, partyMeetingSign))
    addAll(targets, barePlenums(text, knowledge, date, writtenOn));
  const hasBare = targets.length > 0;
  addAll(targets, ofDate.numbered);
  addAll(targets, ofDate.others);
  addAll(targets, hasBare ? apart(ofDate.annual, targets, text.length) : ofDate.annual);
  addAll(targets, hasBare ? meetingTimeMentions(text, targets, date) : ofDate.times);
  addAll(targets, ofDate.named);
  if (wants.campaigns) {
    remembered.campaigns ??= campaignWords(paragraph, knowledge);
    addAll(targets, campaignMentions(text, remembered.campaigns, knowledge, date, writtenOn));
  }
  if (wants.anniversaries && hasSign(signs, countSign))
    addAll(targets, anniversaryMentions(text, knowledge, date, writtenOn));
  // 2021年全国两会, 2022年10月召开的: the year is part of another target.
  const isOld = writtenOn !== undefined && writtenOn !== date;
  const written = isOld && ofDate.years.length > 0 ? yearMentions(text, date, writtenOn) : ofDate.years;
  const years = apart(written, targets, text.length);
  // Without an old draft's day they are only listed; on that day itself none of them is over.
  if (isOld) {
    const reckoned = targets.filter(({ kind, over }) => over || kind === 'meeting-time');
    // 12月1日召开 behind 2022年11月26日至: the day is part of its year.
    const taken = [...reckoned, ...written];
    const events = apart(eventTimeMentions(paragraph, date, writtenOn), taken, text.length);
    const beside = besideDatedMentions(text, targets, date, writtenOn);
    addAll(targets, events);
    addAll(targets, apart(beside, [...reckoned, ...events], text.length));
    addAll(targets, apart(ofTheirYearsMentions(paragraph, date, writtenOn), reckoned, text.length));
    addAll(targets, apart(pendingMentions(paragraph, date, writtenOn), reckoned, text.length));
    addAll(targets, apart(sameCampaignMentions(text, targets, writtenOn), targets, text.length));
    addAll(targets, apart(dayWordMentions(text, date, writtenOn), [...targets, ...written], text.length));
  }
  addAll(targets, years);
  return targets;
}

/** What to search for: a kind that takes words from a wanted one is included, and terms always are. */
interface Wants {
  readonly meetings: boolean;
  readonly plans: boolean;
  readonly documents: boolean;
  readonly campaigns: boolean;
  readonly anniversaries: boolean;
  readonly years: boolean;
}

const everything: Wants = {
  meetings: true,
  plans: true,
  documents: true,
  campaigns: true,
  anniversaries: true,
  years: true,
};

function wantsOf(kinds: ReadonlySet<MentionKind> | undefined): Wants {
  // Years yield to all other targets.
  if (kinds === undefined || kinds.has('year')) return everything;
  const documents = kinds.has('regulation');
  return {
    meetings: kinds.has('meeting') || kinds.has('meeting-time'),
    plans: documents || kinds.has('plan'),
    documents,
    campaigns: kinds.has('campaign'),
    anniversaries: kinds.has('anniversary'),
    years: false,
  };
}

function ofDay(paragraph: RuleParagraph, context: ParagraphContext, wants: Wants): OfDay {
  const { text, signs } = paragraph;
  const { knowledge, date } = context;
  const ofParty = wants.meetings && hasSign(signs, partyMeetingSign);
  const ofOthers = wants.meetings && (hasSign(signs, otherMeetingSign) || hasSign(signs, massCongressSign));
  const hasYear = hasSign(signs, yearSign);
  const numbered = ofParty ? partyMeetingMentions(text, knowledge, date) : [];
  const others = ofOthers ? otherMeetingMentions(text, knowledge, date) : [];
  const meetings = [...numbered, ...others];
  const annual =
    wants.meetings && hasYear
      ? apart(annualMeetingMentions(text, knowledge, date), meetings, text.length)
      : [];
  addAll(meetings, annual);
  const named = wants.plans && hasSign(signs, planSign) ? planMentions(text, knowledge, date) : [];
  let isUndecided = false;
  for (const term of termMentions(text, paragraph.hits, knowledge, date)) {
    if (term.needsSegmenter !== true || isWholeWords(term, text, context)) named.push(term);
    isUndecided ||= term.needsSegmenter === true && context.segmenter === undefined;
  }
  if (wants.documents && hasYear)
    addAll(named, apart(rangedDocumentMentions(text, date), named, text.length));
  return {
    numbered,
    others,
    annual,
    times: meetings.length > 0 ? meetingTimeMentions(text, meetings, date) : [],
    named,
    years: wants.years && hasYear ? yearMentions(text, date) : [],
    isUndecided,
  };
}

/** Not push(...): a long line may have more targets than a call takes arguments. */
function addAll(targets: Target[], more: readonly Target[]): void {
  for (const one of more) targets.push(one);
}
