import type { Candidate } from '../ordinal-candidates.ts';
import type { OrdinalKind } from '../ordinals.ts';
import type { SequenceFault } from '../outline-types.ts';
import type { Beam } from './beam.ts';
import costs from './costs.json' with { type: 'json' };
import { doubtOf, isDoubtful } from './doubt.ts';
import { headingKinds, mistakenFor, rankOf, throughKinds } from './ordinal-kinds.ts';
import { fewestArticles, isArticle, isOpen, isPastRun, newPlaces, type Place } from './places.ts';
import { type Closed, closedAbove, costAbove, Frame, flags, type State } from './series-state.ts';

/** The deepest nesting of series. */
const deepest = 8;
/** A habit (a bit of State.habits): the draft begins with a number beyond 1, as a part of a longer one does. */
const pieceOfDraft = 1 << 30;

/** A new series that may begin. */
interface Opening {
  readonly from: State;
  readonly candidate: Candidate;
  readonly at: number;
  readonly kind: OrdinalKind;
  readonly shape: string;
  readonly place: Place;
  /** The cost so far, including that of closing the series above. */
  readonly cost: number;
  readonly closed: Closed | null;
}

/**
 * Adds the readings in which a candidate is the first item of a new series: of its own kind, or of the kind of `second`
 * (see `secondOf`), if its own is a mistake.
 */
export function beginSeries(
  beam: Beam,
  state: State,
  candidate: Candidate,
  at: number,
  second: Candidate | null,
): void {
  const { kind, value } = candidate.item;
  if (value !== 1 && isDoubtful(candidate)) return;
  const cost = state.cost + costs.series + doubtOf(candidate, true);
  beginAs(beam, state, candidate, at, kind, candidate.shape, cost);
  if (value !== 1) return;
  if (candidate.certainty === 'inside' && headingKinds.has(kind))
    beginAs(beam, state, { ...candidate, heading: true }, at, kind, candidate.shape, cost + costs.embedded);
  if (second !== null)
    beginAs(beam, state, candidate, at, second.item.kind, second.shape, cost + costs.mistakenFirst);
}

/** A second item is looked for among so many candidates. */
const farthest = 40;

/**
 * The second item of a list of another kind, of which a first one may be the mistaken beginning: nothing of that kind
 * is between them. Null if there is none, and in a draft seen in part.
 */
export function secondOf(
  { candidates, seen }: Beam,
  { item, heading }: Candidate,
  at: number,
): Candidate | null {
  if (item.value !== 1 || !seen.complete) return null;
  const begun = new Set<OrdinalKind>();
  const to = heading ? at + farthest : at + 1;
  for (let next = at + 1; next <= to; next++) {
    const one = candidates[next];
    if (one === undefined) return null;
    const { kind, value } = one.item;
    if (one.heading !== heading || begun.has(kind)) continue;
    if (kind === item.kind && value === 2) return null;
    if (value === 2 && mistakenFor(item.kind, kind) === 'mistaken') return one;
    begun.add(kind);
  }
  return null;
}

function beginAs(
  beam: Beam,
  state: State,
  candidate: Candidate,
  at: number,
  kind: OrdinalKind,
  shape: string,
  begun: number,
): void {
  for (const place of newPlaces(beam, state, candidate, kind, shape)) {
    const { below, replaced, inverted } = place;
    if (below !== null && below.depth >= deepest) continue;
    const closed = closedAbove(state, below);
    const sister = replaced === null ? sisterOf(closed, kind, shape, below, candidate) : null;
    let cost = begun + place.cost + costAbove(state, below, beam.seen.complete);
    // A habit of the draft is one fault, not one at each occurrence.
    if (inverted && sister === null)
      cost += isOpen(state.top, kind, shape) ? costs.invertedTwice : costs.inverted;
    const opening = { from: state, candidate, at, kind, shape, place, cost, closed };
    if (sister !== null) under(beam, opening, sister, begun);
    else if (candidate.item.value === 1 || candidate.certainty !== 'inside')
      first(beam, opening, state.habits, besideCost(beam, state, candidate, kind, shape), false);
    if (replaced !== null) hidden(beam, opening, replaced, begun);
  }
}

function open(
  beam: Beam,
  { from, candidate, at, kind, shape, place, cost, closed }: Opening,
  more: number,
  base: number,
  shift: number,
  fault: SequenceFault | null,
  habits: number,
  below = place.below,
): void {
  if (beam.isTooDear(cost + more)) return;
  const frameFlags = (candidate.heading ? flags.headed : 0) | (candidate.introduced ? flags.introduced : 0);
  const top = new Frame(kind, shape, below, at, at, 1, base, shift, candidate.announced, frameFlags);
  beam.add(from, cost + more, top, closed, habits, at, fault);
}

/**
 * Adds the readings of the first number of a series: it is 1, or something is missing or wrong. `extraCost` applies
 * if an open series might continue with it; `seenUnderHeadings`: lists of its kind stand under the headings before.
 */
function first(
  beam: Beam,
  opening: Opening,
  habits: number,
  extraCost: number,
  seenUnderHeadings: boolean,
  more = 0,
): void {
  const { candidate, kind } = opening;
  const { value } = candidate.item;
  if (value === 1 || !beam.seen.complete) {
    open(beam, opening, more, value, 0, null, habits);
    return;
  }
  if (value === 2 && candidate.heading && headingKinds.has(kind) && !beam.seen.excerpt)
    open(beam, opening, more + costs.missingFirst, 1, 1, 'missing-first', habits);
  const wrong = costs.wrongFirst + (candidate.introduced ? 0 : extraCost);
  open(beam, opening, more + wrong, 1, 0, 'wrong-first', habits);
  const isHead = candidate.heading && isFirstWord(beam, candidate);
  let orphan = orphanCost(beam, opening, habits, extraCost, isHead);
  // A list begins at 1 right behind the words that announce it.
  if (candidate.announced > 0) orphan += costs.announced;
  orphan += seenUnderHeadings ? costs.orphanBeside : extraCost;
  open(beam, opening, more + orphan, value, 0, null, isHead ? habits | pieceOfDraft : habits);
}

