import type { Candidate } from '../candidates.ts';
import type { OrdinalKind } from '../ordinals.ts';
import type { Beam } from './beam.ts';
import costs from './costs.json' with { type: 'json' };
import { headingKinds, rankOf } from './kinds.ts';
import { type Frame, flags, type State } from './state.ts';

/** Where a new series would stand. */
export interface Place {
  readonly below: Frame | null;
  readonly cost: number;
  /** The series of its kind whose place it takes. */
  readonly replaced: Frame | null;
  /** It would hang below a lower level. */
  readonly inverted: boolean;
}

/** Kinds that are runs of sentences rather than headings. */
const spokenRuns: ReadonlySet<OrdinalKind> = new Set(['is', 'must', 'of-them', 'sequence-word']);

/** Where a new series of a kind may stand that a candidate begins: below what is open, or in the place of one of its kind. */
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

/** Kinds without a level of their own: below what is open, or in the place of one of their kind. */
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
  // 一是…；一是… in one sentence is no run within a run: that is introduced, or begins a sentence.
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
    // 一、 under 第五， is right, but not where that stands under a 一、 itself.
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

/** A heading is no part of a run inside a paragraph, nor 一、 of an 一是 above it; a run ends with its paragraph. */
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

/** A new list in the place of one of its kind: the cheaper the more there is between the two that begins something. */
function inPlaceOf(beam: Beam, frame: Frame, candidate: Candidate, kind: OrdinalKind): Place {
  const { anew } = costs;
  const { openings, heading, introduced, item } = candidate;
  const distance = item.paragraph - beam.paragraphOf(frame.last);
  // A second 首先 far from the first begins anew; one right behind it does not, nor a second 一是 in one sentence.
  const strict =
    kind === 'sequence-word' ? distance <= 1 : heading ? headingKinds.has(kind) : isRepeat(frame, candidate);
  let cost = strict ? anew.none : heading ? anew.low : anew.run;
  if (openings.speech > frame.last) cost = anew.speech;
  else if (introduced) cost = Math.min(cost, anew.near);
  else if (openings.address > frame.last) cost = Math.min(cost, anew.address);
  else if (openings.title > frame.last) cost = Math.min(cost, anew.title);
  return { below: frame.below, cost, replaced: frame, inverted: false };
}

/** Whether a series of a kind is open, from the innermost one on as far as another. */
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

/** So many articles in a row are those of the text itself; fewer may be quoted, and not in a row. */
export const fewestArticles = 4;

/** 第一条 with a space behind it, or 第一条，. */
export function isArticle({ kind, shape }: Frame): boolean {
  return kind === 'article' || shape === '条';
}

/** A second 一是 in one sentence; but 一是为了…，一是为了… and nothing else is a manner of speech. */
function isRepeat(frame: Frame, { inSentence, introduced, goesOn }: Candidate): boolean {
  return inSentence && !introduced && (goesOn || frame.count > 1);
}
