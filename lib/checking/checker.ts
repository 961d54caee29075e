import { overlaps } from '../draft/overlaps.ts';
import { ownWrittenDates } from '../draft/own-dates.ts';
import type { AsOf } from '../draft/types.ts';
import type { Knowledge } from '../phrases/types.ts';
import { rules } from '../rules/index.ts';
import { merged } from '../rules/merged.ts';
import { moved } from '../rules/moved.ts';
import type { Rule, RuleFinding } from '../rules/types.ts';
import { countOn } from './count-on.ts';
import { timelineOf } from './draft-timeline.ts';
import { judgeParagraphs } from './judge-paragraphs.ts';
import { KnownMentions } from './known-mentions.ts';
import { type Layer, markdown, unseenCharacters } from './layers.ts';
import { type OpenDraft, openDraft } from './open-draft.ts';
import { ParagraphCache } from './paragraph-cache.ts';
import { partedTerms } from './parted-text.ts';
import { groupsOf, type Pieces, turned, wholeOf } from './pieces.ts';
import { inLanguage, type PlacedFinding, placedAt } from './placed-finding.ts';
import type { Checker, CheckOptions, CheckResult, Judgement, PiecewiseChecker, Timeline } from './types.ts';
import { placedByFindings } from './undated.ts';
import { judgementOfWhole, optionsForSeen, timelineOfWhole } from './whole-text.ts';

export { inLanguage } from './placed-finding.ts';
export type { Checker, CheckOptions, CheckResult, DayCount, Judgement, Timeline } from './types.ts';

/**
 * Makes a checker for compiled packs. Pure: the same code runs in the background, in Node and in the tests.
 */
export function createChecker(knowledge: Knowledge): Checker {
  const cache = new ParagraphCache<readonly RuleFinding[]>();
  const mentions = new KnownMentions();
  const layers: readonly Layer[] = [unseenCharacters, markdown, partedTerms(knowledge)];
  function* judge(text: string, options: CheckOptions, at = 0): Pieces<Judgement> {
    const layer = layers[at];
    if (layer === undefined) return yield* judgeDraft(text, options, knowledge, cache, mentions);
    const seen = layer.read(text, options);
    if (seen === null) return yield* judge(text, options, at + 1);
    return yield* turned(judge(seen.text, optionsForSeen(options, seen), at + 1), (judgement) =>
      judgementOfWhole(judgement, text, seen, (placed) => layer.settle(text, seen, placed, options)),
    );
  }
  function* timeline(text: string, options: CheckOptions, at = 0): Generator<undefined, Timeline, void> {
    const layer = layers[at];
    if (layer === undefined) return yield* timelineOf(openDraft(text, options, knowledge), mentions);
    const seen = layer.read(text, options);
    if (seen === null) return yield* timeline(text, options, at + 1);
    return timelineOfWhole(yield* timeline(seen.text, optionsForSeen(options, seen), at + 1), seen);
  }
  function* check(text: string, options: CheckOptions): Generator<unknown, CheckResult, void> {
    return inText(yield* judge(text, options), options);
  }
  const piecewise: PiecewiseChecker = {
    judge: (text, options) => judge(text, options),
    countOn: (text, options, date, shown) => countOn(check, text, options, date, shown),
    timeline: (text, options) => timeline(text, options),
  };
  return {
    knowledge,
    piecewise,
    judge: (text, options) => wholeOf(judge(text, options)),
    check: (text, options) => wholeOf(check(text, options)),
    countOn: (...args) => wholeOf(piecewise.countOn(...args)),
    timeline: (text, options) => wholeOf(timeline(text, options)),
  };
}

/** What is known of a draft while it is judged. */
interface Known {
  /** The findings of the paragraphs that are judged, in order. */
  readonly ofParagraphs: PlacedFinding[];
  /** The findings on the whole draft. */
  readonly ofDraft: PlacedFinding[];
  /** By paragraph, whether it is judged and waits for no segmenter. */
  readonly isDecided: boolean[];
  isPartial: boolean;
}

