/** Labelled mentions to fit the weights of the context features on: what their context says, and whether they are current. */

import { join } from 'node:path';
import { hashOfText } from '../lib/common/hash.ts';
import type { Feature } from '../lib/rules/context/feature.ts';
import type { TimeMention } from '../lib/rules/mentions/time-mention.ts';
import type { createCheckSession } from './check-session.ts';
import { readJudgedSet } from './judged-set.ts';
import { openedOn, readTimeDrafts } from './time-drafts.ts';

/** A mention with what its context says and whether it is presented as today's. */
export interface Example {
  readonly features: readonly Pick<Feature, 'name' | 'category'>[];
  readonly isCurrent: boolean;
  /** How much it counts. */
  readonly weight: number;
  /** A number by its text: mentions of one text are never on both sides of a fold. */
  readonly text: number;
}

/** A false alarm costs the author's trust, a miss a look: so much more. */
export const costOfAlarm = 2.5;

/** A sentence of today's drafts stands for many: they are what is written every day, and few beside those of old drafts. */
const weightOfSentence = 2;

/** Reads all labelled mentions of a folder, without what is held out. */
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
        const label = draft.mentions.find((one) => overlaps(mention, one));
        if (!isJudged(mention) || label === undefined) continue;
        const isCurrent = label[day] === 'change';
        // A mention that needs the author's facts may be marked, though it need not.
        add(mention, draft.text, isCurrent, label[day] === 'check' ? 0.5 : isCurrent ? 1 : costOfAlarm);
      }
    }
  }
  return examples;
}

/** Neither a decisive feature nor its level decides: then the weights do. */
function isJudged({ judgement, level }: TimeMention): boolean {
  return (
    judgement !== null && level !== 'hint' && !judgement.features.some(({ decisive }) => decisive === true)
  );
}

type Placed = { readonly start: number; readonly end: number };

/**
 * 刚刚闭幕的党的十九大 is a mention of its own, and the meeting in it another: a label is meant for the one whose words are
 * the label's, and says nothing of the other.
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
