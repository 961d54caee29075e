import { alike } from '../../phrases/prose/alternatives.ts';
import type { ProseModel } from '../../phrases/prose/prose-model.ts';
import { isMark, type Places } from '../../phrases/prose/reading.ts';
import { standsAlone } from '../../phrases/spelling/likeness.ts';
import type { Trial } from './traits.ts';

/** A trial with its place: the characters, as ids, that would stand there. */
export interface PlacedTrial {
  /** The place of the first character. */
  readonly place: number;
  readonly ids: readonly number[];
  readonly trial: Trial;
}

/** A character is tried by all that are like it where the levels of the runs of three that hold it add up to no more. */
const mostWritten = 2;
/** Words are put for two characters whose runs with those on one side add up to no more, */
const mostOfSide = 1;
/** if their levels with those on that side add up to this. */
const leastJoined = 3;
/** A run of two that was not counted is no fault of a character that makes a word on its other side, of this level with the next. */
const leastFar = 3;

/**
 * The replacements of one or two characters that make common prose of what is not: by all characters that are like one
 * whose runs of three were counted seldom or never, and by frequent words of like sounds where two characters are not
 * joined with those on one side.
 */
export function* trialsIn(places: Places, model: ProseModel): Generator<readonly PlacedTrial[], void, void> {
  const { ids, count } = places;
  const text = { ids, count, model };
  // The levels of the runs of three that end at a place and at the three behind it.
  let ending = 0;
  let around = count > 2 ? threeAt(text, 0) : 0;
  let behind = count > 3 ? threeAt(text, 1) : 0;
  // Words that differ in their second character only are tried at its place.
  let ahead: PlacedTrial[] = [];
  for (let place = 1; place + 1 < count; place++) {
    const further = place + 3 < count ? threeAt(text, place + 1) : 0;
    let trials = ahead;
    ahead = [];
    const isRare = ending + around + behind <= mostWritten;
    const isLoose = ending + around <= mostOfSide || behind + further <= mostOfSide;
    if ((isRare || isLoose) && !isMark(ids[place] as number)) {
      const levels = [ending, around, behind, further] as const;
      if (isRare && !isInWord(text, place)) trials = singles(text, place, levels);
      const loose = isLoose ? looseAt(text, place, levels) : null;
      if (loose !== null)
        for (const one of words(text, place, levels, loose)) (one.place === place ? trials : ahead).push(one);
    }
    if (trials.length > 0) yield trials;
    ending = around;
    around = behind;
    behind = further;
  }
}

interface Text {
  readonly ids: Uint16Array;
  readonly count: number;
  readonly model: ProseModel;
}

/** Levels of the runs of three that end at a place, at the next, and so on. */
type Levels = readonly [ending: number, around: number, behind: number, further: number];

/** Whether a character makes a frequent word with one beside: then only words are put for it. */
function isInWord({ ids, model: { words } }: Text, place: number): boolean {
  const put = ids[place] as number;
  return words.has(ids[place - 1] as number, put) || words.has(put, ids[place + 1] as number);
}

/** On which sides two characters are not joined with others. */
interface Loose {
  readonly before: boolean;
  readonly after: boolean;
}

/** Whether the characters at a place and at the next are joined with those before and after; a mark is no fault. */
function looseAt(
  { ids, count }: Text,
  place: number,
  [ending, around, behind, further]: Levels,
): Loose | null {
  if (place + 2 >= count || isMark(ids[place + 1] as number)) return null;
  const before = ending + around <= mostOfSide && !isMark(ids[place - 1] as number);
  const after = behind + further <= mostOfSide && !isMark(ids[place + 2] as number);
  return before || after ? { before, after } : null;
}

/** The level of the run of three from a place on; 0 where a mark stands within it. */
function threeAt({ ids, model }: Text, place: number): number {
  const middle = ids[place + 1] as number;
  return isMark(middle) ? 0 : model.three(ids[place] as number, middle, ids[place + 2] as number);
}

/** 1 for a character that is a word by itself in any sentence, else 0. */
function aloneOf(id: number, { units }: ProseModel): number {
  return standsAlone[units[id] as number] as number;
}

/** The character two places before or behind, over the one beside; -1 where a mark is in the way. */
function over({ ids, count }: Text, beside: number, further: number): number {
  return further < 0 || further >= count || isMark(ids[beside] as number) ? -1 : (ids[further] as number);
}

/** Replacements of the character at a place by all that are like it. */
function singles(text: Text, place: number, levels: Levels): PlacedTrial[] {
  const { starts, meant, kinds } = text.model.alternatives;
  const put = text.ids[place] as number;
  const trials: PlacedTrial[] = [];
  const from = starts[put] as number;
  const to = starts[put + 1] as number;
  if (from === to) return trials;
  const { model } = text;
  const before = text.ids[place - 1] as number;
  const after = text.ids[place + 1] as number;
  const make = singleAt(text, place, levels);
  for (let at = from; at < to; at++) {
    const id = meant[at] as number;
    // Most of them make a run of two that was not counted: seen here first.
    if (model.two(before, id) === 0 && !model.words.has(id, after)) continue;
    const one = make(id, kinds[at] as number);
    if (one !== null) trials.push(one);
  }
  return trials;
}

/** Whether runs of two (`first`, `second`) and of three make a replacement of one character worth a trial. */
function isCommon(first: number, second: number, outer: readonly [number, number], inner: number): boolean {
  if ((first === 0 && outer[1] < leastFar) || (second === 0 && outer[0] < leastFar)) return false;
  return inner > 0 || outer[0] > 0 || outer[1] > 0;
}

