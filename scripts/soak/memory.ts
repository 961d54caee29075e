/** What something holds after garbage collection, and how many edits were made in it. */
export interface Sample {
  /** Edits made in this page so far; for the worker and the pages of the extension, edits made anywhere. */
  readonly edits: number;
  /** Objects of JavaScript, and the DOM behind them. Bytes. */
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}
export type Measure = Exclude<keyof Sample, 'edits'>;
export const measures = ['bytes', 'nodes', 'listeners', 'documents'] as const;

/** How fast each measure may grow: per edit, over the last two thirds of a run. */
export interface Bounds extends Readonly<Record<Measure, number>> {
  /** The fewest edits between the first and the last sample of which anything can be told. */
  readonly from: number;
}

/** Over fewer edits than this, bytes tell more of what the engine compiles than of what stays. */
const fewestForBytes = 200;

/**
 * The growth per edit over the last two thirds of the samples: the median of the slopes between any two of them
 * (Theil–Sen), since a single sample may be far off while half of them would have to be for a wrong median. 0 for
 * fewer than three samples.
 */
export function growth(samples: readonly Sample[], measure: Measure): number {
  const late = samples.slice(Math.floor(samples.length / 3));
  if (late.length < 3) return 0;
  const slopes = late.flatMap((one, at) =>
    late
      .slice(at + 1)
      .filter(({ edits }) => edits > one.edits)
      .map((other) => (other[measure] - one[measure]) / (other.edits - one.edits)),
  );
  slopes.sort((a, b) => a - b);
  const middle = slopes.length / 2;
  const [low = 0, high = low] = [slopes[Math.ceil(middle) - 1], slopes[Math.floor(middle)]];
  return (low + high) / 2;
}

/** What grows faster than it may, a line each. */
export function grown(name: string, samples: readonly Sample[], bounds: Bounds): string[] {
  const span = (samples.at(-1)?.edits ?? 0) - (samples[0]?.edits ?? 0);
  return measures.flatMap((measure) => {
    if (span < (measure === 'bytes' ? Math.max(bounds.from, fewestForBytes) : bounds.from)) return [];
    const slope = growth(samples, measure);
    if (slope <= bounds[measure]) return [];
    const [first, last] = [samples[0]?.[measure], samples.at(-1)?.[measure]];
    return [
      `memory: ${name} gains ${slope.toFixed(2)} ${measure} an edit, more than ${bounds[measure]} (${first} at first, ${last} at last)`,
    ];
  });
}
