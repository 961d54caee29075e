/** Makes slips in right texts, as an input method by pinyin or a scan makes them. */

import { alike } from '../../lib/phrases/prose/alternatives.ts';
import type { ProseModel } from '../../lib/phrases/prose/prose-model.ts';

/** A text with a slip, and the same without. */
export interface MadeSlip {
  readonly wrong: string;
  readonly right: string;
}

/** Characters rarer than this are no slips of an input method. */
const rarest = 26;

/** Numbers between 0 and 1 by a seed, the same at each run. */
export function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/** A slip of one character or, in three of ten, of two that are a word of like sound; null if none fits the place drawn. */
export function slipIn(right: string, model: ProseModel, random: () => number): MadeSlip | null {
  const at = Math.floor(random() * (right.length - 1));
  const drawn = random();
  const kind = drawn < 0.75 ? alike.sameSound : drawn < 0.875 ? alike.nearSound : alike.shape;
  const put = random() < 0.7 ? one(right, at, kind, model, random) : two(right, at, model, random);
  return put === null ? null : { wrong: right.slice(0, at) + put + right.slice(at + put.length), right };
}

function one(text: string, at: number, kind: number, model: ProseModel, random: () => number): string | null {
  const ids = likeOf(text, at, kind, model);
  const id = ids[Math.floor(random() * ids.length)];
  return id === undefined ? null : String.fromCharCode(model.units[id] as number);
}

/** How often a pair of characters must occur to be taken for a word, and to be put for one: levels. */
const [word, putWord] = [5, 3];

function two(text: string, at: number, model: ProseModel, random: () => number): string | null {
  const [first = 0, second = 0] = model
    .read(Uint16Array.of(text.charCodeAt(at), text.charCodeAt(at + 1)))
    .ids.subarray(1, 3);
  if (model.two(first, second) < word) return null;
  const pairs: [number, number][] = [];
  for (const a of likeOf(text, at, alike.sameSound, model))
    for (const b of likeOf(text, at + 1, alike.sameSound, model))
      if (model.two(a, b) >= putWord) pairs.push([a, b]);
  const pair = pairs[Math.floor(random() * pairs.length)];
  return pair === undefined ? null : String.fromCharCode(...pair.map((id) => model.units[id] as number));
}

function likeOf(text: string, at: number, kind: number, model: ProseModel): number[] {
  const { starts, meant, kinds } = model.alternatives;
  const id = model.read(Uint16Array.of(text.charCodeAt(at))).ids[1] as number;
  const found: number[] = [];
  for (let place = starts[id] as number; place < (starts[id + 1] as number); place++) {
    const isKind = kinds[place] === kind || kinds[place] === alike.soundAndShape;
    if (isKind && (model.rarity[meant[place] as number] as number) < rarest)
      found.push(meant[place] as number);
  }
  return found;
}
