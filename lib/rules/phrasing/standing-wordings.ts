import type { IsoDate } from '../../draft/types.ts';
import type { Knowledge, SetPhraseEntry, Source } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { bare } from './bare-text.ts';

/** The time in which something applies. */
interface Validity {
  /** Its first day. */
  readonly validFrom?: IsoDate;
  /** Its last day. */
  readonly validTo?: IsoDate;
}

/** A fixed wording: a long official phrase, or all members of a set phrase in their order. */
export interface StandingWording extends Validity {
  /** As it is written. */
  readonly text: string;
  /** Without marks and joining words. */
  readonly bare: string;
  /** The members of a list; empty for a phrase. */
  readonly members: readonly string[];
  /** The set phrase of these members. */
  readonly entry?: SetPhraseEntry;
  /** Bare wordings one slip away that are right too. */
  readonly variants: readonly string[];
  /** True if it is recognised only with one character replaced. */
  readonly isShort: boolean;
  /** True if other right wordings are near. */
  readonly close: boolean;
  readonly source: Source;
}

/** Shorter lists resemble others by chance. */
const fewestOfList = 8;
/** A half has at least three code units, by which it is found; a phrase may lose some 和 when bare. */
const fewestOfPhrase = 5;
/** Below this length other right wordings are always near. */
const longEnough = 8;

/** The long fixed phrases of the packs and the member lists with an official order, of any day. */
export const standingWordings = byKnowledge((knowledge): readonly StandingWording[] => [
  ...phrases(knowledge),
  ...lists(knowledge),
]);

function phrases(knowledge: Knowledge): StandingWording[] {
  return knowledge.fixedWordings
    .filter(({ attestation }) => attestation !== 'none')
    .map(({ text, variants, close, source, validFrom }) => ({
      text,
      bare: bare(text),
      members: [],
      variants: variants.map((variant) => bare(variant)),
      isShort: text.length < longEnough,
      close: close || text.length < longEnough,
      source,
      ...(validFrom === undefined ? {} : { validFrom }),
    }))
    .filter((one) => one.bare.length >= fewestOfPhrase);
}

function lists(knowledge: Knowledge): StandingWording[] {
  const found: StandingWording[] = [];
  const bySum = new Map<number, string[]>();
  for (const entry of knowledge.entries) {
    if (entry.kind !== 'set-phrase' || entry.members.length < 2) continue;
    const text = entry.members.join('、');
    const bareText = bare(text);
    const sum = sumOf(bareText);
    const alike = bySum.get(sum);
    if (alike === undefined) bySum.set(sum, [bareText]);
    else alike.push(bareText);
    if (!entry.fixedOrder || entry.attestation === 'none' || bareText.length < fewestOfList) continue;
    const { members, source, validFrom, validTo } = entry;
    const variants = entry.variants.map((variant) => bare(variant));
    found.push({
      text,
      bare: bareText,
      members,
      entry,
      variants,
      isShort: false,
      close: false,
      source,
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validTo === undefined ? {} : { validTo }),
    });
  }
  // Two set phrases of the same members in two orders: both are right.
  return found.filter((one) => !bySum.get(sumOf(one.bare))?.some((other) => isReordered(other, one.bare)));
}

/** Equal for texts of the same code units, and for few others: most need no comparison. */
function sumOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}

/** True for words of the same code units in another order. */
export function isReordered(one: string, other: string): boolean {
  return one.length === other.length && one !== other && sorted(one) === sorted(other);
}

function sorted(text: string): string {
  return text.split('').sort().join('');
}

/** Whether a wording or set phrase applies on a day: before and after, other members may have been right. */
export function isInForce(wording: Validity, date: IsoDate): boolean {
  return isFixed(wording, date) && (wording.validTo === undefined || date <= wording.validTo);
}

/** True from the first day on: the order stays fixed even after the last day. */
export function isFixed({ validFrom }: Validity, date: IsoDate): boolean {
  return validFrom === undefined || date >= validFrom;
}
