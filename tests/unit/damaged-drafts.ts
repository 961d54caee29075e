import fc from 'fast-check';
import { type Damage, type Damaging, damage, damages, damaging, placesOf } from './damages.ts';
import { type Dice, diceOf, oneOf, styleOf } from './draft-styles.ts';
import { fewestFaults, isAmong, type Kind, type Mark } from './numbering-oracle.ts';
import { fill, type Item, type List, type Rendered, render, rightDraft } from './right-drafts.ts';

/** A draft with one or several faults. */
export interface Sample {
  readonly seed: number;
  readonly damaged: string;
  /** All texts that are a right repair, the likeliest first. */
  readonly right: readonly string[];
  readonly faults: readonly Damage[];
  /** The faults and their places. */
  readonly notes: readonly string[];
  /** True if something is rightly reported even after the repair. */
  readonly stays: boolean;
  readonly rendered: Rendered;
}

/** A right draft's text. */
export function rightText(seed: number): string {
  const rendered = render(rightDraft(diceOf(seed)));
  if (rendered === null) throw new Error('a right draft has all its line breaks');
  return fill(rendered, ({ written }) => written);
}

const mostTries = 500;

/** A damaged draft, reproducible by its seed: with one to four random faults, or those given. */
export function damagedSample(seed: number, given?: readonly Damage[]): Sample {
  const dice = diceOf(seed);
  for (let tries = 0; tries < mostTries; tries++) {
    // A wish that no draft fulfils is dropped.
    const faults = given ?? wishOf(diceOf(seed ^ (Math.floor(tries / 100) * 0x9e3779b1)));
    const sample = tryOnce(seed, faults, dice);
    if (sample !== null) return sample;
  }
  throw new Error(`no draft can be damaged so: ${given?.join(', ')}`);
}

function wishOf(dice: Dice): Damage[] {
  const roll = dice(20);
  const length = roll < 10 ? 1 : roll < 15 ? 2 : roll < 18 ? 3 : 4;
  return Array.from({ length }, () => oneOf(dice, damages));
}

function tryOnce(seed: number, wish: readonly Damage[], dice: Dice): Sample | null {
  const draft = rightDraft(dice, { reference: wish.includes('reference'), count: wish.includes('count') });
  const work = damaging(draft, dice);
  const faults = [...wish].sort((a, b) => damages.indexOf(a) - damages.indexOf(b));
  const notes: string[] = [];
  for (const kind of faults) {
    const where = damage(work, kind);
    if (where === null) return null;
    notes.push(`${kind}: ${where}`);
  }
  const rendered = render(draft);
  if (rendered === null || !isClear(work)) return null;
  const damaged = fill(rendered, ({ written }) => written);
  const right = rightTexts(rendered);
  const silent = faults.every((kind) => kind !== 'joined' && kind !== 'reference');
  if (silent && right.includes(damaged) && !work.stays) return null;
  const stays = work.stays || (draft.reference?.beyond ?? false);
  return { seed, damaged, right, faults, notes, stays, rendered };
}

const mostTexts = 32;

/** Every combination of right words in the slots. */
function rightTexts(rendered: Rendered): string[] {
  let choices: readonly (readonly string[])[] = [[]];
  for (const { right } of rendered.slots) {
    choices = choices.flatMap((chosen) => right.map((one) => [...chosen, one])).slice(0, mostTexts);
  }
  return choices.map((chosen) => fill(rendered, (_, index) => chosen[index] ?? ''));
}

/** Limits for the oracle: the longest list, and the most ordinals under one. */
const longest = 12;

/**
 * Whether the right reading of every damaged list is the only one with so few faults, alone and with its
 * surroundings.
 */
function isClear({ draft, faults }: Damaging): boolean {
  const lists = [...faults.keys()];
  if (!lists.every((list) => isOnly(list.items.map((item) => [list, item])))) return false;
  return placesOf(draft).every(({ list, around }) => {
    const all = pairsOf(list);
    if (all.length > longest || all.length === list.items.length) return true;
    const touched = lists.some((one) => one === list || all.some(([other]) => other === one));
    // A list within a larger one that is asked about is not asked about separately.
    const outer = around[0]?.list;
    if (outer !== undefined && pairsOf(outer).length <= longest) return true;
    return !touched || isOnly(all);
  });
}

type Pair = readonly [List, Item];

/** The items of a list and of all lists below it, in the order of the text. */
function pairsOf(list: List): Pair[] {
  return list.items.flatMap((item): Pair[] => [[list, item], ...item.below.flatMap(pairsOf)]);
}

function isOnly(pairs: readonly Pair[]): boolean {
  if (pairs.length > longest) return true;
  const written = pairs.map(([list, item]): Mark => ({ kind: kindOf(list, item), value: item.value }));
  const right = pairs.map(
    ([list, item]): Mark => ({ kind: styleOf(list.style).kind, value: list.items.indexOf(item) + 1 }),
  );
  const reading = fewestFaults(written);
  return reading !== null && reading.repairs.length === 1 && isAmong(reading, right);
}

/** The kind of an item after damage, or that of its list. */
function kindOf({ style }: List, { written }: Item): Kind {
  const own = styleOf(style).kind;
  if (written === null) return own;
  const forms: readonly [RegExp, Kind][] = [
    [/^[一二三四五六七八九十]+是$/u, 'is'],
    [/^[一二三四五六七八九十]+要$/u, 'must'],
    [/^第.+，$/u, 'ordinal'],
    [/^[一二三四五六七八九十]+、$/u, 'chinese'],
    [/^（[一二三四五六七八九十]+）$/u, 'bracketed'],
    [/^（\d+）$/u, 'arabicBracketed'],
    [/^\d+\.$/u, 'arabic'],
    [/^[①-⑳]$/u, 'circled'],
  ];
  return forms.find(([form]) => form.test(written))?.[1] ?? own;
}

/** Any seed; fast-check would otherwise prefer small ones. */
const seeds = fc.noBias(fc.integer());

/** Right drafts. */
export const rightDrafts = seeds.map(rightText);

/** Damaged drafts with their right texts. */
export const damagedDrafts = seeds.map((seed) => damagedSample(seed));
