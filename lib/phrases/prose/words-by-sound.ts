import { alike, type Likenesses, soundsOfOne } from './alternatives.ts';
import { idLimit } from './level-table.ts';

/** Takes the ids of a word, and in what each is like another id: `alike`. */
export type TakeWord = (a: number, b: number, kindOfA: number, kindOfB: number) => void;

/** Frequent words of two characters, by their sounds. */
export interface WordsBySound {
  /** Whether two ids are such a word. */
  has(first: number, second: number): boolean;
  /** Calls `take` with each other word that has the sounds of two ids, or the sound of one and a near one of the other. */
  like(first: number, second: number, take: TakeWord): void;
}

/** Lists words, given as ids by turns, by the sounds of their characters; sounds easily taken for each other are one. */
export function listWords(words: Uint16Array, { sounds, blurs }: Likenesses): WordsBySound {
  const known = knownOf(words);
  // Of several sounds the first one, which is the usual one: 识 is zhi in no word that is written often.
  const blurOf = (id: number) => blurs[sounds[id * soundsOfOne] as number] as number;
  const size = blurs.length;
  // By two sounds, where the places of their words begin; the next one's start ends them.
  const starts = new Uint32Array(size * size + 1);
  const keyOf = (first: number, second: number) => blurOf(first) * size + blurOf(second);
  const each = (visit: (key: number, at: number) => void) => {
    for (let at = 0; at < words.length; at += 2)
      visit(keyOf(words[at] as number, words[at + 1] as number), at);
  };
  each((key) => {
    starts[key + 1] = (starts[key + 1] as number) + 1;
  });
  for (let key = 0; key < size * size; key++)
    starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const next = starts.slice(0, -1);
  const places = new Uint16Array(starts[size * size] as number);
  each((key, at) => {
    places[next[key] as number] = at >> 1;
    next[key] = (next[key] as number) + 1;
  });
  const kindOf = (one: number, other: number) =>
    shareSound(sounds, one, other) ? alike.sameSound : alike.nearSound;
  return {
    has(first, second) {
      const word = first * idLimit + second;
      for (let slot = slotOf(word); known[slot] !== 0; slot = (slot + 1) & (slots - 1))
        if (known[slot] === word) return true;
      return false;
    },
    like(first, second, take) {
      const key = keyOf(first, second);
      const to = starts[key + 1] as number;
      for (let at = starts[key] as number; at < to; at++) {
        const a = words[2 * (places[at] as number)] as number;
        const b = words[2 * (places[at] as number) + 1] as number;
        if (a === first && b === second) continue;
        const kindOfA = kindOf(first, a);
        const kindOfB = kindOf(second, b);
        if (kindOfA === alike.sameSound || kindOfB === alike.sameSound) take(a, b, kindOfA, kindOfB);
      }
    },
  };
}

/** Slots of the table of words, a power of two; at most half of them are taken. */
const slots = 1 << 15;

function slotOf(word: number): number {
  return Math.imul(word, 0x9e37_79b1) >>> 17;
}

/** The words as numbers, each in the first free slot from its own on; 0 where none is. */
function knownOf(words: Uint16Array): Uint32Array {
  const known = new Uint32Array(slots);
  for (let at = 0; at < Math.min(words.length, slots); at += 2) {
    const word = (words[at] as number) * idLimit + (words[at + 1] as number);
    let slot = slotOf(word);
    while (known[slot] !== 0) slot = (slot + 1) & (slots - 1);
    known[slot] = word;
  }
  return known;
}

function shareSound(sounds: Uint16Array, one: number, other: number): boolean {
  for (let at = one * soundsOfOne; at < (one + 1) * soundsOfOne; at++)
    for (let beside = other * soundsOfOne; beside < (other + 1) * soundsOfOne; beside++)
      if (sounds[at] !== 0 && sounds[at] === sounds[beside]) return true;
  return false;
}
