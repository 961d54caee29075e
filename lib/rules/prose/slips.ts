import { sentenceAround } from '../../draft/draft.ts';
import type { Span } from '../../draft/types.ts';
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
  /** The word that the first of them is in once put right; the character alone where it is in none. */
  readonly word: Span;
  /** Whether the characters as meant stand with the one before oftener than with the one behind. */
  readonly leansBack: boolean;
}

/** Runs of two up to this level are rare: where one is repeated, it is a name or a coined word. */
const rarest = 3;

/** Whether the characters of a trial are spelt on purpose. `start` is the UTF-16 offset of its first character. */
export function isOnPurpose(text: string, start: number, { ids, trial: { written } }: PlacedTrial): boolean {
  const end = start + ids.length;
  if (isLeftAlone(text, start, end)) return true;
  if (ids.length > 1) return isRepeated(text, start, end);
  return (
    (written[0] <= rarest && isRepeated(text, start - 1, end)) ||
    (written[1] <= rarest && isRepeated(text, start, end + 1))
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
  const places = model.read(units);
  for (const trials of trialsIn(places, model)) {
    const start = places.at[trials[0]?.place ?? 0] as number;
    let best: Slip | null = null;
    for (const one of trials) {
      const { ids, trial } = one;
      const end = start + ids.length;
      const weights = weightsFor(ids.length, model);
      const known = scoreOf(traitsOf(trial), weights);
      if (known + mostOfWords(ids.length, weights) <= (best?.score ?? 0) || isOnPurpose(text, start, one)) continue;
      if (segmenter === undefined) return null;
      const meant = meantBy(one, model);
      const { traits, word } = wordsAt(text, start, end, meant, segmenter);
      const score = known + scoreOf(traits, weights);
      if (score <= (best?.score ?? 0)) continue;
      best = { start, end, meant, score, word, leansBack: trial.meant[0] > trial.meant[1] };
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

/** The word traits of a replacement at a place of a text, and the word that it makes. UTF-16 offsets of the text. */
export function wordsAt(text: string, start: number, end: number, meant: string, segmenter: Segmenter) {
  const sentence = sentenceAround(text, start, end);
  const before = text.slice(sentence.start, start);
  const written = before + text.slice(start, sentence.end);
  const right = before + meant + text.slice(end, sentence.end);
  const places = Array.from(meant, (_, at) => before.length + at);
  const lengthsIn = (words: string) =>
    places.map((at) => {
      const word = segmenter.wordAt(words, at);
      return word.end - word.start;
    });
  const word = segmenter.wordAt(right, before.length);
  return {
    traits: wordTraitsOf(lengthsIn(written), lengthsIn(right)),
    word: { start: sentence.start + word.start, end: sentence.start + word.end },
  };
}

/** The weights for one or two characters. */
export function weightsFor(length: number, { weights }: ProseModel): Float32Array {
  return weights.subarray((length - 1) * traitCount, length * traitCount);
}
