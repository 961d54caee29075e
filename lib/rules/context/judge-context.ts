import type { Knowledge, ModifierCategory } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import type { ContextTarget, Feature } from './feature.ts';
import { featuresOf } from './features.ts';
import type { Surroundings } from './surroundings.ts';

/** How a sentence presents what it mentions. Only 'current' can make an old thing wrong. */
export type Presented = 'current' | 'unclear' | Exclude<ModifierCategory, 'task' | 'termination'>;

/** The judgement on a target by its context. */
export interface ContextJudgement {
  readonly presented: Presented;
  /** Above 0: presented as current. */
  readonly score: number;
  /** The words with the most weight on the prevailing side, as written. */
  readonly cues: readonly string[];
  readonly features: readonly Feature[];
}

/** Weights of features that were not fitted, so that a new group works before the next fit. */
const unfitted: Readonly<Record<Feature['category'], number>> = {
  bias: 0,
  task: 2,
  report: -2,
  history: -3,
  quotation: -3,
  name: -3,
  comparison: -3,
  list: -3,
  termination: 0,
};
/** Scores between the two are unclear. */
const clearedBelow = -0.75;
const mostCues = 3;
/** No weight outweighs a decisive feature. */
const decisiveScore = -3;

/** Prefix of a feature's name: the additional weight if the draft is old and the target was in force in it. */
export const oldPrefix = 'old:';

const weightsOf = byKnowledge(({ weights }) => {
  const today = new Map(weights.map(({ feature, weight }) => [feature, weight]));
  const old = new Map(today);
  for (const [feature, weight] of today)
    if (feature.startsWith(oldPrefix)) {
      const name = feature.slice(oldPrefix.length);
      old.set(name, (today.get(name) ?? 0) + weight);
    }
  return { today, old };
});

/**
 * Judges how a target is presented by the sum of the weights of its context's features (a logistic model, fitted by
 * scripts/fit-context.ts on labelled mentions).
 * @param wasInForce true if the draft is old, and the target was in force on the day that the draft was written for
 * @param year the year of the day judged on
 */
export function judgeContext(
  target: ContextTarget,
  wasInForce: boolean,
  context: Surroundings,
  knowledge: Knowledge,
  year: number,
): ContextJudgement {
  const weightOf = weightsOf(knowledge)[wasInForce ? 'old' : 'today'];
  const features = featuresOf(target, wasInForce, context, year);
  const weights: number[] = [];
  let score = weightOf.get('bias') ?? 0;
  let isDecided = false;
  for (const { name, category, decisive } of features) {
    const weight = weightOf.get(name) ?? unfitted[category];
    weights.push(weight);
    score += weight;
    if (decisive === true) isDecided = true;
  }
  if (isDecided) score = Math.min(score, decisiveScore);
  const deciding = decidingOf(features, weights, score > 0);
  return { presented: presentedBy(score, deciding[0]?.category), score, cues: cuesOf(deciding), features };
}

/** The features on the prevailing side, the weightiest first. Insertion sort, since there are about five. */
function decidingOf(
  features: readonly Feature[],
  weights: readonly number[],
  isCurrent: boolean,
): readonly Feature[] {
  const deciding: Feature[] = [];
  const weighty: number[] = [];
  for (let i = 0; i < features.length; i++) {
    const feature = features[i] as Feature;
    const weight = weights[i] as number;
    if (feature.category === 'bias' || (isCurrent ? weight <= 0 : weight >= 0)) continue;
    const size = Math.abs(weight);
    let at = deciding.length;
    for (; at > 0 && (weighty[at - 1] as number) < size; at--) {
      deciding[at] = deciding[at - 1] as Feature;
      weighty[at] = weighty[at - 1] as number;
    }
    deciding[at] = feature;
    weighty[at] = size;
  }
  return deciding;
}

function presentedBy(score: number, strongest: Feature['category'] | undefined): Presented {
  if (score > 0) return 'current';
  if (score > clearedBelow || strongest === undefined) return 'unclear';
  return strongest === 'task' || strongest === 'bias' || strongest === 'termination' ? 'unclear' : strongest;
}

function cuesOf(deciding: readonly Feature[]): readonly string[] {
  const cues: string[] = [];
  for (const { cue } of deciding) {
    if (cue !== '' && !cues.includes(cue)) cues.push(cue);
    if (cues.length === mostCues) break;
  }
  return cues;
}
