/** Labelled mentions for fitting the weights of the context features: their features, and whether they are current. */

import { join } from 'node:path';
import { hashOfText } from '../lib/common/hash.ts';
import type { Feature } from '../lib/rules/context/feature.ts';
import type { Verdict } from '../lib/rules/mentions/target.ts';
import type { TimeMention } from '../lib/rules/mentions/time-mention.ts';
import type { createCheckSession } from './check-session.ts';
import { readJudgedSet } from './judged-set.ts';
import { openedOn, readTimeDrafts } from './time-drafts.ts';

/** A mention with its features and whether it is presented as current. */
export interface Example {
  readonly features: readonly Pick<Feature, 'name' | 'category'>[];
  readonly isCurrent: boolean;
  /** Its weight in the fit. */
  readonly weight: number;
  /** A number per text, so that all mentions of one text are in the same fold. */
  readonly text: number;
}

/** Weight of a false alarm, which costs the author's trust, relative to a miss, which costs a look. */
export const costOfAlarm = 2.5;

/** Weight of a sentence from today's drafts: these are common in use, but few in the set beside those of old drafts. */
const weightOfSentence = 2;

/** Reads all labelled mentions of a folder, without the held-out part. */
export async function labelledMentions(
  folder: string,
  session: Awaited<ReturnType<typeof createCheckSession>>,
): Promise<Example[]> {
  const examples: Example[] = [];
  const add = (mention: TimeMention, text: string, isCurrent: boolean, weight: number) =>
    examples.push({ features: mention.judgement?.features ?? [], isCurrent, weight, text: hashOfText(text) });
  for (const one of await readJudgedSet(folder)) {
    if (one.heldOut) continue;
    const isSentence = one.file.startsWith('outdated-reference');
    if (!isSentence && one.expected.some(({ rule }) => rule !== 'outdated-reference')) continue;
    const mentions = (await session.timeline(one.text, one.date)).mentions;
    for (const mention of mentions) {
      if (!isJudged(mention) || !isBest(mention, mentions, one.expected)) continue;
      const isCurrent = one.expected.some((wanted) => overlaps(mention, wanted));
      add(mention, one.text, isCurrent, weightOfSentence * (isCurrent ? 1 : costOfAlarm));
    }
  }
  for (const draft of await readTimeDrafts(join(folder, 'time'))) {
    if (draft.heldOut) continue;
    for (const [date, day] of [
      [openedOn, 'today'],
      [draft.date, 'own'],
    ] as const) {
      const mentions = (await session.timeline(draft.text, date)).mentions;
      for (const mention of mentions) {
        if (!isBest(mention, mentions, draft.mentions)) continue;
        const label = draft.mentions.find((one) => overlaps(mention, one))?.[day];
        if (!isJudged(mention) || label === undefined || isLeftOut(mention, label)) continue;
        add(mention, draft.text, label === 'change', weights[label]);
      }
    }
  }
  return examples;
}

/** Weights by labels. A mention that only the author can judge may be marked, but need not be. */
const weights: Readonly<Record<Verdict, number>> = { change: 1, check: 0.5, keep: costOfAlarm };

/** 前天, 上个月: wrong on another day by arithmetic, whatever annotators ask the author for. */
function isLeftOut({ kind }: TimeMention, label: Verdict): boolean {
  return label === 'check' && kind === 'relative-year';
}

/** Whether the weights decide: neither a decisive feature nor the level does. */
function isJudged({ judgement, level }: TimeMention): boolean {
  return (
    judgement !== null && level !== 'hint' && !judgement.features.some(({ decisive }) => decisive === true)
  );
}

type Placed = { readonly start: number; readonly end: number };

/**
 * 刚刚闭幕的党的十九大 is one mention, and the meeting in it another: a label counts only for the mention with the label's
 * words.
 */
function isBest(mention: Placed, mentions: readonly TimeMention[], labels: readonly Placed[]): boolean {
  const label = labels.find((one) => overlaps(mention, one));
  if (label === undefined) return true;
  const off = (one: Placed) => Math.abs(one.start - label.start) + Math.abs(one.end - label.end);
  return mentions.every(
    (other) =>
      other.judgement === null ||
      !overlaps(other, label) ||
      off(other) >= off(mention) ||
      !overlaps(other, mention),
  );
}

function overlaps(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  return a.start < b.end && b.start < a.end;
}
