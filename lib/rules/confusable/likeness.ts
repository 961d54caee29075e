import type { Knowledge } from '../../phrases/types.ts';

/** Letters that are words by themselves in any sentence: in place of another letter they are seldom a slip. */
const standsAlone = new Set(
  '的地得了着过是不在有为以已与和及而或也又再就都还更最很太将把被让使由从向对到于之其此这那该各每某我你他她它们个所可能会要应须未没无非上下中里外前后内间时年月日一二三四五六七八九十百千万亿两几多少既即且只仅并但若如因曾愿称均皆则等经据大',
);

export type IsAlike = (put: number, right: number) => boolean;

const known = new WeakMap<Knowledge, IsAlike>();

/**
 * Whether a letter is easily written for another: of like sound, or mistaken for it in some wrong form of the packs. Takes
 * code units. Letters that are words by themselves are never taken for another's slip.
 */
export function likeness(knowledge: Knowledge): IsAlike {
  let isAlike = known.get(knowledge);
  if (isAlike === undefined) {
    isAlike = build(knowledge);
    known.set(knowledge, isAlike);
  }
  return isAlike;
}

function build(knowledge: Knowledge): IsAlike {
  const sounds = new Map<number, number[]>();
  let sound = 0;
  for (const { alike } of knowledge.spellings)
    for (const group of alike) {
      sound++;
      for (const letter of group) {
        const own = sounds.get(letter.charCodeAt(0));
        if (own === undefined) sounds.set(letter.charCodeAt(0), [sound]);
        else own.push(sound);
      }
    }
  const mistaken = new Set<number>();
  for (const entry of knowledge.entries) {
    if (entry.kind !== 'confusable') continue;
    for (const { text, right } of entry.wrong) {
      if (text.length !== right.length) continue;
      const places = [...text].map((_, at) => at).filter((at) => text[at] !== right[at]);
      const [at] = places;
      if (places.length === 1 && at !== undefined)
        for (const [put, meant] of [
          [text, right],
          [right, text],
        ] as const)
          mistaken.add(key(put.charCodeAt(at), meant.charCodeAt(at)));
    }
  }
  return (put, right) => {
    if (standsAlone.has(String.fromCharCode(put))) return false;
    if (mistaken.has(key(put, right))) return true;
    const own = sounds.get(right);
    return own?.some((one) => sounds.get(put)?.includes(one)) === true;
  };
}

function key(first: number, second: number): number {
  return first * 0x1_0000 + second;
}
