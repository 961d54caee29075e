import type { Knowledge } from '../../phrases/types.ts';

/** Whether a letter, as a code unit, is easily written for another. */
export type IsAlike = (put: number, right: number) => boolean;

/** Readings of one letter that are told apart; letters of more have their first ones. */
const READINGS = 3;
/** What a letter takes in their table: its readings, and a 0 that ends them. */
const ROW = READINGS + 1;

/** Letters that are words by themselves in any sentence: in place of another letter they are seldom a slip. */
export const standsAlone = unitsOf(
  '的地得了着过是不在有为以已与和及而或也又再就都还更最很太将把被让使由从向对到于之其此这那该各每某我你他她它们个所可能' +
    '会要应须未没无非上下中里外前后内间时年月日一二三四五六七八九十百千万亿两几多少既即且只仅并但若如因曾愿称均皆则等经据大',
);

/** Which letters are easily written for which. */
interface Likeness {
  /**
   * Whether a letter is easily written for another: of like sound, or mistaken for it in some wrong form of the packs.
   * Letters that are words by themselves are never taken for another's slip.
   */
  readonly isAlike: IsAlike;
  /** All letters that are easily written for this one. */
  likeOnes(letter: number): readonly number[];
}

const known = new WeakMap<Knowledge, Likeness>();

/** The likeness of letters that the packs tell of; made once. */
export function likeness(knowledge: Knowledge): Likeness {
  let own = known.get(knowledge);
  if (own === undefined) {
    own = build(knowledge);
    known.set(knowledge, own);
  }
  return own;
}

/** 1 for each code unit of a string. */
export function unitsOf(letters: string): Uint8Array {
  const units = new Uint8Array(0x1_0000);
  for (let at = 0; at < letters.length; at++) units[letters.charCodeAt(at)] = 1;
  return units;
}

function build(knowledge: Knowledge): Likeness {
  // The readings of a letter side by side, so that all are read at once.
  const readings = new Uint16Array(0x1_0000 * ROW);
  let sound = 0;
  for (const { alike } of knowledge.spellings)
    for (const group of alike) {
      sound++;
      for (const letter of group) {
        const row = letter.charCodeAt(0) * ROW;
        let free = row;
        while (free < row + READINGS && readings[free] !== 0) free++;
        if (free < row + READINGS) readings[free] = sound;
      }
    }
  const { isMistaken, mistaken } = mistakenIn(knowledge);
  const soundsAs = (put: number, right: number) => {
    const others = right * ROW;
    for (let at = put * ROW; readings[at] !== 0; at++)
      for (let other = others; readings[other] !== 0; other++)
        if (readings[at] === readings[other]) return true;
    return false;
  };
  const isAlike: IsAlike = (put, right) =>
    put !== right &&
    standsAlone[put] === 0 &&
    (soundsAs(put, right) || (isMistaken[put] === 1 && mistaken.get(right)?.includes(put) === true));
  const bySound: number[][] = [];
  for (let letter = 0; letter < 0x1_0000; letter++)
    for (let at = letter * ROW; readings[at] !== 0; at++) {
      const number = readings[at] as number;
      bySound[number] ??= [];
      bySound[number].push(letter);
    }
  const likeByLetter = new Map<number, readonly number[]>();
  const likeOnes = (letter: number) => {
    const likes = likeByLetter.get(letter) ?? findLikeOnes(letter);
    likeByLetter.set(letter, likes);
    return likes;
  };
  const findLikeOnes = (letter: number) => {
    const candidates = new Set(mistaken.get(letter) ?? []);
    for (let at = letter * ROW; readings[at] !== 0; at++)
      for (const other of bySound[readings[at] as number] ?? []) candidates.add(other);
    return [...candidates].filter((put) => isAlike(put, letter));
  };
  return { isAlike, likeOnes };
}

/** By each letter, those that stand for it in a wrong form, or for which it does. */
function mistakenIn({ entries }: Knowledge): {
  readonly isMistaken: Uint8Array;
  readonly mistaken: ReadonlyMap<number, readonly number[]>;
} {
  const isMistaken = new Uint8Array(0x1_0000);
  const mistaken = new Map<number, number[]>();
  const add = (letter: number, other: number) => {
    isMistaken[letter] = 1;
    const own = mistaken.get(letter) ?? [];
    own.push(other);
    mistaken.set(letter, own);
  };
  for (const entry of entries) {
    if (entry.kind !== 'confusable') continue;
    for (const { text, right } of entry.wrong) {
      if (text.length !== right.length) continue;
      const places = [...text].map((_, at) => at).filter((at) => text[at] !== right[at]);
      const [at] = places;
      if (places.length !== 1 || at === undefined) continue;
      const [put, meant] = [text.charCodeAt(at), right.charCodeAt(at)];
      add(put, meant);
      add(meant, put);
    }
  }
  return { isMistaken, mistaken };
}
