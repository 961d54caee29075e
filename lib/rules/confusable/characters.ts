/**
 * Characters that look like another one and come from OCR, from PDF, or from an input method's list of rare
 * characters. Simplified text uses none of them.
 */

import { unitTable } from '../../common/unit-table.ts';

/** Pairs of look-alike and right character; the look-alike occurs in no name and no foreign word. */
const certainPairs = '岀出釆采亊事吿告敎教硏研囬回夲本亇个啇商卽即旣既凢凡俻备靣面徃往叧另縂总卋世巿市';

/** The same, but a registered name may contain the look-alike. */
const likelyPairs = '髙高囯国羙美淸清靑青眞真郞郎値值毎每歩步';

/**
 * CJK Radicals Supplement, which Unicode's normalisation leaves unchanged; pairs from the Unicode Character
 * Database's EquivalentUnifiedIdeograph.txt.
 */
const radicalPairs =
  '⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙';

const certain = pairs(certainPairs);
const likely = pairs(likelyPairs);
const radicals = pairs(radicalPairs);

function pairs(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let i = 0; i + 1 < text.length; i += 2) found.set(text.charAt(i), text.charAt(i + 1));
  return found;
}

/** A character that replaces another: `radical` and `compatibility` are Unicode's duplicates of ideographs. */
export interface Lookalike {
  readonly right: string;
  readonly kind: 'lookalike' | 'radical' | 'compatibility';
  readonly certain: boolean;
}

/** The normal character for a look-alike; undefined for any other character. Takes one code point. */
export function lookalikeOf(character: string): Lookalike | undefined {
  const sure = certain.get(character);
  if (sure !== undefined) return { right: sure, kind: 'lookalike', certain: true };
  const may = likely.get(character);
  if (may !== undefined) return { right: may, kind: 'lookalike', certain: false };
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80 && code <= 0x2fdf) {
    const right = settled(radicals.get(character) ?? character.normalize('NFKC'));
    return right === character ? undefined : { right, kind: 'radical', certain: true };
  }
  if ((code >= 0xf900 && code <= 0xfaff) || (code >= 0x2f800 && code <= 0x2fa1f)) {
    // Twelve characters of the block are ideographs without a decomposition.
    const right = settled(character.normalize('NFC'));
    return right === character ? undefined : { right, kind: 'compatibility', certain: true };
  }
  return undefined;
}

/** Some of Unicode's duplicates decompose to 釆, 靑 and 郞, which are look-alikes too. */
function settled(ideograph: string): string {
  return certain.get(ideograph) ?? likely.get(ideograph) ?? ideograph;
}

/** Blocks of duplicates, first and last code unit; the surrogate is that of the supplementary plane. */
const blocks = [
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
  [0xd87e, 0xd87e],
] as const;

/** A table of 65,536 code units: 1 for those that begin a look-alike. */
export function lookalikeUnits(): Uint8Array {
  const firstUnits = [...certain.keys(), ...likely.keys()].map((character) => character.charAt(0));
  const units = unitTable(firstUnits.join(''));
  for (const [first, last] of blocks) units.fill(1, first, last + 1);
  return units;
}

/** A run of characters that may be look-alikes; `lookalikeOf` decides on each. */
export const lookalikeRun = new RegExp(
  `[${[...certain.keys(), ...likely.keys()].join('')}\\u2e80-\\u2fdf\\uf900-\\ufaff\\u{2f800}-\\u{2fa1f}]+`,
  'gu',
);
