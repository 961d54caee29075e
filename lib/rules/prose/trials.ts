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

/** The least level of a run of two that takes the place of two neighbouring characters. */
const leastBoth = 4;

/** Characters are tried where the levels of the runs of three that hold them add up to no more. */
const mostWritten = 2;

/**
 * The replacements of one or two characters that make common prose of what is not. Only characters whose runs of three
 * were counted seldom or never are tried; a replacement is tried if some run of three with it was counted.
 */
export function* trialsIn(
  { ids, count }: Places,
  model: ProseModel,
): Generator<readonly PlacedTrial[], void, void> {
  // The levels of the runs of three that end at a place and at the two behind it.
  let ending = 0;
  let around = count > 2 ? threeAt(ids, 0, model) : 0;
  for (let place = 1; place + 1 < count; place++) {
    const behind = place + 2 < count ? threeAt(ids, place, model) : 0;
    const sum = ending + around + behind;
    if (sum <= mostWritten && !isMark(ids[place] as number)) {
      const further = place + 3 < count ? threeAt(ids, place + 1, model) : 0;
      const levels = [ending, around, behind] as const;
      const trials = singles(ids, place, count, levels, model);
      if (sum + further <= mostWritten && !isMark(ids[place + 1] as number))
        trials.push(...doubles(ids, place, count, levels, model));
      if (trials.length > 0) yield trials;
    }
    ending = around;
    around = behind;
  }
}

/** The level of the run of three from a place on; 0 where a mark stands within it. */
function threeAt(ids: Uint16Array, place: number, model: ProseModel): number {
  const middle = ids[place + 1] as number;
  return isMark(middle) ? 0 : model.three(ids[place] as number, middle, ids[place + 2] as number);
}

/** 1 for a character that is a word by itself in any sentence, else 0. */
function aloneOf(id: number, { units }: ProseModel): number {
  return standsAlone[units[id] as number] as number;
}

/** The character two places before or behind, over the one beside; -1 where a mark is in the way. */
function over(ids: Uint16Array, beside: number, further: number, count: number): number {
  return further < 0 || further >= count || isMark(ids[beside] as number) ? -1 : (ids[further] as number);
}

/** Replacements of the character at a place. Those that make a run of two that was not counted are left out. */
function singles(
  ids: Uint16Array,
  place: number,
  count: number,
  levels: Trial['around'],
  model: ProseModel,
): PlacedTrial[] {
  const { rarity } = model;
  const { starts, meant, kinds } = model.alternatives;
  const put = ids[place] as number;
  const before = ids[place - 1] as number;
  const after = ids[place + 1] as number;
  const to = starts[put + 1] as number;
  const trials: PlacedTrial[] = [];
  const farBefore = over(ids, place - 1, place - 2, count);
  const farAfter = over(ids, place + 1, place + 2, count);
  let written: readonly [number, number] | undefined;
  for (let at = starts[put] as number; at < to; at++) {
    const id = meant[at] as number;
    const first = model.two(before, id);
    if (first === 0) continue;
    const second = model.two(id, after);
    if (second === 0) continue;
    const inner = model.three(before, id, after);
    const outer = [
      farBefore < 0 ? -1 : model.three(farBefore, before, id),
      farAfter < 0 ? -1 : model.three(id, after, farAfter),
    ] as const;
    if (inner <= 0 && outer[0] <= 0 && outer[1] <= 0) continue;
    written ??= [model.two(before, put), model.two(put, after)];
    trials.push({
      place,
      ids: [id],
      trial: {
        written,
        meant: [first, second],
        around: levels,
        outer,
        inner: [inner],
        kinds: [kinds[at] as number],
        alone: [aloneOf(put, model), aloneOf(id, model)],
        rarity: {
          written: [rarity[put] as number],
          meant: [rarity[id] as number],
          beside: [rarity[before] as number, rarity[after] as number],
        },
      },
    });
  }
  return trials;
}

/** Replacements of the characters at a place and at the next by two of the same sounds. */
function doubles(
  ids: Uint16Array,
  place: number,
  count: number,
  levels: Trial['around'],
  model: ProseModel,
): PlacedTrial[] {
  const { rarity } = model;
  const { meant, kinds } = model.alternatives;
  const one = ids[place] as number;
  const two = ids[place + 1] as number;
  const before = ids[place - 1] as number;
  const after = ids[place + 2] as number;
  const trials: PlacedTrial[] = [];
  const farBefore = over(ids, place - 1, place - 2, count);
  const farAfter = over(ids, place + 2, place + 3, count);
  const firsts = sameSounds(one, (id) => model.two(before, id), model);
  const seconds = firsts.length === 0 ? [] : sameSounds(two, (id) => model.two(id, after), model);
  for (const first of firsts) {
    const a = meant[first] as number;
    for (const second of seconds) {
      const b = meant[second] as number;
      const joined = model.two(a, b);
      if (joined < leastBoth) continue;
      const inner = [model.three(before, a, b), model.three(a, b, after)];
      const outer = [
        farBefore < 0 ? -1 : model.three(farBefore, before, a),
        farAfter < 0 ? -1 : model.three(b, after, farAfter),
      ] as const;
      if (![...inner, ...outer].some((level) => level > 0)) continue;
      trials.push({
        place,
        ids: [a, b],
        trial: {
          written: [model.two(before, one), model.two(two, after)],
          meant: [model.two(before, a), model.two(b, after)],
          both: [model.two(one, two), joined],
          around: levels,
          outer,
          inner,
          kinds: [kinds[first] as number, kinds[second] as number],
          alone: [aloneOf(one, model) + aloneOf(two, model), aloneOf(a, model) + aloneOf(b, model)],
          rarity: {
            written: [rarity[one] as number, rarity[two] as number],
            meant: [rarity[a] as number, rarity[b] as number],
            beside: [rarity[before] as number, rarity[after] as number],
          },
        },
      });
    }
  }
  return trials;
}

/** The alternatives of a character, by their places among all, that have its sound and stand with what is beside. */
function sameSounds(put: number, levelOf: (id: number) => number, { alternatives }: ProseModel): number[] {
  const { starts, meant, kinds } = alternatives;
  const found: number[] = [];
  const to = starts[put + 1] as number;
  for (let at = starts[put] as number; at < to; at++) {
    const kind = kinds[at];
    if (kind !== alike.sameSound && kind !== alike.soundAndShape) continue;
    if (levelOf(meant[at] as number) > 0) found.push(at);
  }
  return found;
}