/**
 * Makes trials of one character at a place; null for one that makes a run of two that was not counted, or whose runs of
 * three were none of them counted.
 */
function singleAt(
  text: Text,
  place: number,
  [ending, around, behind]: Levels,
): (id: number, kind: number) => PlacedTrial | null {
  const { ids, model } = text;
  const { rarity, words } = model;
  const put = ids[place] as number;
  const before = ids[place - 1] as number;
  const after = ids[place + 1] as number;
  const farBefore = over(text, place - 1, place - 2);
  const farAfter = over(text, place + 1, place + 2);
  let written: readonly [number, number] | undefined;
  let besideListed = 0;
  return (id, kind) => {
    const first = model.two(before, id);
    if (first === 0 && (farAfter < 0 || !words.has(id, after))) return null;
    const second = model.two(id, after);
    if (second === 0 && (first === 0 || farBefore < 0 || !words.has(before, id))) return null;
    const outer = [
      farBefore < 0 ? -1 : model.three(farBefore, before, id),
      farAfter < 0 ? -1 : model.three(id, after, farAfter),
    ] as const;
    const inner = first === 0 || second === 0 ? 0 : model.three(before, id, after);
    if (!isCommon(first, second, outer, inner)) return null;
    if (written === undefined) {
      written = [model.two(before, put), model.two(put, after)];
      besideListed =
        Number(words.has(before, put)) +
        2 * Number(words.has(put, after)) +
        16 * Number(farBefore >= 0 && words.has(farBefore, before)) +
        32 * Number(farAfter >= 0 && words.has(after, farAfter));
    }
    const listed = besideListed + 4 * Number(words.has(before, id)) + 8 * Number(words.has(id, after));
    return {
      place,
      ids: [id],
      trial: {
        written,
        meant: [first, second],
        around: [ending, around, behind],
        behind,
        outer,
        inner: [inner],
        kinds: [kind],
        listed,
        alone: [aloneOf(put, model), aloneOf(id, model)],
        rarity: {
          written: [rarity[put] as number],
          meant: [rarity[id] as number],
          beside: [rarity[before] as number, rarity[after] as number],
        },
      },
    };
  };
}

/** Replacements of the characters at a place and at the next by a frequent word of like sounds, also in one of them only. */
function words(text: Text, place: number, levels: Levels, loose: Loose): PlacedTrial[] {
  const { ids, model } = text;
  const [ending, around, behind, further] = levels;
  const one = ids[place] as number;
  const two = ids[place + 1] as number;
  const before = ids[place - 1] as number;
  const after = ids[place + 2] as number;
  const farBefore = over(text, place - 1, place - 2);
  const farAfter = over(text, place + 2, place + 3);
  const atFirst = ending + around + behind > mostWritten || isInWord(text, place);
  const atSecond = around + behind + further > mostWritten || isInWord(text, place + 1);
  const found: PlacedTrial[] = [];
  // A frequent word is hardly written for one that only sounds nearly the same: 四季, 实际.
  const isListed = model.words.has(one, two);
  model.words.like(one, two, (a, b, kindOfA, kindOfB) => {
    if (isListed && (kindOfA === alike.nearSound || kindOfB === alike.nearSound)) return;
    const innerBefore = model.three(before, a, b);
    const outerBefore = farBefore < 0 ? -1 : model.three(farBefore, before, a);
    const isJoined = loose.before && innerBefore + Math.max(0, outerBefore) >= leastJoined;
    if (!isJoined && !loose.after) return;
    const innerAfter = model.three(a, b, after);
    const outerAfter = farAfter < 0 ? -1 : model.three(b, after, farAfter);
    if (!isJoined && innerAfter + Math.max(0, outerAfter) < leastJoined) return;
    if (b === two) {
      const single = atFirst ? singleAt(text, place, levels)(a, kindOfA) : null;
      if (single !== null) found.push(single);
    } else if (a === one) {
      const single = atSecond ? singleAt(text, place + 1, [around, behind, further, 0])(b, kindOfB) : null;
      if (single !== null) found.push(single);
    } else {
      const inner = [innerBefore, innerAfter];
      const outer = [outerBefore, outerAfter] as const;
      found.push(double(text, place, levels, { ids: [a, b], inner, outer, kinds: [kindOfA, kindOfB] }));
    }
  });
  return found;
}

interface Word extends Pick<Trial, 'inner' | 'outer' | 'kinds'> {
  readonly ids: readonly [number, number];
}

function double(
  { ids, model }: Text,
  place: number,
  [ending, around, behind, further]: Levels,
  { ids: put, inner, outer, kinds }: Word,
): PlacedTrial {
  const { rarity, words } = model;
  const [a, b] = put;
  const one = ids[place] as number;
  const two = ids[place + 1] as number;
  const before = ids[place - 1] as number;
  const after = ids[place + 2] as number;
  return {
    place,
    ids: put,
    trial: {
      written: [model.two(before, one), model.two(two, after)],
      meant: [model.two(before, a), model.two(b, after)],
      both: [model.two(one, two), model.two(a, b)],
      around: [ending, around, behind],
      behind: further,
      outer,
      inner,
      kinds,
      listed:
        Number(words.has(one, two)) +
        2 * Number(words.has(before, one)) +
        4 * Number(words.has(two, after)) +
        8 * Number(words.has(before, a)) +
        16 * Number(words.has(b, after)),
      alone: [aloneOf(one, model) + aloneOf(two, model), aloneOf(a, model) + aloneOf(b, model)],
      rarity: {
        written: [rarity[one] as number, rarity[two] as number],
        meant: [rarity[a] as number, rarity[b] as number],
        beside: [rarity[before] as number, rarity[after] as number],
      },
    },
  };
}