/** Whether nothing of the draft stands before a candidate. */
function isFirstWord({ candidates, seen }: Beam, candidate: Candidate): boolean {
  return candidates[0] === candidate && seen.start >= candidate.item.ordinal.start;
}

/** The cost of a series that rightly begins with a number beyond 1, since its beginning is not in the draft. */
function orphanCost(
  { seen }: Beam,
  { from, candidate, kind }: Opening,
  habits: number,
  beside: number,
  isHead: boolean,
): number {
  if (!candidate.heading || !headingKinds.has(kind)) return costs.orphanRun;
  // The draft may contain only a later part of the speech that begins directly before.
  const isFresh = candidate.item.value > 2 && candidate.openings.speech > (from.top?.last ?? 0);
  if (seen.excerpt || isFresh) return costs.orphanOpened;
  if ((habits & pieceOfDraft) !== 0 && beside === 0) return costs.orphanAgain;
  return isHead ? costs.orphanHead : costs.orphan;
}

/** Adds the readings of a list under the next heading: it begins again or counts on, as its kind does in this draft. */
function under(beam: Beam, opening: Opening, sister: Frame, begun: number): void {
  const { from, candidate } = opening;
  const { habits } = from;
  const bit = throughKinds.indexOf(sister.kind) * 2;
  const habit = (habits >> bit) & 3;
  const restarts = habit === 0 ? habits | (1 << bit) : habits;
  const broken = habit === 2 ? costs.throughBroken : 0;
  const { value } = candidate.item;
  const through = (costs.through as Readonly<Record<string, number>>)[sister.kind] ?? costs.throughBroken;
  // It is the same series: the cost of a new one does not apply.
  const more = from.cost - begun + (habit === 2 ? 0 : habit === 1 ? costs.throughBroken : through);
  const goesOn = habit === 0 ? habits | (2 << bit) : habits;
  const delta = value - sister.next;
  if (delta === 0) {
    // Articles count through chapters.
    if (sister.kind !== 'article')
      open(beam, opening, costs.continued + broken, 1, value - 1, 'continued', restarts);
    resume(beam, opening, sister, more, sister.shift, null, goesOn);
  } else if (habit === 2 || sister.kind === 'article') {
    const fault = delta > 0 ? 'gap' : delta === -1 ? 'repeat' : 'step-back';
    const cost = delta > 0 ? costs.gap : delta === -1 ? costs.repeat : costs.back;
    resume(beam, opening, sister, more + cost, sister.shift + delta, fault, goesOn);
    resume(beam, opening, sister, more + costs.wrong, sister.shift, 'wrong', goesOn);
  }
  if (value === 1 || candidate.certainty !== 'inside') first(beam, opening, restarts, 0, true, broken);
}

/** Adds the reading in which the series under the heading before counts on under this one. */
function resume(
  beam: Beam,
  { from, candidate, at, place, closed, cost }: Opening,
  sister: Frame,
  more: number,
  shift: number,
  fault: SequenceFault | null,
  habits: number,
): void {
  if (beam.isTooDear(cost + more)) return;
  const top = sister.reopened(place.below).grown(candidate, at, shift, true);
  beam.add(from, cost + more, top, closed, habits, sister.first, fault);
}

/** Adds the reading in which a list begins again because the heading between is missing. */
function hidden(beam: Beam, opening: Opening, replaced: Frame, begun: number): void {
  const holder = replaced.below;
  if (holder === null || opening.candidate.item.value !== 1 || !beam.seen.complete) return;
  if (!headingKinds.has(holder.kind) || rankOf(opening.kind) === null) return;
  const more = begun - opening.cost + costs.hidden + costAbove(opening.from, holder, beam.seen.complete);
  open(beam, opening, more, 1, 0, null, opening.from.habits, holder.withGap());
}

/** The additional cost of a series that begins late although its first item might continue an open one. */
function besideCost(
  beam: Beam,
  { top }: State,
  candidate: Candidate,
  kind: OrdinalKind,
  shape: string,
): number {
  const { openings, item } = candidate;
  let cost = 0;
  for (let frame = top; frame !== null; frame = frame.below) {
    if (openings.speech > frame.last) return cost;
    const quoted = isArticle(frame) && frame.count < fewestArticles;
    const mistaken = mistakenFor(kind, frame.kind);
    if (quoted || isPastRun(beam, frame, candidate)) continue;
    if (frame.is(kind, shape) || mistaken === 'spoken') return costs.orphanBeside;
    if (mistaken !== null && frame.next === item.value) cost = costs.orphanAlike;
  }
  return cost;
}

/** The series of a kind that closed last, if it was under a heading of the same level and no speech began since. */
function sisterOf(
  closed: Closed | null,
  kind: OrdinalKind,
  shape: string,
  below: Frame | null,
  candidate: Candidate,
): Frame | null {
  for (let one = closed; one !== null; one = one.before) {
    const { frame } = one;
    if (!frame.is(kind, shape)) continue;
    const apart = candidate.openings.speech > frame.last;
    return frame.below === null || frame.below.kind !== below?.kind || apart ? null : frame;
  }
  return null;
}