function* judgeDraft(
  text: string,
  options: CheckOptions,
  knowledge: Knowledge,
  cache: ParagraphCache<readonly RuleFinding[]>,
  mentions: KnownMentions,
): Pieces<Judgement> {
  const open = openDraft(text, options, knowledge);
  const known: Known = { ofParagraphs: [], ofDraft: [], isDecided: [], isPartial: true };
  const soFar = () => judgementOf(open, known);
  yield soFar;
  const active = rules.filter((rule) => options.off?.has(rule.id) !== true);
  yield* offering(soFar, judgeByParagraph(open, active, known, cache, mentions));
  for (const rule of active) {
    if (rule.scope !== 'draft') continue;
    for (const finding of rule.check(open.forDraft)) known.ofDraft.push(placedAt(finding, null, 0));
    yield soFar;
  }
  known.isPartial = false;
  return soFar();
}

/** Yields the same at each piece of some work. */
function* offering<R>(
  result: () => R,
  pieces: Generator<unknown, void, void>,
): Generator<() => R, void, void> {
  while (pieces.next().done !== true) yield result;
}

function* judgeByParagraph(
  open: OpenDraft,
  active: readonly Rule[],
  known: Known,
  cache: ParagraphCache<readonly RuleFinding[]>,
  mentions: KnownMentions,
): Generator<unknown, void, void> {
  const paragraphRules = active.filter((rule) => rule.scope === 'paragraph');
  // An undated draft is dated by its outdated references, so that this rule runs first and separately.
  const dated = paragraphRules.filter(({ id }) => id === 'outdated-reference');
  const timeless = paragraphRules.filter(({ id }) => id !== 'outdated-reference');
  const context = yield* placedByFindings(open, dated, cache, mentions);
  for (const { from, to } of groupsOf(open.paragraphs)) {
    const group = open.paragraphs.slice(from, to);
    const timely = yield* judgeParagraphs(group, dated, context, cache);
    const others = yield* judgeParagraphs(group, timeless, open.forParagraphs, cache);
    for (let at = 0; at < group.length; at++) {
      const start = open.forDraft.draft.paragraphs[from + at]?.start ?? 0;
      for (const found of [timely.found[at], others.found[at]])
        for (const finding of found ?? []) known.ofParagraphs.push(placedAt(finding, from + at, start));
      known.isDecided.push(timely.isUndecided[at] !== true && others.isUndecided[at] !== true);
    }
  }
}

/** The judgement that what is known comes to. */
function judgementOf(open: OpenDraft, { ofParagraphs, ofDraft, isDecided, isPartial }: Known): Judgement {
  const { draft, asOf } = open.forDraft;
  return {
    found: merged([...withoutOwnDates(ofParagraphs, asOf), ...ofDraft]),
    paragraphs: draft.paragraphs.length,
    asOf,
    wantsSegmenter: open.wantsSegmenter(),
    undecided: draft.paragraphs
      .filter((_paragraph, at) => isDecided[at] !== true)
      .map(({ start, end }) => ({ start, end })),
    ...(isPartial ? { isPartial } : {}),
  };
}

/** A judgement with offsets of the text and words in one language. */
function inText(
  { found, paragraphs: _, ...result }: Judgement,
  { language = 'zh' }: CheckOptions,
): CheckResult {
  const findings = found.map(({ finding, start }) =>
    inLanguage(moved(finding, start - finding.start), language),
  );
  return { findings, ...result };
}

/**
 * A paragraph rule cannot see that it is in a date line or title: another rule judges the draft's own date.
 */
function withoutOwnDates(findings: readonly PlacedFinding[], { writtenFor }: AsOf): readonly PlacedFinding[] {
  if (writtenFor === undefined) return findings;
  const dates = ownWrittenDates(writtenFor).flatMap((one) => one.dates);
  return findings.filter(
    (finding) => finding.rule !== 'outdated-reference' || !dates.some((date) => overlaps(date, finding)),
  );
}
