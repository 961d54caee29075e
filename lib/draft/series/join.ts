import type { Candidate } from '../ordinal-candidates.ts';
import type { OutlineItem, SequenceFault } from '../outline-types.ts';
import type { Beam } from './beam.ts';
import costs from './costs.json' with { type: 'json' };
import { doubtOf, isDoubtful } from './doubt.ts';
import { headingKinds, type Mistaken, mistakenFor, sharesNumerals } from './ordinal-kinds.ts';
import { fewestArticles, isArticle, isOpen, isPastRun } from './places.ts';
import { closedAbove, costAbove, type Frame, flags, type State } from './series-state.ts';

/** A candidate that continues a series. */
interface Joined {
  readonly state: State;
  readonly frame: Frame;
  readonly candidate: Candidate;
  readonly at: number;
  /** It has the same place in its line as the first item. */
  readonly alike: boolean;
}

/** Adds the readings in which a candidate is the next item of an open series. */
export function joinSeries(beam: Beam, state: State, frame: Frame, candidate: Candidate, at: number): void {
  const mistaken = mistakenFor(candidate.item.kind, frame.kind);
  if (!mayJoin(beam, frame, candidate, mistaken)) return;
  // A run is carried over into the next paragraph only by the next number.
  if (isPastRun(beam, frame, candidate) && !followsWritten(beam, frame, candidate)) return;
  const alike = isAlike(beam, frame, candidate.item);
  const place = placeCost(beam, frame, candidate, alike);
  if (place === null) return;
  const ended = frame.has(flags.ended);
  const delta = candidate.last || ended ? 0 : candidate.item.value - frame.next;
  // Quoted articles of another text may skip numbers.
  if (delta > 0 && isArticle(frame) && frame.count < fewestArticles) return;
  // Readings with two faults in one ordinal are not tried.
  if (delta !== 0 && (mistaken !== null || isElsewhere(beam, frame, candidate) || isDoubtful(candidate)))
    return;
  const joined: Joined = { state, frame, candidate, at, alike };
  const cost = costOf(beam, joined, place, mistaken);
  if (delta !== 0) joinFaulty(beam, joined, cost, delta);
  else extend(beam, joined, cost, frame.shift, ended ? 'step-back' : frame.has(flags.leftOut) ? 'gap' : null);
}

function followsWritten({ candidates }: Beam, frame: Frame, { item, last }: Candidate): boolean {
  return last || candidates[frame.last]?.item.value === item.value - 1;
}

/** Whether a candidate can belong to a series by its kind and number. */
function mayJoin(beam: Beam, frame: Frame, candidate: Candidate, mistaken: Mistaken | null): boolean {
  const { item, heading, last, shape } = candidate;
  if (mistaken === null ? !frame.is(item.kind, shape) : !beam.seen.complete) return false;
  if (mistaken === 'spoken' && heading && !frame.has(flags.headed)) return false;
  // 最后 continues only series of words (首先 …): 第一，第二，…最后， is right as it stands.
  if (last && frame.kind !== 'sequence-word') return false;
  // A list that begins late has no smaller numbers.
  return item.value >= frame.base;
}

/** The cost of the reading without that of a fault of the number. */
function costOf(
  beam: Beam,
  { state, frame, candidate, alike }: Joined,
  place: number,
  mistaken: Mistaken | null,
): number {
  let cost = state.cost + place + doubtOf(candidate, false);
  if (mistaken !== null) cost += mistakenCost(state, frame, candidate, mistaken, alike);
  if (candidate.openings.speech > frame.last) cost += costs.acrossSpeech;
  if (candidate.announced > 0) cost += costs.announced;
  if (frame.has(flags.ended)) cost += costs.ended;
  return cost + costAbove(state, frame, beam.seen.complete);
}

