import { isOldOn } from '../draft/date.ts';
import type { IsoDate } from '../draft/types.ts';
import { dayBetween, isLongEnough, lastDayOf, namesItsYear } from '../rules/mentions/implied-day.ts';
import type { ParagraphContext } from '../rules/paragraph-context.ts';
import type { ParagraphRule, RuleFinding } from '../rules/types.ts';
import { judgeParagraphs } from './judge-paragraphs.ts';
import type { KnownMentions } from './known-mentions.ts';
import type { OpenDraft } from './open-draft.ts';
import type { ParagraphCache } from './paragraph-cache.ts';
import { groupsOf } from './pieces.ts';

/*
 * A draft without a date may still be old: the first things that it presents as current although they are over
 * tell on which day it was probably written.
 */

/** This many things that are over date a draft; reading stops there. */
const enoughToPlace = 3;
const paragraphsAtOnce = 6;

/**
 * The paragraph context of a draft. An undated draft gets the day it was probably written on, if its findings
 * date it.
 * @param dated the rules whose findings say until when their subject was current
 */
export function* placedByFindings(
  open: OpenDraft,
  dated: readonly ParagraphRule[],
  cache: ParagraphCache<readonly RuleFinding[]>,
  mentions: KnownMentions,
): Generator<undefined, ParagraphContext, void> {
  const { paragraphs, forParagraphs } = open;
  if (!mayBePlaced(open)) return forParagraphs;
  const until: IsoDate[] = [];
  for (let at = 0; at < paragraphs.length && until.length < enoughToPlace; at += paragraphsAtOnce) {
    const next = paragraphs.slice(at, at + paragraphsAtOnce);
    const { found } = yield* judgeParagraphs(next, dated, forParagraphs, cache);
    for (const finding of found.flat()) if (finding.until !== undefined) until.push(finding.until);
  }
  return yield* placedBy(until, open, mentions);
}

/** The same, from the judged mentions of a draft. */
export function* placedByMentions(
  open: OpenDraft,
  mentions: KnownMentions,
): Generator<undefined, ParagraphContext, void> {
  const { paragraphs, forParagraphs } = open;
  if (!mayBePlaced(open)) return forParagraphs;
  const until: IsoDate[] = [];
  for (const { from, to } of groupsOf(paragraphs)) {
    for (const paragraph of paragraphs.slice(from, to))
      for (const { target, verdict } of mentions.of(paragraph, forParagraphs)) {
        if (!target.over || verdict !== 'change' || until.length === enoughToPlace) continue;
        const last = lastDayOf(target, forParagraphs.knowledge);
        if (last !== null) until.push(last);
      }
    yield;
  }
  return yield* placedBy(until, open, mentions);
}

/** @param until the last day of each thing that is over but presented as current */
function* placedBy(
  until: readonly IsoDate[],
  { paragraphs, forParagraphs }: OpenDraft,
  mentions: KnownMentions,
): Generator<undefined, ParagraphContext, void> {
  if (until.length === 0) return forParagraphs;
  let newest = '';
  for (const { from, to } of groupsOf(paragraphs)) {
    for (const paragraph of paragraphs.slice(from, to)) {
      const own = mentions.newestIn(paragraph, forParagraphs);
      if (own <= newest) continue;
      newest = own;
      // An even newer mention could only confirm this.
      if (dayBetween(until, newest) === null) return forParagraphs;
    }
    yield;
  }
  const writtenOn = dayBetween(until, newest);
  return writtenOn === null || !isOldOn({ to: writtenOn }, forParagraphs.date)
    ? forParagraphs
    : { ...forParagraphs, writtenOn };
}

/**
 * True if the draft has no date and none is remembered. Neither a few sentences nor a visible part can be
 * dated.
 */
function mayBePlaced({ forDraft: { draft, asOf }, forParagraphs: { writtenOn } }: OpenDraft): boolean {
  const isDated = asOf.writtenFor !== undefined || writtenOn !== undefined;
  return draft.complete && !isDated && isLongEnough(draft) && !namesItsYear(draft, asOf.date);
}
