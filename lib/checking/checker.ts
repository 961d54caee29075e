import { isOldOn, resolveAsOf } from '../draft/date.ts';
import { parseDraft } from '../draft/draft.ts';
import type { NumberingStyle } from '../draft/numbering-style.ts';
import { once } from '../draft/once.ts';
import { ownWrittenDates } from '../draft/own-dates.ts';
import type { AsOf, IsoDate, NumberedItem, Paragraph, Span } from '../draft/types.ts';
import type { Language } from '../language/language.ts';
import type { Knowledge } from '../phrases/types.ts';
import { rules } from '../rules/index.ts';
import {
  dayBetween,
  impliedDay,
  isLongEnough,
  lastDayOf,
  namesItsYear,
} from '../rules/mentions/implied-day.ts';
import { type JudgedMention, listMentions, newestIn } from '../rules/mentions/index.ts';
import { Remembered } from '../rules/mentions/remembered.ts';
import { ownDates, type TimeMention, timeMention } from '../rules/mentions/timeline.ts';
import { merged } from '../rules/merged.ts';
import { moved } from '../rules/moved.ts';
import { ParagraphCache } from '../rules/paragraph-cache.ts';
import type { Finding, ParagraphRule, RuleContext, RuleFinding, RuleId, Segmenter } from '../rules/types.ts';
import { inLanguage, isLoud, type PlacedFinding, placedAt, placeOf } from './placed-finding.ts';

export { inLanguage } from './placed-finding.ts';

export interface CheckOptions {
  /** Today, for drafts that carry no date. ISO date. */
  readonly today: IsoDate;
  /** The author's choice of the draft's date. */
  readonly date?: IsoDate;
  /** The day the draft was first written for, where the author has chosen another: its own words may no longer say. */
  readonly then?: IsoDate;
  /** False when the text is only the visible part of a document. */
  readonly complete?: boolean;
  /** Rules that are switched off. */
  readonly off?: ReadonlySet<RuleId>;
  /** The author's own place, as set in the options. */
  readonly place?: string;
  /** The author's own unit, as set in the options. */
  readonly unit?: string;
  readonly segmenter?: Segmenter;
  /** Items of the text that the editor numbers itself, in order of place. */
  readonly numbered?: readonly NumberedItem[];
  /** The form of ordinals that the author chose. */
  readonly numberingStyle?: NumberingStyle;
  /** The language of messages and fixes; Chinese unless told. */
  readonly language?: Language;
}

export interface CheckResult {
  /** In order of place; no two overlap. UTF-16 offsets of the text. */
  readonly findings: readonly Finding[];
  readonly asOf: AsOf;
  /** True when some hits were left undecided because no segmenter was at hand. */
  readonly wantsSegmenter: boolean;
  /** The paragraphs that hold them. UTF-16 offsets of the text. */
  readonly undecided: readonly Span[];
}

/** A check whose findings keep the offsets of their paragraph: they are the same objects as long as it stays the same. */
export interface Judgement extends Omit<CheckResult, 'findings'> {
  /** In order of place; no two overlap. */
  readonly found: readonly PlacedFinding[];
  /** How many paragraphs the text has. */
  readonly paragraphs: number;
}

export interface Checker {
  readonly knowledge: Knowledge;
  judge(text: string, options: CheckOptions): Judgement;
  /** The same, with offsets of the text and in one language. */
  check(text: string, options: CheckOptions): CheckResult;
  /**
   * How much more a check on another day (ISO date) would report, errors and warnings, than the one that `options` ask
   * for: what an old draft would have to change to be given on that day. Paragraphs are remembered for both days.
   * `shown` leaves out what the author has no wish to see.
   */
  countOn(
    text: string,
    options: CheckOptions,
    date: IsoDate,
    shown?: (findings: readonly Finding[]) => readonly Finding[],
  ): DayCount;
  /** All that hangs on time in a draft, right or wrong, in order of place. */
  timeline(text: string, options: CheckOptions): Timeline;
}

/** The time-bound mentions of a draft, with the day on which they are judged. */
export interface Timeline {
  readonly asOf: AsOf;
  readonly mentions: readonly TimeMention[];
}

/** How many errors and warnings another day would bring. */
export interface DayCount {
  readonly count: number;
  /** True when some hits were left undecided because no segmenter was at hand. */
  readonly wantsSegmenter: boolean;
}

/** A paragraph that is being judged. */
interface Fresh {
  readonly paragraph: Paragraph;
  readonly findings: RuleFinding[];
  undecided: boolean;
}

