import type { Knowledge, ModifierCategory } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { type ContextTarget, type Feature, featuresOf } from './features.ts';
import type { ParagraphContext } from './surroundings.ts';

/** How a sentence presents a thing it mentions. Only 'current' can make an old thing wrong. */
export type Presented = 'current' | 'unclear' | Exclude<ModifierCategory, 'task' | 'termination'>;

/** The judgement on a target: what its context adds up to. */
export interface ContextJudgement {
  readonly presented: Presented;
  /** Above 0: presented as today's. */
  readonly score: number;
  /** The words that weighed most on the side that won, as they stand in the text. */
  readonly cues: readonly string[];
  readonly features: readonly Feature[];
}

/** What a feature weighs whose weight was never fitted: a new group works before the next fit. */
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
/** A score between the two says that nobody can tell. */
const clearedBelow = -0.75;
const mostCues = 3;
/** No weight outdoes a decisive feature. */
const decisiveScore = -3;

/** Before a feature's name: what it weighs more or less where the draft is old. */
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
 * Judges how a target is presented: the weights of all that its context says of it, added up (a logistic model, fitted
 * by scripts/fit-context.ts on labelled mentions).
 * @param year the year of the day judged on
 */
export function judgeContext(
  target: ContextTarget,
  context: ParagraphContext,
  knowledge: Knowledge,
  year: number,
): ContextJudgement {
  const weights = weightsOf(knowledge)[target.stateThen === undefined ? 'today' : 'old'];
  const features = featuresOf(target, context, year);
  let score = weights.get('bias') ?? 0;
  const weighed = features.map((feature) => ({
    feature,
    weight: weights.get(feature.name) ?? unfitted[feature.category],
  }));
  for (const { weight } of weighed) score += weight;
  if (features.some(({ decisive }) => decisive === true)) score = Math.min(score, decisiveScore);
  const isCurrent = score > 0;
  const deciding = weighed
    .filter(({ feature, weight }) => feature.category !== 'bias' && (isCurrent ? weight > 0 : weight < 0))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const strongest = deciding[0]?.feature.category;
  return {
    presented: isCurrent
      ? 'current'
      : score > clearedBelow ||
          strongest === undefined ||
          strongest === 'task' ||
          strongest === 'bias' ||
          strongest === 'termination'
        ? 'unclear'
        : strongest,
    score,
    cues: [...new Set(deciding.map(({ feature }) => feature.cue).filter((cue) => cue !== ''))].slice(
      0,
      mostCues,
    ),
    features,
  };
}
