import { unitTable } from '../../common/unit-table.ts';
import type { Entry, Spelling } from '../pack-types.ts';
import { firstHan, hanCount, PairTable, pairKey } from '../pair-table.ts';

/** Whether a character, as a code unit, is easily written for another. */
export type IsAlike = (put: number, right: number) => boolean;

/** Which characters are easily written for which. */
export interface Likeness {
  /**
   * Whether a character is easily written for another: of like sound or shape, or mistaken for it in some wrong form of
   * the packs. Characters that are words by themselves are never taken for slips.
   */
  readonly isAlike: IsAlike;
  /** The same, but within a set phrase some words of one character are slips, too: 全力一赴. */
  readonly isAlikeInPhrase: IsAlike;
  /** By character of the basic block, the numbers of its sounds: `ROW` elements each, ended by a 0. */
  readonly sounds: Uint16Array;
  /** Pairs of characters of like shape, or written for each other in some wrong form of the packs. */
  readonly mistaken: PairTable;
}

/** The largest number of sounds per character; others are ignored. */
const SOUNDS = 3;
const ROW = SOUNDS + 1;

/** Characters that are words by themselves in any sentence: they are seldom slips. */
export const standsAlone = unitTable(
  '的地得了着过是不在有为以已与和及而或也又再就都还更最很太将把被让使由从向对到于之其此这那该各每某我你他她它们个所可能' +
    '会要应须未没无非上下中里外前后内间时年月日一二三四五六七八九十百千万亿两几多少既即且只仅并但若如因曾愿称均皆则等经据大',
);

/** Of these, the ones that are slips within a set phrase: most others begin or end a phrase of the sentence itself (是几代人). */
const slipsInPhrases = unitTable('一已以于与时之而其无非下中大经');

/** Makes a likeness of its tables. */
export function likenessBy(sounds: Uint16Array, mistaken: PairTable): Likeness {
  const soundsAs = (put: number, right: number) => {
    if (!isInBlock(put) || !isInBlock(right)) return false;
    for (let at = (put - firstHan) * ROW; sounds[at] !== 0; at++)
      for (let beside = (right - firstHan) * ROW; sounds[beside] !== 0; beside++)
        if (sounds[at] === sounds[beside]) return true;
    return false;
  };
  const isLike: IsAlike = (put, right) =>
    put !== right && (soundsAs(put, right) || mistaken.numberOf(put, right) !== 0);
  const isAlike: IsAlike = (put, right) => standsAlone[put] === 0 && isLike(put, right);
  const isAlikeInPhrase: IsAlike = (put, right) =>
    (standsAlone[put] === 0 || slipsInPhrases[put] === 1) && isLike(put, right);
  return { isAlike, isAlikeInPhrase, sounds, mistaken };
}

/** Likeness with what only the making of other tables needs. */
export interface MadeLikeness extends Likeness {
  /** All characters that are easily written for this one. */
  likeOnes(unit: number): readonly number[];
}

/** Makes the tables from the groups of characters that sound or look alike, and from the wrong forms of the entries. */
export function makeLikeness(
  spellings: readonly Pick<Spelling, 'alike' | 'shapes'>[],
  entries: readonly Entry[],
): MadeLikeness {
  const groups = spellings.flatMap(({ alike }) => alike);
  const sounds = new Uint16Array(hanCount * ROW);
  const candidates = new Map<number, Set<number>>();
  const addCandidates = (unit: number, puts: Iterable<number>) => {
    const own = candidates.get(unit) ?? new Set();
    for (const put of puts) own.add(put);
    candidates.set(unit, own);
  };
  for (const [number, group] of groups.entries()) {
    const units = [...group].map((unit) => unit.charCodeAt(0)).filter(isInBlock);
    for (const unit of units) {
      addCandidates(unit, units);
      const row = (unit - firstHan) * ROW;
      const free = sounds.indexOf(0, row);
      if (free < row + SOUNDS) sounds[free] = number + 1;
    }
  }
  const mistaken = new Set<number>();
  for (const [put, meant] of [...mistakenIn(entries), ...lookalikesIn(spellings)]) {
    if (!isInBlock(put) || !isInBlock(meant)) continue;
    mistaken.add(pairKey(put, meant)).add(pairKey(meant, put));
    addCandidates(put, [meant]);
    addCandidates(meant, [put]);
  }
  const likeness = likenessBy(sounds, PairTable.of(mistaken));
  return {
    ...likeness,
    likeOnes: (unit) => [...(candidates.get(unit) ?? [])].filter((put) => likeness.isAlike(put, unit)),
  };
}

function isInBlock(unit: number): boolean {
  return unit >= firstHan && unit < firstHan + hanCount;
}

/** Each two characters of a group that look alike. */
function* lookalikesIn(
  spellings: readonly Pick<Spelling, 'shapes'>[],
): Generator<readonly [put: number, meant: number]> {
  for (const group of spellings.flatMap(({ shapes }) => shapes))
    for (const [at, one] of [...group].entries())
      for (const other of [...group].slice(at + 1)) yield [one.charCodeAt(0), other.charCodeAt(0)];
}

/** The wrong and the right character of each wrong form in which one character differs. */
function* mistakenIn(entries: readonly Entry[]): Generator<readonly [put: number, meant: number]> {
  for (const entry of entries) {
    if (entry.kind !== 'confusable') continue;
    for (const wrong of entry.wrong) {
      const { text, right } = wrong;
      // A word put for a word says nothing of their characters.
      if ('beside' in wrong || text.length !== right.length) continue;
      const places = [...text].map((_, at) => at).filter((at) => text[at] !== right[at]);
      const [at] = places;
      if (places.length === 1 && at !== undefined) yield [text.charCodeAt(at), right.charCodeAt(at)];
    }
  }
}
