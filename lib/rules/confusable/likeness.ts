import type { Knowledge } from '../../phrases/types.ts';
import { pairKey } from '../pair-table.ts';

/** Whether a letter, as a code unit, is easily written for another. */
export type IsAlike = (put: number, right: number) => boolean;

/** Readings of one letter that are told apart; letters of more have their first ones. */
const READINGS = 3;

/** Letters that are words by themselves in any sentence: in place of another letter they are seldom a slip. */
export const standsAlone = unitsOf(
  '的地得了着过是不在有为以已与和及而或也又再就都还更最很太将把被让使由从向对到于之其此这那该各每某我你他她它们个所可能' +
    '会要应须未没无非上下中里外前后内间时年月日一二三四五六七八九十百千万亿两几多少既即且只仅并但若如因曾愿称均皆则等经据大',
);

const known = new WeakMap<Knowledge, IsAlike>();

/**
 * Whether a letter is easily written for another: of like sound, or mistaken for it in some wrong form of the packs.
 * Letters that are words by themselves are never taken for another's slip.
 */
export function likeness(knowledge: Knowledge): IsAlike {
  let isAlike = known.get(knowledge);
  if (isAlike === undefined) {
    isAlike = build(knowledge);
    known.set(knowledge, isAlike);
  }
  return isAlike;
}

/** 1 for each code unit of a string. */
export function unitsOf(letters: string): Uint8Array {
  const units = new Uint8Array(0x1_0000);
  for (let at = 0; at < letters.length; at++) units[letters.charCodeAt(at)] = 1;
  return units;
}

function build(knowledge: Knowledge): IsAlike {
  const readings = Array.from({ length: READINGS }, () => new Uint16Array(0x1_0000));
  let sound = 0;
  for (const { alike } of knowledge.spellings)
    for (const group of alike) {
      sound++;
      for (const letter of group) {
        const free = readings.find((one) => one[letter.charCodeAt(0)] === 0);
        if (free !== undefined) free[letter.charCodeAt(0)] = sound;
      }
    }
  const { isMistaken, mistaken } = mistakenIn(knowledge);
  const soundsAs = (put: number, right: number) => {
    for (const one of readings) {
      const own = one[put];
      if (own === 0) return false;
      for (const other of readings) if (other[right] === own) return true;
    }
    return false;
  };
  return (put, right) =>
    put !== right &&
    standsAlone[put] === 0 &&
    (soundsAs(put, right) || (isMistaken[put] === 1 && mistaken.has(pairKey(put, right))));
}

/** Pairs of letters of which one stands for the other in a wrong form. */
function mistakenIn({ entries }: Knowledge): {
  readonly isMistaken: Uint8Array;
  readonly mistaken: ReadonlySet<number>;
} {
  const isMistaken = new Uint8Array(0x1_0000);
  const mistaken = new Set<number>();
  for (const entry of entries) {
    if (entry.kind !== 'confusable') continue;
    for (const { text, right } of entry.wrong) {
      if (text.length !== right.length) continue;
      const places = [...text].map((_, at) => at).filter((at) => text[at] !== right[at]);
      const [at] = places;
      if (places.length !== 1 || at === undefined) continue;
      const [put, meant] = [text.charCodeAt(at), right.charCodeAt(at)];
      isMistaken[put] = 1;
      isMistaken[meant] = 1;
      mistaken.add(pairKey(put, meant)).add(pairKey(meant, put));
    }
  }
  return { isMistaken, mistaken };
}
