import { overlaps } from '../draft/overlaps.ts';
import { ownWrittenDates } from '../draft/own-dates.ts';
import type { AsOf } from '../draft/types.ts';
import type { Knowledge } from '../phrases/types.ts';
import { rules } from '../rules/index.ts';
import { merged } from '../rules/merged.ts';
import { moved } from '../rules/moved.ts';
import type { RuleFinding } from '../rules/types.ts';
import { countOn } from './count-on.ts';
import { timelineOf } from './draft-timeline.ts';
import { judgeParagraphs } from './judge-paragraphs.ts';
import { KnownMentions } from './known-mentions.ts';
import { type Layer, markdown, unseenCharacters } from './layers.ts';
import { openDraft } from './open-draft.ts';
import { ParagraphCache } from './paragraph-cache.ts';
import { partedTerms } from './parted-text.ts';
import { inLanguage, type PlacedFinding, placedAt } from './placed-finding.ts';
import type { Checker, CheckOptions, CheckResult, Judgement, Timeline } from './types.ts';
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
  const judge = (text: string, options: CheckOptions, at = 0): Judgement => {
    const layer = layers[at];
    if (layer === undefined) return judgeDraft(text, options, knowledge, cache, mentions);
    const seen = layer.read(text, options);
    if (seen === null) return judge(text, options, at + 1);
    const judgement = judge(seen.text, optionsForSeen(options, seen), at + 1);
    return judgementOfWhole(judgement, text, seen, (placed) => layer.settle(text, seen, placed, options));
  };
  const timeline = (text: string, options: CheckOptions, at = 0): Timeline => {
    const layer = layers[at];
    if (layer === undefined) return timelineOf(openDraft(text, options, knowledge), mentions);
    const seen = layer.read(text, options);
    if (seen === null) return timeline(text, options, at + 1);
    return timelineOfWhole(timeline(seen.text, optionsForSeen(options, seen), at + 1), seen);
  };
  const check = (text: string, options: CheckOptions) => inText(judge(text, options), options);
  return {
    knowledge,
    judge: (text, options) => judge(text, options),
    check,
    countOn: (text, options, date, shown) => countOn(check, text, options, date, shown),
    timeline: (text, options) => timeline(text, options),
  };
}

function judgeDraft(
  text: string,
  options: CheckOptions,
  knowledge: Knowledge,
  cache: ParagraphCache<readonly RuleFinding[]>,
  mentions: KnownMentions,
): Judgement {
  const open = openDraft(text, options, knowledge);
  const { draft, asOf } = open.forDraft;
  const active = rules.filter((rule) => options.off?.has(rule.id) !== true);
  const paragraphRules = active.filter((rule) => rule.scope === 'paragraph');
  // An undated draft is dated by its outdated references, so that this rule runs first and separately.
  const dated = paragraphRules.filter(({ id }) => id === 'outdated-reference');
  const timeless = paragraphRules.filter(({ id }) => id !== 'outdated-reference');
  const context = placedByFindings(open, dated, cache, mentions);
  const timely = judgeParagraphs(open.paragraphs, dated, context, cache);
  const others = judgeParagraphs(open.paragraphs, timeless, open.forParagraphs, cache);
  const ofParagraphs: PlacedFinding[] = [];
  for (const [at, { start }] of draft.paragraphs.entries())
    for (const found of [timely.found[at], others.found[at]])
      for (const finding of found ?? []) ofParagraphs.push(placedAt(finding, at, start));
  // flatMap, not push(...): hundreds of thousands of findings exceed the limit on arguments.
  const ofDraft = active.flatMap((rule) => (rule.scope === 'draft' ? rule.check(open.forDraft) : []));
  return {
    found: merged([
      ...withoutOwnDates(ofParagraphs, asOf),
      ...ofDraft.map((finding) => placedAt(finding, null, 0)),
    ]),
    paragraphs: draft.paragraphs.length,
    asOf,
    wantsSegmenter: open.wantsSegmenter(),
    undecided: draft.paragraphs
      .filter((_paragraph, at) => timely.isUndecided[at] || others.isUndecided[at])
      .map(({ start, end }) => ({ start, end })),
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
