import { isOldOn, resolveAsOf } from './draft/date.ts';
import { parseDraft } from './draft/draft.ts';
import type { NumberingStyle } from './draft/numbering-style.ts';
import { ownWrittenDates } from './draft/own-dates.ts';
import type { AsOf, IsoDate, NumberedItem, Paragraph, Span } from './draft/types.ts';
import type { Language } from './language.ts';
import type { Knowledge } from './phrases/types.ts';
import { rules } from './rules/index.ts';
import { impliedDay } from './rules/mentions/implied-day.ts';
import { type JudgedMention, listMentions } from './rules/mentions/index.ts';
import { ownDates, type TimeMention, timeMention } from './rules/mentions/timeline.ts';
import { moved } from './rules/moved.ts';
import { ParagraphCache } from './rules/paragraph-cache.ts';
import type { Finding, ParagraphRule, RuleContext, RuleFinding, RuleId, Segmenter } from './rules/types.ts';

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

export interface Checker {
  readonly knowledge: Knowledge;
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

  /**
   * The findings of each paragraph, in their order, with offsets of the paragraph: remembered from the same words, or
   * judged now; and which paragraphs wait for the segmenter. One rule goes through all paragraphs before the next one
   * does: its tables then stay at hand.
   */
  function judgeParagraphs(context: RuleContext, active: readonly ParagraphRule[]) {
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
    const found = context.draft.paragraphs.map((paragraph): readonly RuleFinding[] => {
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
    const undecided = context.draft.paragraphs.filter(
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

  function check(text: string, options: CheckOptions): CheckResult {
    const { context, wants } = contextOf(text, options);
    const on = rules.filter((rule) => options.off?.has(rule.id) !== true);
    const { found: ofParagraphs, undecided } = judgeParagraphs(
      context,
      on.filter((rule) => rule.scope === 'paragraph'),
    );
    const findings: RuleFinding[] = [];
    for (const [i, { start }] of context.draft.paragraphs.entries())
      for (const finding of ofParagraphs[i] ?? []) findings.push(moved(finding, start));
    const ownDay = context.asOf.writtenFor;
    const dates = ownDay === undefined ? [] : ownWrittenDates(ownDay).flatMap((one) => one.dates);
    // A paragraph does not know that it is a date line or a title: what is the draft's own date is judged by it alone.
    const others = findings.filter(
      ({ rule, start, end }) =>
        rule !== 'outdated-reference' || !dates.some((date) => date.start < end && start < date.end),
    );
    // Not push(...): hundreds of thousands of findings are more than a call takes.
    const ofDraft = on.flatMap((rule) => (rule.scope === 'draft' ? rule.check(context) : []));
    const language = options.language ?? 'zh';
    const said = merged([...others, ...ofDraft]).map((finding) => inLanguage(finding, language));
    return {
      findings: said,
      asOf: context.asOf,
      wantsSegmenter: wants(),
      undecided: undecided.map(({ start, end }) => ({ start, end })),
    };
  }

  return {
    knowledge,
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
      const { context } = contextOf(text, options);
      const { asOf, draft } = context;
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
    };
    return { context, wants: () => wantsSegmenter };
  }
}

/** What is made of a paragraph on the first question, and given out again at the next ones. */
function once<T>(make: (paragraph: Paragraph) => T): (paragraph: Paragraph) => T {
  const made = new Map<number, T>();
  return (paragraph) => {
    let own = made.get(paragraph.index);
    if (own === undefined) {
      own = make(paragraph);
      made.set(paragraph.index, own);
    }
    return own;
  };
}

function isLoud({ level }: Finding): boolean {
  return level !== 'hint';
}

/** What makes two findings the same on two days, whatever they say of it. */
function placeOf({ rule, start, end }: Finding): string {
  return `${rule}/${start}/${end}`;
}

/** A finding of a rule in one language of the screen. */
export function inLanguage(finding: RuleFinding, language: Language): Finding {
  return {
    ...finding,
    message: finding.message[language],
    fixes: finding.fixes.map((fix) => ({ ...fix, label: fix.label[language] })),
  };
}

const weight = { error: 0, warning: 1, hint: 2 } as const;
/** Rules whose findings rest on the calendar alone. */
const reckoning: ReadonlySet<RuleId> = new Set(['date-consistency', 'draft-date']);

/** In order of place. Of two that overlap, the graver stays; of two as grave, the one that reckons, then the longer. */
function merged(findings: readonly RuleFinding[]): RuleFinding[] {
  const byGravity = [...findings].sort(
    (a, b) =>
      weight[a.level] - weight[b.level] ||
      Number(reckoning.has(b.rule)) - Number(reckoning.has(a.rule)) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  const kept: RuleFinding[] = [];
  const occupied = new Uint8Array(findings.reduce((last, { end }) => Math.max(last, end), 0));
  for (const finding of byGravity) {
    let free = true;
    for (let at = finding.start; at < finding.end && free; at++) free = occupied[at] === 0;
    if (!free) continue;
    occupied.fill(1, finding.start, finding.end);
    kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}
