/** A logistic model with an L2 penalty and a sign for each weight, fitted by AdaGrad. */
import { oldPrefix } from '../lib/rules/context/judge-context.ts';
import type { Example } from './labelled-mentions.ts';

/** The weights by feature; 'bias' is the constant, and `old:…` a feature's additional weight in an old draft. */
export type ContextModel = ReadonlyMap<string, number>;

/**
 * The names of an example's weights: where an old draft presents what was in force then, each feature has a second, additional weight, so that what is
 * typical of old drafts does not affect those of today (Daumé, Frustratingly easy domain adaptation, 2007).
 */
function weightsOf({ features }: Example): readonly string[] {
  const names = features.map(({ name }) => name);
  return names.includes('in-force-then') ? [...names, ...names.map((name) => `${oldPrefix}${name}`)] : names;
}

/** Factor of the penalty on the second weights. */
const oldPenalty = 4;

/** Default strength of the penalty, which pulls each weight towards its category's prior. */
export const usualPenalty = 0.5;

/**
 * Prior weights by category, before any mention is seen. The penalty pulls towards them, so that a rare group keeps
 * its prior and a frequent one follows the data.
 */
const priors: Readonly<Record<string, number>> = {
  task: 0.8,
  report: -0.8,
  history: -1.8,
  quotation: -1.8,
  name: -1.8,
  comparison: -1.5,
  list: -1.5,
};
/** Share of the weight for a word in another clause or sentence. */
const farShare = 0.5;

function priorOf(name: string, category: string): number {
  // Features of structure have no prior.
  if (name.includes(':') || structural.has(name)) return 0;
  const prior = priors[category] ?? 0;
  return /[~^]$/u.test(name) ? prior * farShare : prior;
}

const structural: ReadonlySet<string> = new Set([
  'in-force-then',
  'heading',
  'past-year+own-task',
  'verb-behind',
  'figure-behind',
  'section-plan',
]);

const rounds = 2000;
const step = 1.0;

/**
 * Fits a model. A task's weight never clears, and a clearing one never alarms: a group that the data contradict falls
 * to 0.
 */
export function fitModel(examples: readonly Example[], penalty = usualPenalty): ContextModel {
  const categories = new Map<string, Example['features'][number]['category']>();
  for (const { features } of examples)
    for (const { name, category } of features) if (!categories.has(name)) categories.set(name, category);
  for (const example of examples)
    for (const name of weightsOf(example)) if (!categories.has(name)) categories.set(name, 'bias');
  const names = [...categories.keys()].sort();
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const bounds = names.map((name) => boundsOf(categories.get(name) ?? 'bias'));
  const prior = names.map((name) => priorOf(name, categories.get(name) ?? 'bias'));
  const pulls = names.map((name) => (name.startsWith(oldPrefix) ? penalty * oldPenalty : penalty));
  const rows = examples.map((example) => ({
    places: weightsOf(example).map((name) => placeOf.get(name) as number),
    isCurrent: example.isCurrent,
    weight: example.weight,
  }));
  const weights = Float64Array.from(prior);
  const squares = new Float64Array(names.length).fill(1e-3);
  let [bias, biasSquare] = [0, 1e-3];
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(names.length);
    let biasGradient = 0;
    for (const { places, isCurrent, weight } of rows) {
      let score = bias;
      for (const place of places) score += weights[place] as number;
      const error = weight * (1 / (1 + Math.exp(-score)) - (isCurrent ? 1 : 0));
      biasGradient += error;
      for (const place of places) (gradient[place] as number) += error;
    }
    for (let place = 0; place < names.length; place++) {
      const slope =
        (gradient[place] as number) +
        (pulls[place] as number) * ((weights[place] as number) - (prior[place] as number));
      (squares[place] as number) += slope * slope;
      const moved = (weights[place] as number) - (step * slope) / Math.sqrt(squares[place] as number);
      const [least, most] = bounds[place] as readonly [number, number];
      weights[place] = Math.min(most, Math.max(least, moved));
    }
    biasSquare += biasGradient * biasGradient;
    bias -= (step * biasGradient) / Math.sqrt(biasSquare);
  }
  const model = new Map([
    ['bias', bias],
    ...names.map((name, place) => [name, weights[place] as number] as const),
  ]);
  // The sum of both weights keeps the sign of the category too.
  for (const [name, category] of categories) {
    const extra = model.get(`${oldPrefix}${name}`);
    if (extra === undefined) continue;
    const own = model.get(name) ?? 0;
    const [least, most] = boundsOf(category);
    model.set(`${oldPrefix}${name}`, Math.min(most, Math.max(least, own + extra)) - own);
  }
  return model;
}

/** Counts how many examples a model marks rightly, wrongly and not at all. */
export function judgeModel(model: ContextModel, examples: readonly Example[]) {
  const count = { right: 0, wrong: 0, missed: 0, quiet: 0 };
  for (const example of examples) {
    const { isCurrent, weight } = example;
    const score = weightsOf(example).reduce(
      (sum, name) => sum + (model.get(name) ?? 0),
      model.get('bias') ?? 0,
    );
    if (score > 0) {
      if (isCurrent) count.right++;
      else if (weight > 1) count.wrong++;
    } else if (isCurrent) count.missed++;
    else count.quiet++;
  }
  return count;
}

function boundsOf(category: string): readonly [number, number] {
  if (category === 'bias') return [-6, 6];
  return category === 'task' ? [0, 6] : [-8, 0];
}
