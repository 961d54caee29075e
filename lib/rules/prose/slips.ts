import { sentenceAround } from '../../draft/draft.ts';
import type { ProseModel } from '../../phrases/prose/prose-model.ts';
import type { Segmenter } from '../../phrases/types.ts';
import { isLeftAlone, isRepeated } from './left-alone.ts';
import { mostOfWords, scoreOf, traitCount, traitsOf, wordTraitsOf } from './traits.ts';
import { type PlacedTrial, trialsIn } from './trials.ts';

/** Characters that are most likely wrong, and those that are meant. UTF-16 offsets of the text. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly meant: string;
  /** Above 0; the higher, the likelier. */
  readonly score: number;
  /** Whether the characters as meant stand with the one before oftener than with the one behind. */
  readonly leansBack: boolean;
}

/** Runs of two up to this level are rare: where one is repeated, it is a name or a coined word. */
const rarest = 3;

/** Trials of one place that are worth weighing, and where they are. UTF-16 offsets of the text. */
export interface Tried extends PlacedTrial {
  readonly start: number;
  readonly end: number;
}

/** All trials in a text but those of characters that are spelt on purpose, place by place. */
export function* triedIn(text: string, units: Uint16Array, model: ProseModel): Generator<readonly Tried[], void, void> {
  const places = model.read(units);
  for (const trials of trialsIn(places, model)) {
    const start = places.at[trials[0]?.place ?? 0] as number;
    const single = isLeftAlone(text, start, start + 1) || isCoinedAgain(text, start, trials);
    const tried = trials.flatMap((one): Tried[] => {
      const end = start + one.ids.length;
      if (one.ids.length === 1 ? single : isLeftAlone(text, start, end) || isRepeated(text, start, end)) return [];
      return [{ ...one, start, end }];
    });
    if (tried.length > 0) yield tried;
  }
}

/** Whether a rare run of two with the character occurs twice in the text. */
function isCoinedAgain(text: string, start: number, trials: readonly PlacedTrial[]): boolean {
  const written = trials.find(({ ids }) => ids.length === 1)?.trial.written;
  if (written === undefined) return false;
  return (
    (written[0] <= rarest && isRepeated(text, start - 1, start + 1)) ||
    (written[1] <= rarest && isRepeated(text, start, start + 2))
  );
}

/**
 * The likeliest slips in a text, in its order, not overlapping. Takes the text's code units too. Null where only a segmenter
 * can decide, and there is none.
 */
export function slipsIn(
  text: string,
  units: Uint16Array,
  model: ProseModel,
  segmenter: Segmenter | undefined,
): Slip[] | null {
  const slips: Slip[] = [];
  for (const tried of triedIn(text, units, model)) {
    let best: Slip | null = null;
    for (const one of tried) {
      const { ids, trial, start, end } = one;
      const weights = weightsFor(ids.length, model);
      const known = scoreOf(traitsOf(trial), weights);
      if (known + mostOfWords(ids.length, weights) <= (best?.score ?? 0)) continue;
      if (segmenter === undefined) return null;
      const meant = meantBy(one, model);
      const score = known + scoreOf(wordTraitsAt(text, start, end, meant, segmenter), weights);
      if (score <= (best?.score ?? 0)) continue;
      best = { start, end, meant, score, leansBack: trial.meant[0] > trial.meant[1] };
    }
    if (best === null) continue;
    const last = slips.at(-1);
    if (last === undefined || last.end < best.start) slips.push(best);
    else if (best.score > last.score) slips[slips.length - 1] = best;
  }
  return slips;
}

/** The characters that a trial puts. */
export function meantBy({ ids }: PlacedTrial, model: ProseModel): string {
  return String.fromCharCode(...ids.map((id) => model.units[id] as number));
}

/** The word traits of a replacement at a place of a text. UTF-16 offsets of the text. */
export function wordTraitsAt(text: string, start: number, end: number, meant: string, segmenter: Segmenter): number[] {
  const sentence = sentenceAround(text, start, end);
  const before = text.slice(sentence.start, start);
  const written = before + text.slice(start, sentence.end);
  const right = before + meant + text.slice(end, sentence.end);
  const places = Array.from(meant, (_, at) => before.length + at);
  return wordTraitsOf(
    places.map((at) => segmenter.lengthAt(written, at)),
    places.map((at) => segmenter.lengthAt(right, at)),
  );
}

/** The weights for one or two characters. */
export function weightsFor(length: number, { weights }: ProseModel): Float32Array {
  return weights.subarray((length - 1) * traitCount, length * traitCount);
}
