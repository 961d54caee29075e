import type { Candidate } from './ordinal-candidates.ts';
import type { OrdinalKind } from './ordinals.ts';
import type { SequenceFault } from './outline-types.ts';
import type { Seen } from './series/beam.ts';
import { type Ended, searchSeries } from './series/search-series.ts';
import { type Frame, flags, type State, startState } from './series/series-state.ts';
import { wholeRuns } from './series/whole-runs.ts';
import { leftOut } from './tables.ts';

/** What an explanation says of one candidate. */
export interface Explained {
  readonly candidate: Candidate;
  /** Index of the candidate that begins its series; -1 if it is not an ordinal. */
  readonly series: number;
  readonly fault: SequenceFault | null;
  /** What it adds to the cost of the whole. */
  readonly cost: number;
}

/** What the items of a series have in common. */
export interface ExplainedSeries {
  readonly kind: OrdinalKind;
  /** The right number of its first item. */
  readonly base: number;
  /** Index of the candidate that it stands under; -1 at the top. */
  readonly parent: number;
}

/** A reading of a draft's ordinals: which series they form, and with which faults. */
export interface Explanation {
  /** One per candidate, in their order. */
  readonly items: readonly Explained[];
  /** By the index of the first candidate. */
  readonly series: ReadonlyMap<number, ExplainedSeries>;
  readonly cost: number;
}

/** The cheapest explanation of a draft, and the second cheapest. */
export interface Explanations {
  readonly best: Explanation;
  /** The cost of the second cheapest; null if there is none. */
  readonly nextCost: number | null;
  /** Computes the second cheapest; null if there is none. It is seldom needed. */
  readonly next: () => Explanation | null;
}

/** A reading that was dropped during the search. */
interface Left extends Ended {
  /** The states behind it, last first: from there on it goes on as the best one does. */
  readonly tail: readonly State[];
}

/**
 * The author meant a tree of series in which every number follows the one before; the text has it with faults. Each
 * fault has a cost, and so has each candidate that is taken for no ordinal (series/costs.json). A beam search over
 * the open series, from candidate to candidate, finds the cheapest tree in linear time.
 */
export function explain(candidates: readonly Candidate[], seen: Seen): Explanations {
  const runs = wholeRuns(candidates);
  const [best = { last: startState, cost: 0 }, second] = searchSeries(candidates, seen, runs);
  const next = nextBest(best, second);
  const tables = explainTables(candidates, seen, runs);
  return {
    best: traced(candidates, runs, tables, best, []),
    nextCost: next === null ? null : next.cost,
    next: () => (next === null ? null : traced(candidates, runs, tables, next, next.tail)),
  };
}

/** The states of the cheapest reading of each table that is a place of its own, in order, by its `apart`. */
function explainTables(
  candidates: readonly Candidate[],
  seen: Seen,
  runs: Uint16Array,
): Map<number, readonly State[]> {
  const tables = new Map<number, readonly State[]>();
  for (let at = 0; at < candidates.length; ) {
    const apart = candidates[at]?.apart ?? 0;
    let end = at + 1;
    while (candidates[end]?.apart === apart) end++;
    if (apart > 0 && apart !== leftOut) {
      const [best] = searchSeries(candidates, seen, runs, apart, at, end);
      tables.set(apart, statesOf(best?.last ?? startState));
    }
    at = end;
  }
  return tables;
}

/** The states up to one, without the start, in order. */
function statesOf(last: State): State[] {
  const states: State[] = [];
  for (let state: State | null = last; state !== null && state.from !== null; state = state.from)
    states.push(state);
  return states.reverse();
}

/** The second cheapest reading: the cheapest one dropped during the search, or the second at its end. */
function nextBest(best: Ended, second: Ended | undefined): Left | null {
  let next = second === undefined ? null : { ...second, tail: [] as State[] };
  let upTo: State | null = null;
  for (let state: State | null = best.last; state !== null; state = state.from) {
    const left = state.other;
    if (left === null || (next !== null && best.cost + left.dearer >= next.cost)) continue;
    next = { last: left.state, cost: best.cost + left.dearer, tail: [] };
    upTo = state;
  }
  if (next === null || upTo === null) return next;
  const tail: State[] = [];
  for (let state: State | null = best.last; state !== null && state !== upTo; state = state.from)
    tail.push(state);
  return { ...next, tail };
}

/** Follows a reading back to the start, and inserts the runs that the search left out. */
function traced(
  candidates: readonly Candidate[],
  runs: Uint16Array,
  tables: ReadonlyMap<number, readonly State[]>,
  { last, cost }: Ended,
  tail: readonly State[],
): Explanation {
  const states = new Map(tables).set(0, [...statesOf(last), ...[...tail].reverse()]);
  const series = new Map<number, ExplainedSeries>();
  const next = new Map<number, number>();
  const tops = new Map<number, Frame | null>();
  const items = candidates.map((candidate, at): Explained => {
    const place = runs[at] ?? 0;
    const { apart } = candidate;
    if (place > 0) {
      const parent = headedAbove(tops.get(apart) ?? null);
      if (place === 1) series.set(at, { kind: candidate.item.kind, base: 1, parent });
      return { candidate, series: at - place + 1, fault: null, cost: 0 };
    }
    const step = next.get(apart) ?? 0;
    const state = states.get(apart)?.[step];
    if (state === undefined) return { candidate, series: -1, fault: null, cost: 0 };
    next.set(apart, step + 1);
    const { top } = state;
    tops.set(apart, top);
    if (state.series === at && top !== null)
      series.set(at, { kind: top.kind, base: top.base, parent: top.below?.last ?? -1 });
    return {
      candidate,
      series: state.series,
      fault: state.fault,
      cost: state.cost - (state.from?.cost ?? 0),
    };
  });
  return { items, series, cost };
}

/** The heading that a run within a paragraph stands under; -1 if there is none. */
function headedAbove(top: Frame | null): number {
  let frame = top;
  while (frame !== null && !frame.has(flags.headed)) frame = frame.below;
  return frame?.last ?? -1;
}
