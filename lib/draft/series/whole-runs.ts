import type { Candidate } from '../ordinal-candidates.ts';
import type { OrdinalKind } from '../ordinals.ts';
import { mistakenFor, rankOf } from './ordinal-kinds.ts';

/**
 * Finds runs like 一是…二是…三是… within one paragraph that are correct and have nothing around them that might belong to
 * them. Most ordinals of a speech are in such runs and need no search. Returns the number in its run, or 0, by
 * candidate.
 */
export function wholeRuns(candidates: readonly Candidate[]): Uint16Array {
  const runs = new Uint16Array(candidates.length);
  for (let at = 0; at < candidates.length; ) {
    const paragraph = candidates[at]?.item.paragraph;
    let end = at + 1;
    while (candidates[end]?.item.paragraph === paragraph) end++;
    if (end > at + 1) runsWithin(candidates, at, end, runs);
    at = end;
  }
  return runs;
}

/** Finds the runs of one paragraph; none if one of its other ordinals may belong to one of them. */
function runsWithin(candidates: readonly Candidate[], from: number, to: number, runs: Uint16Array): void {
  for (let at = from; at < to; ) {
    const length = runLength(candidates, at, to);
    for (let place = 1; place <= length; place++) runs[at + place - 1] = place;
    at += Math.max(1, length);
  }
  const found = candidates.slice(from, to).filter((_, at) => runs[from + at] === 1);
  if (found.length === 0) return;
  const kinds = new Set(found.map(({ item }) => item.kind));
  const names = new Set(found.map(nameOf));
  for (let at = from; at < to; at++) {
    if (runs[at] !== 0) continue;
    const loose = candidates[at] as Candidate;
    if (!names.has(nameOf(loose)) && !isMistakenForOne(loose, kinds)) continue;
    runs.fill(0, from, to);
    return;
  }
}

/** What items of one run have in common. */
function nameOf({ item, shape }: Candidate): string {
  return `${item.kind} ${shape}`;
}

function isMistakenForOne({ item }: Candidate, kinds: Iterable<OrdinalKind>): boolean {
  for (const kind of kinds) if (mistakenFor(item.kind, kind) !== null) return true;
  return false;
}

/** How many candidates from one on form a run; 0 if they form none. */
function runLength(candidates: readonly Candidate[], at: number, to: number): number {
  const first = candidates[at];
  if (first === undefined || first.item.value !== 1 || !(isRunItem(first) || isRunHead(first))) return 0;
  let end = at + 1;
  while (end < to && follows(candidates[end - 1] as Candidate, candidates[end] as Candidate)) end++;
  const length = end - at;
  if (length < 2 || (first.announced > 0 && first.announced !== length)) return 0;
  const next = candidates[end];
  const value = next !== undefined && mayBelong(next, first) ? next.item.value : 0;
  const goesOn = value === length + 1 || (first.heading && value > 1);
  return goesOn ? 0 : length;
}

/** The first of a run may begin its paragraph: 一是…，二是…. */
function isRunHead({ heading, certainty, item }: Candidate): boolean {
  return heading && certainty === 'sure' && isRunKind(item.kind);
}

function isRunItem({ heading, certainty, item }: Candidate): boolean {
  return (
    !heading && isRunKind(item.kind) && (certainty === 'sure' || (certainty === 'clause' && item.value > 1))
  );
}

function isRunKind(kind: OrdinalKind): boolean {
  return rankOf(kind) === null && kind !== 'sequence-word';
}

function follows(before: Candidate, next: Candidate): boolean {
  return (
    isRunItem(next) &&
    next.item.kind === before.item.kind &&
    next.shape === before.shape &&
    next.item.paragraph === before.item.paragraph &&
    next.item.value === before.item.value + 1
  );
}

function mayBelong(one: Candidate, { item, shape }: Candidate): boolean {
  return (
    (one.item.kind === item.kind && one.shape === shape) || mistakenFor(one.item.kind, item.kind) !== null
  );
}
