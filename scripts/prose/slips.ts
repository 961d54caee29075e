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

/** Shares of slips: a word for a word of like sound; of the others a character of like sound, of near sound. */
const [wordShare, sameShare, nearShare] = [0.45, 0.65, 0.15];

/** A slip of a word, or of one character; null if none fits the place drawn. */
export function slipIn(right: string, model: ProseModel, random: () => number): MadeSlip | null {
  const at = Math.floor(random() * (right.length - 1));
  const isOfWord = random() < wordShare;
  const drawn = random();
  const kind =
    drawn < sameShare ? alike.sameSound : drawn < sameShare + nearShare ? alike.nearSound : alike.shape;
  const put = isOfWord ? word(right, at, model, random) : one(right, at, kind, model, random);
  return put === null ? null : { wrong: right.slice(0, at) + put + right.slice(at + put.length), right };
}

function one(text: string, at: number, kind: number, model: ProseModel, random: () => number): string | null {
  const ids = likeOf(text, at, kind, model);
  const id = ids[Math.floor(random() * ids.length)];
  return id === undefined ? null : String.fromCharCode(model.units[id] as number);
}

/** Share of words put that are alike in near sounds, too. */
const nearWords = 0.15;

/** For a frequent word another one of like sounds. */
function word(text: string, at: number, model: ProseModel, random: () => number): string | null {
  const [first = 0, second = 0] = model
    .read(Uint16Array.of(text.charCodeAt(at), text.charCodeAt(at + 1)))
    .ids.subarray(1, 3);
  if (!model.words.has(first, second)) return null;
  const words: string[] = [];
  const isNear = random() < nearWords;
  model.words.like(first, second, (a, b, ...kinds) => {
    if (isNear || kinds.every((kind) => kind === alike.sameSound))
      words.push(String.fromCharCode(model.units[a] as number, model.units[b] as number));
  });
  return words[Math.floor(random() * words.length)] ?? null;
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
