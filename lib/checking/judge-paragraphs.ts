import { keyOf, type ParagraphContext } from '../rules/paragraph-context.ts';
import type { ParagraphRule, RuleFinding, RuleParagraph } from '../rules/types.ts';
import { bySection, type ParagraphCache } from './paragraph-cache.ts';

export interface ParagraphFindings {
  /** The findings of each paragraph, in paragraph order. Offsets of the paragraph. */
  readonly found: readonly (readonly RuleFinding[])[];
  /** For each paragraph, whether it waits for the segmenter or the model of official prose. */
  readonly isUndecided: readonly boolean[];
}

interface Fresh {
  readonly paragraph: RuleParagraph;
  readonly findings: RuleFinding[];
  isUndecided: boolean;
}

/**
 * Applies some rules to paragraphs, and yields between two rules. `cache` holds findings by words and context. Each rule
 * goes through all paragraphs before the next one starts, which keeps its tables in the processor's cache.
 */
export function* judgeParagraphs(
  paragraphs: readonly RuleParagraph[],
  rules: readonly ParagraphRule[],
  context: ParagraphContext,
  cache: ParagraphCache<readonly RuleFinding[]>,
): Generator<undefined, ParagraphFindings, void> {
  const known = cache.under(`${keyOf(context)} ${rules.map(({ id }) => id).join()}`);
  const pending = bySection<Fresh>();
  const fresh: Fresh[] = [];
  const found = paragraphs.map((paragraph): readonly RuleFinding[] => {
    const { section, text } = paragraph;
    if (text === '') return [];
    const before = known[section].get(text) ?? pending[section].get(text)?.findings;
    if (before !== undefined) return before;
    const one: Fresh = { paragraph, findings: [], isUndecided: false };
    pending[section].set(text, one);
    fresh.push(one);
    return one.findings;
  });
  if (fresh.length > 0) yield* judge(fresh, rules, context);
  // A paragraph that waits must be judged again.
  for (const { paragraph, findings, isUndecided } of fresh)
    if (!isUndecided) cache.keep(known, paragraph, findings);
  const isUndecided = paragraphs.map(({ section, text }) => pending[section].get(text)?.isUndecided === true);
  return { found, isUndecided };
}

function* judge(
  fresh: readonly Fresh[],
  rules: readonly ParagraphRule[],
  context: ParagraphContext,
): Generator<undefined, void, void> {
  let current: Fresh | undefined;
  const leaveUndecided = () => {
    if (current !== undefined) current.isUndecided = true;
  };
  const own: ParagraphContext = {
    ...context,
    wantSegmenter: () => {
      leaveUndecided();
      context.wantSegmenter();
    },
    ...(context.wantProse === undefined ? {} : { wantProse: leaveUndecided }),
  };
  for (const rule of rules) {
    for (current of fresh)
      for (const finding of rule.check(current.paragraph, own)) current.findings.push(finding);
    yield;
  }
}
