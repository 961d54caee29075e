import type { Candidate } from '../ordinal-candidates.ts';
import { Beam, type Seen } from './beam.ts';
import { beginSeries, secondOf } from './begin.ts';
import costs from './costs.json' with { type: 'json' };
import { dismissalOf } from './doubt.ts';
import { joinSeries } from './join.ts';
import { costAbove, State, startState } from './series-state.ts';

/** A reading of the whole draft. */
export interface Ended {
  readonly last: State;
  readonly cost: number;
}

/**
 * Goes from candidate to candidate with the cheapest readings of those before: each candidate continues an open series,
 * begins one, or is no ordinal. Those that are not 0 in `skipped` are skipped, and so are those that are not of the part
 * `apart`; they are looked for from `from` to `to`. Returns the readings of the whole, the
 * cheapest first.
 */
export function searchSeries(
  candidates: readonly Candidate[],
  seen: Seen,
  skipped: Uint16Array,
  apart = 0,
  from = 0,
  to = candidates.length,
): Ended[] {
  let states: readonly State[] = [startState];
  let before = -1;
  for (let at = from; at < to; at++) {
    const candidate = candidates[at];
    if (candidate === undefined || skipped[at] !== 0 || candidate.apart !== apart) continue;
    const beam = new Beam(candidates, seen);
    const second = secondOf(beam, candidate, at);
    for (const one of states) {
      // No series continues beyond the beginning of an attachment.
      const state = candidate.openings.end > before ? closedWhole(one, seen.complete) : one;
      for (let frame = state.top; frame !== null; frame = frame.below)
        joinSeries(beam, state, frame, candidate, at);
      if (!candidate.last) beginSeries(beam, state, candidate, at, second);
      const unanswered = candidate.announced > 0 ? costs.announced : 0;
      const dismissed = state.cost + dismissalOf(beam, state, candidate) + unanswered;
      beam.add(state, dismissed, state.top, state.closed, state.habits, -1, null);
    }
    states = beam.kept();
    before = at;
  }
  return states
    .map((last) => ({ last, cost: last.cost + costAbove(last, null, seen.complete) }))
    .sort((a, b) => a.cost - b.cost);
}

/** The reading with all its series closed. */
function closedWhole(state: State, complete: boolean): State {
  const cost = state.cost + costAbove(state, null, complete);
  return new State(state.from, cost, null, null, 0, state.series, state.fault);
}
