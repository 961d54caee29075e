/** What the judge weighs of a slip: one number a trait, added up. */

/** A replacement of one or two neighbouring characters, with the levels of the runs that they are in. */
export interface Trial {
  /** Levels of the runs of two that end in the first and begin with the last character, as written and as meant. */
  readonly written: readonly [before: number, after: number];
  readonly meant: readonly [before: number, after: number];
  /** Levels of the run of two that both characters are; absent for one character. */
  readonly both?: readonly [written: number, meant: number];
  /** Levels, as written, of the runs of three that hold the first character; 0 where a mark is in the way. */
  readonly around: readonly [before: number, middle: number, behind: number];
  /** Levels, as meant, of the runs of three that reach two characters out; -1 where a mark is in the way. */
  readonly outer: readonly [before: number, after: number];
  /** Levels, as meant, of the other runs of three. */
  readonly inner: readonly number[];
  /** In what the characters are alike. */
  readonly kinds: readonly number[];
  /** How many of the characters are words by themselves in any sentence, as written and as meant. */
  readonly alone: readonly [written: number, meant: number];
  /** How rare the characters are: as written, as meant, and those beside. */
  readonly rarity: {
    readonly written: readonly number[];
    readonly meant: readonly number[];
    readonly beside: readonly [before: number, after: number];
  };
}

/** The groups of traits, and how many each holds. */
export const groups = {
  bias: 1,
  'written-two': 9,
  'meant-two': 9,
  'written-both': 9,
  'meant-both': 9,
  'written-outer': 5,
  'written-inner': 5,
  'meant-outer': 10,
  'meant-inner': 9,
  support: 5,
  kind: 4,
  'written-alone': 3,
  'meant-alone': 3,
  'written-rarity': 9,
  'meant-rarity': 9,
  'beside-rarity': 9,
  'written-word': 5,
  'meant-word': 5,
} as const satisfies Readonly<Record<string, number>>;

export type Group = keyof typeof groups;

export const groupNames = Object.keys(groups) as Group[];

/** Where the traits of each group begin, among all. */
const starts: Readonly<Record<Group, number>> = startsOf();

function startsOf(): Record<Group, number> {
  const found: Partial<Record<Group, number>> = {};
  let sum = 0;
  for (const name of groupNames) {
    found[name] = sum;
    sum += groups[name];
  }
  return found as Record<Group, number>;
}

/** How many traits there are. */
export const traitCount = groupNames.reduce((sum, name) => sum + groups[name], 0);

/** Steps of rarity that are one trait. */
const rarityStep = 5;

/** The numbers of a trial's traits. */
export function traitsOf({
  written,
  meant,
  both,
  around,
  outer,
  inner,
  kinds,
  alone,
  rarity,
}: Trial): number[] {
  const traits: number[] = [at('bias', 0)];
  for (const level of written) traits.push(at('written-two', level));
  for (const level of meant) traits.push(at('meant-two', level));
  if (both !== undefined) traits.push(at('written-both', both[0]), at('meant-both', both[1]));
  traits.push(at('written-outer', around[0]), at('written-outer', around[2]), at('written-inner', around[1]));
  for (const level of outer) traits.push(at('meant-outer', level + 1));
  for (const level of inner) traits.push(at('meant-inner', level));
  let supporting = 0;
  for (const level of outer) if (level > 0) supporting++;
  for (const level of inner) if (level > 0) supporting++;
  traits.push(at('support', supporting));
  for (const kind of kinds) traits.push(at('kind', kind));
  traits.push(at('written-alone', alone[0]), at('meant-alone', alone[1]));
  for (const rare of rarity.written) traits.push(at('written-rarity', rare / rarityStep));
  for (const rare of rarity.meant) traits.push(at('meant-rarity', rare / rarityStep));
  for (const rare of rarity.beside) traits.push(at('beside-rarity', rare / rarityStep));
  return traits;
}

/** The further traits of a trial, once its words are known: the lengths of those that hold the characters as written. */
export function writtenWordTraits(lengths: readonly number[]): number[] {
  return lengths.map((length) => at('written-word', length - 1));
}

/** The same for those that would hold the characters as meant. */
export function meantWordTraits(lengths: readonly number[]): number[] {
  return lengths.map((length) => at('meant-word', length - 1));
}

/** The most that a trait of a group can add to a score. */
export function highestOf(group: Group, weights: Float32Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < groups[group]; place++)
    highest = Math.max(highest, weights[starts[group] + place] as number);
  return highest;
}

function at(group: Group, place: number): number {
  return starts[group] + Math.min(groups[group] - 1, place | 0);
}

/** The sum of the weights of traits. Of all traits of a trial, above 0 it is reported. */
export function scoreOf(traits: readonly number[], weights: Float32Array): number {
  let score = 0;
  for (const trait of traits) score += weights[trait] as number;
  return score;
}
