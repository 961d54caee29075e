import type { Candidate } from '../ordinal-candidates.ts';
import type { OrdinalKind } from '../ordinals.ts';
import type { Beam } from './beam.ts';
import costs from './costs.json' with { type: 'json' };
import { headingKinds, rankOf } from './ordinal-kinds.ts';
import { type Frame, flags, type State } from './series-state.ts';

/** A possible place of a new series in the tree. */
export interface Place {
  readonly below: Frame | null;
  readonly cost: number;
  /** The series of its kind that it replaces. */
  readonly replaced: Frame | null;
  /** It would be below a lower level. */
  readonly inverted: boolean;
}

/** Kinds that are runs of sentences rather than headings. */
const spokenRuns: ReadonlySet<OrdinalKind> = new Set(['is', 'must', 'of-them', 'sequence-word']);

/** The places of a new series that a candidate begins: below an open series, or replacing one of its kind. */
export function newPlaces(
  beam: Beam,
  state: State,
  candidate: Candidate,
  kind: OrdinalKind,
  shape: string,
): Place[] {
  const top = withoutRuns(beam, state.top, candidate, kind);
  const rank = candidate.heading ? rankOf(kind) : null;
  return rank === null
    ? runPlaces(beam, top, candidate, kind, shape)
    : headingPlaces(beam, top, candidate, kind, shape, rank);
}

/** The places of kinds without a fixed level. */
function runPlaces(
  beam: Beam,
  top: Frame | null,
  candidate: Candidate,
  kind: OrdinalKind,
  shape: string,
): Place[] {
  let nested = false;
  let replaced: Place | null = null;
  for (let frame = top; frame !== null && replaced === null; frame = frame.below) {
    if (!frame.is(kind, shape)) continue;
    nested = true;
    if (candidate.certainty !== 'inside') replaced = inPlaceOf(beam, frame, candidate, kind);
  }
  // A run within a run is introduced or begins a sentence, unlike 一是…；一是… in one sentence.
  const within = candidate.inSentence && !candidate.introduced ? costs.anew.none : costs.nested;
  const inner = below(top, nested ? within : 0);
  return replaced === null ? [inner] : [inner, replaced];
}

function headingPlaces(
  beam: Beam,
  top: Frame | null,
  candidate: Candidate,
  kind: OrdinalKind,
  shape: string,
  rank: number,
): Place[] {
  const found: Place[] = [];
  let frame = top;
  for (; frame !== null; frame = frame.below) {
    if (frame.kind === kind) {
      found.push(inPlaceOf(beam, frame, candidate, kind));
      break;
    }
    const other = rankOf(frame.kind);
    if (other !== null && other < rank) {
      found.push(below(frame, 0));
      break;
    }
    // 一、 under 第五， is right unless that is itself under a 一、.
    if (other === null) found.push({ ...below(frame, 0), inverted: isOpen(frame, kind, shape) });
    else if (frame === top) found.push({ ...below(frame, 0), inverted: true });
  }
  const speech = top !== null && candidate.openings.speech > top.last;
  if (frame === null || speech) found.push(below(null, 0));
  return found;
}

function below(frame: Frame | null, cost: number): Place {
  return { below: frame, cost, replaced: null, inverted: false };
}

/** The open series without runs that end before the candidate: at their paragraph's end, and before a heading. */
function withoutRuns(
  beam: Beam,
  top: Frame | null,
  { heading, item }: Candidate,
  kind: OrdinalKind,
): Frame | null {
  let frame = top;
  for (; frame !== null; frame = frame.below) {
    if (frame.has(flags.headed)) {
      if (!heading || kind !== 'chinese' || !spokenRuns.has(frame.kind)) return frame;
    } else if (!heading && beam.paragraphOf(frame.last) === item.paragraph) return frame;
  }
  return frame;
}

/** A new list that replaces one of its kind: cheaper if a speech, a salutation or a title is between them. */
function inPlaceOf(beam: Beam, frame: Frame, candidate: Candidate, kind: OrdinalKind): Place {
  const { anew } = costs;
  const { openings, heading, introduced, item } = candidate;
  const distance = item.paragraph - beam.paragraphOf(frame.last);
  // A second 首先 begins anew only at a distance from the first, and a second 一是 not within one sentence.
  const strict =
    kind === 'sequence-word' ? distance <= 1 : heading ? headingKinds.has(kind) : isRepeat(frame, candidate);
  let cost = strict ? anew.none : heading ? anew.low : anew.run;
  if (openings.speech > frame.last) cost = anew.speech;
  else if (introduced) cost = Math.min(cost, anew.near);
  else if (openings.address > frame.last) cost = Math.min(cost, anew.address);
  else if (openings.title > frame.last) cost = Math.min(cost, anew.title);
  return { below: frame.below, cost, replaced: frame, inverted: false };
}

/** Whether a series of a kind is open, from the innermost one up to another (exclusive). */
export function isOpen(
  top: Frame | null,
  kind: OrdinalKind,
  shape: string,
  above: Frame | null = null,
): boolean {
  for (let frame = top; frame !== null && frame !== above; frame = frame.below)
    if (frame.is(kind, shape)) return true;
  return false;
}

/** From this number on, articles are those of the text itself; fewer may be quoted, with numbers skipped. */
export const fewestArticles = 4;

/** 第一条 with a space behind it, or 第一条，. */
export function isArticle({ kind, shape }: Frame): boolean {
  return kind === 'article' || shape === '条';
}

/** A second 一是 in one sentence, unless 一是为了…，一是为了… is a figure of speech. */
function isRepeat(frame: Frame, { inSentence, introduced, goesOn }: Candidate): boolean {
  return inSentence && !introduced && (goesOn || frame.count > 1);
}

/** Whether a series is a run inside an earlier paragraph than that of a candidate, which is inside a paragraph too. */
export function isPastRun(beam: Beam, frame: Frame, { heading, item }: Candidate): boolean {
  return !heading && !frame.has(flags.headed) && beam.paragraphOf(frame.last) !== item.paragraph;
}