/** Adds the readings of a number that is off by `delta`: the next numbers continue from it, or it alone is wrong. */
function joinFaulty(beam: Beam, joined: Joined, cost: number, delta: number): void {
  const { frame, candidate, alike } = joined;
  const { value } = candidate.item;
  const isManner = value === 1 && frame.count === 1 && !candidate.heading && !candidate.goesOn;
  let base = isManner ? cost + costs.mannerOfSpeech : cost;
  const shift = frame.shift + delta;
  if (delta > 0) extend(beam, joined, base + gapCost(beam, delta), shift, 'gap');
  else if (delta === -1) extend(beam, joined, base + costs.repeat, shift, 'repeat');
  else if (value === 1) {
    // Lists of other kinds than headings often begin again.
    const strict = headingKinds.has(frame.kind) || frame.announced > frame.count;
    extend(beam, joined, base + (strict ? costs.restart : costs.restartLow), shift, 'restart');
  } else extend(beam, joined, base + costs.back, shift, 'step-back');
  if (!alike) base += costs.otherForm;
  if (delta === -1 && frame.has(flags.ahead))
    extend(beam, joined, base + costs.swapped, frame.shift, 'swapped');
  else {
    const far = delta > 2 || delta < -2 ? costs.wrongFar : 0;
    extend(beam, joined, base + costs.wrong + far, frame.shift, 'wrong');
  }
}

function extend(
  beam: Beam,
  { state, frame, candidate, at, alike }: Joined,
  cost: number,
  shift: number,
  fault: SequenceFault | null,
): void {
  if (beam.isTooDear(cost)) return;
  const top = frame.grown(candidate, at, shift, alike);
  beam.add(state, cost, top, closedAbove(state, frame), state.habits, frame.first, fault);
}

function mistakenCost(
  { top }: State,
  frame: Frame,
  candidate: Candidate,
  how: Mistaken,
  alike: boolean,
): number {
  const { item, heading, shape } = candidate;
  let cost = costs[how] + (alike ? 0 : costs.otherForm);
  if (!sharesNumerals(item.kind, frame.kind)) cost += costs.otherNumerals;
  if (heading && !frame.has(flags.headed)) cost += costs.headingInRun;
  // It more likely continues the open series of its own kind.
  if (isOpen(top, item.kind, shape, frame))
    cost += how === 'mistaken' && (heading || !frame.has(flags.headed)) ? costs.pastOwn : costs.outOfRun;
  return cost;
}

/** Whether an item has the same place (own line, or before text) as the first of its series, or the same paragraph. */
function isAlike(beam: Beam, { first }: Frame, { place, paragraph }: OutlineItem): boolean {
  const item = beam.candidates[first]?.item;
  return item?.place === place || item?.paragraph === paragraph;
}

function gapCost(beam: Beam, delta: number): number {
  if (!beam.seen.complete) return costs.gapMore;
  return costs.gap + costs.gapMore * (Math.min(delta, 6) - 1);
}

/** The cost of a candidate's place if it belongs to a series; null if it cannot. */
function placeCost(beam: Beam, frame: Frame, candidate: Candidate, alike: boolean): number | null {
  const { heading, certainty, item, inSentence } = candidate;
  const headed = frame.has(flags.headed);
  if (heading && headed) return frame.has(flags.uneven) || alike ? 0 : costs.otherPlace;
  const distance = item.paragraph - beam.paragraphOf(frame.last);
  if (heading) return distance <= 2 ? costs.headedInRun : costs.far;
  if (certainty === 'inside') {
    // It belongs to a list within one paragraph, or is a heading that lost its line break.
    if (!headed) return distance === 0 ? 0 : null;
    if (!isElsewhere(beam, frame, candidate)) return 0;
    return inSentence ? costs.inlineInHeaded : costs.embedded;
  }
  if (distance === 0) return 0;
  if (certainty === 'clause') return null;
  return headed ? costs.inlineInHeaded : distance === 1 ? 0 : costs.far;
}

/** Whether it is inside a paragraph other than that of the first item. */
function isElsewhere(beam: Beam, frame: Frame, { certainty, item }: Candidate): boolean {
  return (
    certainty === 'inside' && frame.has(flags.headed) && beam.paragraphOf(frame.first) !== item.paragraph
  );
}
