import { isOldOn, resolveAsOf } from '../draft/date.ts';
import { parseDraft } from '../draft/draft.ts';
import type { AsOf, Draft, IsoDate } from '../draft/types.ts';
import type { Knowledge } from '../phrases/types.ts';
import { impliedDay } from '../rules/mentions/implied-day.ts';
import { RuleParagraph } from '../rules/paragraph.ts';
import type { ParagraphContext } from '../rules/paragraph-context.ts';
import type { DraftContext } from '../rules/types.ts';
import type { CheckOptions } from './types.ts';

/** A draft in one check, and the contexts of its rules. */
export interface OpenDraft {
  /** The paragraphs for paragraph rules, in order. */
  readonly paragraphs: readonly RuleParagraph[];
  readonly forParagraphs: ParagraphContext;
  readonly forDraft: DraftContext;
  /** True if a hit was left undecided so far because there is no segmenter. */
  readonly wantsSegmenter: () => boolean;
}

/** Parses a text as a draft, for one check. */
export function openDraft(text: string, options: CheckOptions, knowledge: Knowledge): OpenDraft {
  const { today, segmenter, prose, place, unit, numberingStyle } = options;
  const draft = parseDraft(text, options.complete ?? true, options.numbered);
  const asOf = resolveAsOf(draft, options.date, today);
  const writtenOn = dayWrittenOn(draft, asOf, options, knowledge);
  let wantsSegmenter = false;
  return {
    paragraphs: draft.paragraphs.map((paragraph) => new RuleParagraph(paragraph, knowledge)),
    forParagraphs: {
      date: asOf.date,
      ...(writtenOn === undefined ? {} : { writtenOn }),
      ...(place === undefined ? {} : { place }),
      ...(unit === undefined ? {} : { unit }),
      knowledge,
      ...(segmenter === undefined ? {} : { segmenter }),
      ...(prose === undefined || prose === 'pending' ? {} : { prose }),
      wantSegmenter: () => {
        wantsSegmenter = true;
      },
      ...(prose === 'pending' ? { wantProse: () => undefined } : {}),
    },
    forDraft: {
      draft,
      asOf,
      today,
      knowledge,
      ...(place === undefined ? {} : { place }),
      ...(unit === undefined ? {} : { unit }),
      ...(numberingStyle === undefined ? {} : { numberingStyle }),
    },
    wantsSegmenter: () => wantsSegmenter,
  };
}

/**
 * The day that an old draft was first written for: from its own words, from those before its date line was
 * changed, or implied by what it mentions. Undefined if the draft is not old or its day is unknown.
 */
function dayWrittenOn(
  draft: Draft,
  asOf: AsOf,
  { writtenOn: before }: CheckOptions,
  knowledge: Knowledge,
): IsoDate | undefined {
  const own = asOf.writtenFor;
  const known = own !== undefined && isOldOn(own, asOf.date) ? own.day : before;
  const day = known ?? (own === undefined ? impliedDay(draft, knowledge, asOf.date) : null) ?? undefined;
  return day !== undefined && isOldOn({ to: day }, asOf.date) ? day : undefined;
}
