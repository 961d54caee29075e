/** A logistic model on numbered traits, fitted by Newton's method with an L2 penalty. */

export interface Row {
  /** The numbers of its traits; one may occur more than once. */
  readonly traits: readonly number[];
  readonly isRight: boolean;
}

/** Strength of the penalty on each weight but the first, which is the constant. */
const penalty = 1;
const rounds = 30;
/** A row that is as good as decided is left out of the curvature. */
const leastWeight = 1e-6;

/** Fits the weights of `count` traits. */
export function fitLogistic(rows: readonly Row[], count: number): Float64Array {
  const weights = new Float64Array(count);
  for (let round = 0; round < rounds; round++) {
    const slope = Float64Array.from(weights, (weight, at) => (at === 0 ? 0 : penalty * weight));
    const curve = Array.from({ length: count }, (_, at) => {
      const row = new Float64Array(count);
      row[at] = at === 0 ? 1e-3 : penalty;
      return row;
    });
    for (const { traits, isRight } of rows) {
      let score = 0;
      for (const trait of traits) score += weights[trait] as number;
      const likely = 1 / (1 + Math.exp(-score));
      const error = likely - (isRight ? 1 : 0);
      const weight = likely * (1 - likely);
      for (const one of traits) {
        slope[one] = (slope[one] as number) + error;
        if (weight < leastWeight) continue;
        const row = curve[one] as Float64Array;
        for (const other of traits) row[other] = (row[other] as number) + weight;
      }
    }
    const step = solved(curve, slope);
    let largest = 0;
    for (let at = 0; at < count; at++) {
      weights[at] = (weights[at] as number) - (step[at] as number);
      largest = Math.max(largest, Math.abs(step[at] as number));
    }
    if (largest < 1e-3) break;
  }
  return weights;
}

/** Solves a system of linear equations by elimination; changes both arguments. */
function solved(rows: readonly Float64Array[], right: Float64Array): Float64Array {
  const count = right.length;
  for (let at = 0; at < count; at++) {
    const row = rows[at] as Float64Array;
    for (let below = at + 1; below < count; below++) {
      const other = rows[below] as Float64Array;
      const factor = (other[at] as number) / (row[at] as number);
      if (factor === 0) continue;
      for (let column = at; column < count; column++)
        other[column] = (other[column] as number) - factor * (row[column] as number);
      right[below] = (right[below] as number) - factor * (right[at] as number);
    }
  }
  for (let at = count - 1; at >= 0; at--) {
    const row = rows[at] as Float64Array;
    let sum = right[at] as number;
    for (let column = at + 1; column < count; column++)
      sum -= (row[column] as number) * (right[column] as number);
    right[at] = sum / (row[at] as number);
  }
  return right;
}