/** Makes a checker on compiled packs. Pure: the same code runs in the background, in Node and in the tests. */
export function createChecker(knowledge: Knowledge): Checker {
  // By all that a paragraph is judged on but its words, and then by these: joining both would copy the whole draft.
  const cache = new ParagraphCache<readonly RuleFinding[]>();
  const mentionCache = new ParagraphCache<readonly JudgedMention[]>();
  const newestCache = new ParagraphCache<IsoDate | ''>();

  /**
   * The findings of each paragraph, in their order, with offsets of the paragraph: remembered from the same words, or
   * judged now; and which paragraphs wait for the segmenter. One rule goes through all paragraphs before the next one
   * does: its tables then stay at hand.
   */
  function judgeParagraphs(
    context: RuleContext,
    active: readonly ParagraphRule[],
    paragraphs: readonly Paragraph[] = context.draft.paragraphs,
  ) {
    const on = active.map((rule) => rule.id).join();
    const day = `${context.asOf.date}/${context.then ?? ''}`;
    const circumstances = `${day}/${context.place ?? ''}/${context.unit ?? ''}/${on}/`;
    const known = {
      review: cache.of(`${circumstances}review`),
      plan: cache.of(`${circumstances}plan`),
      none: cache.of(`${circumstances}none`),
    };
    const pending = {
      review: new Map<string, Fresh>(),
      plan: new Map<string, Fresh>(),
      none: new Map<string, Fresh>(),
    };
    const fresh: Fresh[] = [];
    const found = paragraphs.map((paragraph): readonly RuleFinding[] => {
      const { section, text } = paragraph;
      if (text === '') return [];
      const before = known[section].get(text) ?? pending[section].get(text)?.findings;
      if (before !== undefined) return before;
      const one: Fresh = { paragraph, findings: [], undecided: false };
      pending[section].set(text, one);
      fresh.push(one);
      return one.findings;
    });
    let now: Fresh | undefined;
    const own: RuleContext = {
      ...context,
      wantSegmenter: () => {
        if (now !== undefined) now.undecided = true;
        context.wantSegmenter();
      },
    };
    for (const rule of active)
      for (now of fresh) for (const finding of rule.check(now.paragraph, own)) now.findings.push(finding);
    // What waits for the segmenter is judged again once it is there.
    for (const { paragraph, findings, undecided } of fresh)
      if (!undecided) cache.keep(known[paragraph.section], paragraph.text, findings);
    const undecided = paragraphs.filter(
      ({ section, text }) => pending[section].get(text)?.undecided === true,
    );
    return { found, undecided };
  }

  /** The judged mentions of a paragraph, remembered by its words and what they are judged on. */
  function mentionsOf(paragraph: Paragraph, context: RuleContext): readonly JudgedMention[] {
    const { section, text } = paragraph;
    if (text === '') return [];
    const own = mentionCache.of(`${context.asOf.date}/${context.then ?? ''}/${section}`);
    const known = own.get(text);
    if (known !== undefined) return known;
    let isUndecided = false;
    const judged = listMentions(paragraph, {
      ...context,
      wantSegmenter: () => {
        isUndecided = true;
        context.wantSegmenter();
      },
    });
    if (!isUndecided) mentionCache.keep(own, text, judged);
    return judged;
  }

  /**
   * The same context with the day that a draft without a date was probably written on, by the first things that it
   * presents as today's and that are over; the context itself where nothing places it.
   */
  function placed(context: RuleContext, dated: readonly ParagraphRule[]): RuleContext {
    const { paragraphs } = context.draft;
    if (!mayBePlaced(context)) return context;
    const until: IsoDate[] = [];
    for (let at = 0; at < paragraphs.length && until.length < enoughToPlace; at += atOnce) {
      const { found } = judgeParagraphs(context, dated, paragraphs.slice(at, at + atOnce));
      for (const one of found.flat()) if (one.until !== undefined) until.push(one.until);
    }
    return placedBy(context, until);
  }

  /** The last days of the first things in the list that are presented as today's and are over. */
  function firstOver(context: RuleContext): readonly IsoDate[] {
    return context.draft.paragraphs
      .flatMap((paragraph) => mentionsOf(paragraph, context))
      .filter(({ target, verdict }) => target.over && verdict === 'change')
      .flatMap(({ target }) => lastDayOf(target, knowledge) ?? [])
      .slice(0, enoughToPlace);
  }

  /** @param until the last day of each thing that is presented as today's and is over */
  function placedBy(context: RuleContext, until: readonly IsoDate[]): RuleContext {
    const { draft, asOf } = context;
    if (until.length === 0) return context;
    let newest = '';
    for (const paragraph of draft.paragraphs) {
      const own = newestCache.of(`${asOf.date}/${paragraph.section}`);
      let one = own.get(paragraph.text);
      if (one === undefined) {
        one = newestIn(paragraph, context);
        newestCache.keep(own, paragraph.text, one);
      }
      if (one <= newest) continue;
      newest = one;
      // What is newer still makes no leftover of today an old draft again.
      if (dayBetween(until, newest) === null) return context;
    }
    const then = dayBetween(until, newest);
    return then === null || !isOldOn({ to: then }, asOf.date) ? context : { ...context, then };
  }

  function judge(text: string, options: CheckOptions): Judgement {
    const { context, wants } = contextOf(text, options);
    const on = rules.filter((rule) => options.off?.has(rule.id) !== true);
    const paragraphRules = on.filter((rule) => rule.scope === 'paragraph');
    // Whether a draft without a date is old is told by what is out of date in it: that rule goes by itself.
    const dated = paragraphRules.filter(({ id }) => id === 'outdated-reference');
    const timeless = paragraphRules.filter(({ id }) => id !== 'outdated-reference');
    const ofTime = judgeParagraphs(placed(context, dated), dated);
    const others = judgeParagraphs(context, timeless);
    const undecided = [...new Set([...ofTime.undecided, ...others.undecided])];
    const findings: PlacedFinding[] = [];
    for (const [i, { start }] of context.draft.paragraphs.entries())
      for (const found of [ofTime.found[i], others.found[i]])
        for (const finding of found ?? []) findings.push(placedAt(finding, i, start));
    const ownDay = context.asOf.writtenFor;
    const dates = ownDay === undefined ? [] : ownWrittenDates(ownDay).flatMap((one) => one.dates);
    // A paragraph does not know that it is a date line or a title: what is the draft's own date is judged by it alone.
    const ofText = findings.filter(
      ({ rule, start, end }) =>
        rule !== 'outdated-reference' || !dates.some((date) => date.start < end && start < date.end),
    );
    // Not push(...): hundreds of thousands of findings are more than a call takes.
    const ofDraft = on.flatMap((rule) => (rule.scope === 'draft' ? rule.check(context) : []));
    return {
      found: merged([...ofText, ...ofDraft.map((finding) => placedAt(finding, null, 0))]),
      paragraphs: context.draft.paragraphs.length,
      asOf: context.asOf,
      wantsSegmenter: wants(),
      undecided: undecided.map(({ start, end }) => ({ start, end })),
    };
  }

  function check(text: string, options: CheckOptions): CheckResult {
    const { found, paragraphs: _, ...result } = judge(text, options);
    const language = options.language ?? 'zh';
    const findings = found.map(({ finding, start }) =>
      inLanguage(moved(finding, start - finding.start), language),
    );
    return { findings, ...result };
  }

  return {
    knowledge,
    judge,
    check,
    countOn(text, options, date, shown = (findings) => findings) {
      // Its own dates are what is asked about, and would hide what stands beside them.
      const off = new Set<RuleId>([...(options.off ?? []), 'draft-date']);
      const own = check(text, { ...options, off });
      const other = check(text, { ...options, off, date });
      const known = new Set(own.findings.filter(isLoud).map(placeOf));
      return {
        count: shown(other.findings).filter((finding) => isLoud(finding) && !known.has(placeOf(finding)))
          .length,
        wantsSegmenter: own.wantsSegmenter || other.wantsSegmenter,
      };
    },
    timeline(text, options) {
      const { context: asWritten } = contextOf(text, options);
      const { asOf, draft } = asWritten;
      const context = mayBePlaced(asWritten) ? placedBy(asWritten, firstOver(asWritten)) : asWritten;
      // A draft without a day of its own is one of today.
      const isOwnTime = context.then === undefined;
      const own = ownDates(asOf);
      const mentions = draft.paragraphs.flatMap((paragraph) =>
        mentionsOf(paragraph, context).map((one) => timeMention(one, paragraph.start, isOwnTime)),
      );
      const others = mentions.filter(
        ({ kind, start, end }) =>
          !own.some((date) => kind === 'year' && start < date.end && date.start < end),
      );
      return { asOf, mentions: [...own, ...others].sort((a, b) => a.start - b.start || b.end - a.end) };
    },
  };

  function contextOf(text: string, options: CheckOptions) {
    const draft = parseDraft(text, options.complete ?? true, options.numbered);
    let wantsSegmenter = false;
    const hits = once((paragraph) => knowledge.scan(paragraph.text));
    const asOf = resolveAsOf(draft, options.date, options.today);
    // What the draft's own words say of an older time; else what they said before its date line was put right.
    const own = asOf.writtenFor;
    const remembered = own !== undefined && isOldOn(own, asOf.date) ? own.day : options.then;
    const then =
      remembered ?? (own === undefined ? impliedDay(draft, knowledge, asOf.date) : null) ?? undefined;
    const context: RuleContext = {
      draft,
      asOf,
      ...(then !== undefined && isOldOn({ to: then }, asOf.date) ? { then } : {}),
      today: options.today,
      knowledge,
      ...(options.segmenter === undefined ? {} : { segmenter: options.segmenter }),
      ...(options.place === undefined ? {} : { place: options.place }),
      ...(options.unit === undefined ? {} : { unit: options.unit }),
      ...(options.numberingStyle === undefined ? {} : { numberingStyle: options.numberingStyle }),
      wantSegmenter: () => {
        wantsSegmenter = true;
      },
      hits,
      remembered: new Remembered(),
    };
    return { context, wants: () => wantsSegmenter };
  }
}

/** So many things that are over place a draft without a date; paragraphs are read until there are as many. */
const enoughToPlace = 3;
const atOnce = 6;

/** Whether a draft names no day and nobody remembers one. A few sentences are no draft, nor is what is in sight of one. */
function mayBePlaced({ draft, asOf, then }: RuleContext): boolean {
  const isDated = asOf.writtenFor !== undefined || then !== undefined;
  return draft.complete && !isDated && isLongEnough(draft) && !namesItsYear(draft, asOf.date);
}
