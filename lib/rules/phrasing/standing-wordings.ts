import type { IsoDate } from '../../draft/types.ts';
import type { Knowledge, SetPhraseEntry, Source } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { lettersIn } from './letters.ts';

/** From when to when something stands. */
interface Validity {
  /** The day it was laid down. */
  readonly validFrom?: IsoDate;
  /** The day before it was replaced. */
  readonly validTo?: IsoDate;
}

/** A wording that stands letter by letter: a long official phrase, or all the members of a set phrase in their order. */
export interface StandingWording extends Validity {
  /** As it is written. */
  readonly text: string;
  /** Its letters alone. */
  readonly letters: string;
  /** Of a list: its members; of a phrase: none. */
  readonly members: readonly string[];
  /** The set phrase whose members these are. */
  readonly entry?: SetPhraseEntry;
  /** Letters of wordings one slip away that are right too. */
  readonly variants: readonly string[];
  /** Other right wordings lie near it. */
  readonly close: boolean;
  readonly source: Source;
}

/** Shorter ones have chance neighbours. */
const fewestLetters = 8;
/** A half of a wording has three letters at least, by which it is found; in a phrase some 和 may be no letter. */
const fewestOfPhrase = 6;

/** The long fixed phrases of the packs and the member lists whose order is official, dates aside. */
export const standingWordings = byKnowledge((knowledge): readonly StandingWording[] => [
  ...phrases(knowledge),
  ...lists(knowledge),
]);

function phrases(knowledge: Knowledge): StandingWording[] {
  return knowledge.fixedWordings
    .map(({ text, variants, close, source, validFrom }) => ({
      text,
      letters: lettersIn(text),
      members: [],
      variants: variants.map((variant) => lettersIn(variant)),
      close,
      source,
      ...(validFrom === undefined ? {} : { validFrom }),
    }))
    .filter(({ letters }) => letters.length >= fewestOfPhrase);
}

function lists(knowledge: Knowledge): StandingWording[] {
  const found: StandingWording[] = [];
  const bySum = new Map<number, string[]>();
  for (const entry of knowledge.entries) {
    if (entry.kind !== 'set-phrase' || entry.members.length < 2) continue;
    const text = entry.members.join('、');
    const letters = lettersIn(text);
    const sum = sumOf(letters);
    const alike = bySum.get(sum);
    if (alike === undefined) bySum.set(sum, [letters]);
    else alike.push(letters);
    if (!entry.fixedOrder || entry.attestation === 'none' || letters.length < fewestLetters) continue;
    const { members, source, validFrom, validTo } = entry;
    const variants = entry.variants.map((variant) => lettersIn(variant));
    found.push({
      text,
      letters,
      members,
      entry,
      variants,
      close: false,
      source,
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validTo === undefined ? {} : { validTo }),
    });
  }
  // Two set phrases of the same members in two orders: either is right.
  return found.filter(
    ({ letters }) => !bySum.get(sumOf(letters))?.some((other) => isReordered(other, letters)),
  );
}

/** The same for all words of the same letters, and for few others: most need not be sorted. */
function sumOf(letters: string): number {
  let sum = 0;
  for (let at = 0; at < letters.length; at++) sum += letters.charCodeAt(at);
  return sum;
}

/** True of words of the same letters in another order. */
export function isReordered(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false;
  let isSame = true;
  for (let at = 0; at < one.length; at++) {
    counts[one.charCodeAt(at)] = (counts[one.charCodeAt(at)] as number) + 1;
    counts[other.charCodeAt(at)] = (counts[other.charCodeAt(at)] as number) - 1;
  }
  for (let at = 0; at < one.length; at++) {
    if (counts[one.charCodeAt(at)] !== 0) isSame = false;
    counts[one.charCodeAt(at)] = 0;
    counts[other.charCodeAt(at)] = 0;
  }
  return isSame;
}

/** By code unit, how many more of it one string has than another; 0 for all between two questions. */
const counts = new Int32Array(0x1_0000);

/** Before a wording or set phrase stood as it stands now, and after it was replaced, other members may have been right. */
export function isInForce(wording: Validity, date: IsoDate): boolean {
  return isFixed(wording, date) && (wording.validTo === undefined || date <= wording.validTo);
}

/** True from the day on which it was laid down: its order stays what it was when it has had its day. */
export function isFixed({ validFrom }: Validity, date: IsoDate): boolean {
  return validFrom === undefined || date >= validFrom;
}
