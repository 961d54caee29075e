import type { Span } from '../../draft/types.ts';
import type { ProseModel } from '../../phrases/prose/prose-model.ts';
import type { Segmenter } from '../../phrases/types.ts';
import { type Fits, fitsOf } from './company.ts';
import { isLeftAlone, isRepeated } from './left-alone.ts';
import { companyTraits, highestOf, mostTold, scoreOf, traitCount, traitsOf, wordTraits } from './traits.ts';
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
  const judges = judgesOf(model);
  const places = model.read(units);
  for (const trials of trialsIn(places, model)) {
    const start = places.at[trials[0]?.place ?? 0] as number;
    const onPurpose: (boolean | undefined)[] = [];
    const fits: (Fits | undefined)[] = [];
    let best: Slip | null = null;
    for (const one of trials) {
      const { length } = one.ids;
      const { weights, ofCompany, ofWords, ofMeant } = judges[length - 1] as Judge;
      const least = best?.score ?? 0;
      let score = scoreOf(traitsOf(one.trial), weights);
      if (score + ofCompany + length * ofWords <= least) continue;
      fits[length] ??= fitsOf(places, one.place, length, model);
      score += scoreOf(companyTraits(fits[length].written, fits[length].with(one.ids)), weights);
      if (score + length * ofWords <= least) continue;
      if (segmenter === undefined) return null;
      onPurpose[length] ??= isOnPurpose(text, start, one);
      if (onPurpose[length]) continue;
      const words = wordsBeside(text, start, start + length, segmenter);
      if (
        words.written.reduce((most, own) => most + (ofMeant[Math.min(own, mostTold)] as number), score) <=
        least
      )
        continue;
      const meant = meantBy(one, model);
      const right = words.with(meant);
      score += scoreOf(wordTraits(words.written, right.lengths), weights);
      if (score <= least) continue;
      const leansBack = one.trial.meant[0] > one.trial.meant[1];
      best = { start, end: start + length, meant, score, word: right.word, leansBack };
    }
    if (best !== null) keep(best, slips);
  }
  return slips;
}

/** Adds a slip to those before it. Of two that overlap or touch, the likelier is kept. */
function keep(slip: Slip, slips: Slip[]): void {
  const last = slips.at(-1);
  if (last === undefined || last.end < slip.start) slips.push(slip);
  else if (slip.score > last.score) slips[slips.length - 1] = slip;
}

/** The weights for so many characters, and the most that company and words can add. */
interface Judge {
  readonly weights: Float32Array;
  readonly ofCompany: number;
  /** For each character, */
  readonly ofWords: number;
  /** and by the length of the word that holds it as written. */
  readonly ofMeant: readonly number[];
}

const known = new WeakMap<ProseModel, readonly Judge[]>();

/** The judges of one and of two characters, made once for a model. */
function judgesOf(model: ProseModel): readonly Judge[] {
  const judges = known.get(model) ?? [1, 2].map((length) => judgeFor(length, model));
  known.set(model, judges);
  return judges;
}

function judgeFor(length: number, model: ProseModel): Judge {
  const weights = model.weights.subarray((length - 1) * traitCount, length * traitCount);
  const lengths = Array.from({ length: mostTold }, (_, at) => at + 1);
  const ofMeant = lengths.map((written) =>
    Math.max(...lengths.map((meant) => scoreOf(wordTraits([written], [meant]), weights))),
  );
  return {
    weights,
    ofCompany: highestOf('written-company', weights) + highestOf('meant-company', weights),
    ofWords: Math.max(...ofMeant),
    ofMeant: [0, ...ofMeant],
  };
}

/** The characters that a trial puts. */
export function meantBy({ ids }: PlacedTrial, model: ProseModel): string {
  return String.fromCharCode(...ids.map((id) => model.units[id] as number));
}

/** How many code units on either side are cut into words. */
const reach = 5;

/** The words around characters of a text, as written and with others put. UTF-16 offsets of the text. */
export function wordsBeside(text: string, start: number, end: number, segmenter: Segmenter) {
  const from = Math.max(0, start - reach);
  const before = text.slice(from, start);
  const after = text.slice(end, end + reach);
  const lengthsIn = (words: string) =>
    Array.from({ length: end - start }, (_, place) => {
      const word = segmenter.wordAt(words, before.length + place);
      return word.end - word.start;
    });
  return {
    /** The lengths of the words that hold the characters. */
    written: lengthsIn(before + text.slice(start, end) + after),
    /** The lengths with other characters, and the word that the first of them is in. */
    with(meant: string) {
      const words = before + meant + after;
      const word = segmenter.wordAt(words, before.length);
      return { lengths: lengthsIn(words), word: { start: from + word.start, end: from + word.end } };
    },
  };
}
