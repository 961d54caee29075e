import type { ProseModel } from '../../phrases/prose/prose-model.ts';
import { standsAlone } from '../../phrases/spelling/likeness.ts';
import { digitId, markId, type Places } from '../../phrases/prose/reading.ts';
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
export function* trialsIn({ ids, count }: Places, model: ProseModel): Generator<readonly PlacedTrial[], void, void> {
  // The levels of the runs of three that end at a place and at the two behind it.
  let ending = 0;
  let around = count > 2 ? threeAt(ids, 0, model) : 0;
  for (let place = 1; place + 1 < count; place++) {
    const behind = place + 2 < count ? threeAt(ids, place, model) : 0;
    const sum = ending + around + behind;
    if (sum <= mostWritten && !isMark(ids[place] as number)) {
      const further = place + 3 < count ? threeAt(ids, place + 1, model) : 0;
      const levels = [ending, around, behind] as const;
      const trials = [...singles(ids, place, count, levels, model)];
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

function isMark(id: number): boolean {
  return id === markId || id === digitId;
}

/** The character two places before or behind, over the one beside; -1 where a mark is in the way. */
function over(ids: Uint16Array, beside: number, further: number, count: number): number {
  return further < 0 || further >= count || isMark(ids[beside] as number) ? -1 : (ids[further] as number);
}

function* singles(ids: Uint16Array, place: number, count: number, levels: Trial['around'], model: ProseModel): Generator<PlacedTrial, void, void> {
  const { rarity } = model;
  const { starts, meant, kinds } = model.alternatives;
  const put = ids[place] as number;
  const before = ids[place - 1] as number;
  const after = ids[place + 1] as number;
  const wayBefore = over(ids, place - 1, place - 2, count);
  const wayAfter = over(ids, place + 1, place + 2, count);
  const written = [model.two(before, put), model.two(put, after)] as const;
  for (let at = starts[put] as number; at < (starts[put + 1] as number); at++) {
    const id = meant[at] as number;
    const first = model.two(before, id);
    const second = model.two(id, after);
    if (first === 0 && second === 0) continue;
    const inner = model.three(before, id, after);
    const outer = [
      wayBefore < 0 ? -1 : model.three(wayBefore, before, id),
      wayAfter < 0 ? -1 : model.three(id, after, wayAfter),
    ] as const;
    if (inner <= 0 && outer[0] <= 0 && outer[1] <= 0) continue;
    yield {
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
    };
  }
}

function* doubles(ids: Uint16Array, place: number, count: number, levels: Trial['around'], model: ProseModel): Generator<PlacedTrial, void, void> {
  const { rarity } = model;
  const { starts, meant, kinds } = model.alternatives;
  const one = ids[place] as number;
  const two = ids[place + 1] as number;
  const before = ids[place - 1] as number;
  const after = ids[place + 2] as number;
  const firsts = meantAt(one, (id) => model.two(before, id));
  const seconds = firsts.length === 0 ? [] : meantAt(two, (id) => model.two(id, after));
  if (seconds.length === 0) return;
  const written = [model.two(before, one), model.two(two, after)] as const;
  const both = model.two(one, two);
  const wayBefore = over(ids, place - 1, place - 2, count);
  const wayAfter = over(ids, place + 2, place + 3, count);
  for (const first of firsts) {
    const a = meant[first] as number;
    for (const second of seconds) {
      const b = meant[second] as number;
      const joined = model.two(a, b);
      if (joined < leastBoth) continue;
      const inner = [model.three(before, a, b), model.three(a, b, after)];
      const outer = [
        wayBefore < 0 ? -1 : model.three(wayBefore, before, a),
        wayAfter < 0 ? -1 : model.three(b, after, wayAfter),
      ] as const;
      if (![...inner, ...outer].some((level) => level > 0)) continue;
      yield {
        place,
        ids: [a, b],
        trial: {
          written,
          meant: [model.two(before, a), model.two(b, after)],
          both: [both, joined],
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
      };
    }
  }

  function meantAt(put: number, level: (id: number) => number): number[] {
    const found: number[] = [];
    for (let at = starts[put] as number; at < (starts[put + 1] as number); at++)
      if (level(meant[at] as number) > 0) found.push(at);
    return found;
  }
}
