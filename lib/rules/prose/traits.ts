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
  /** Level, as written, of the run of three that the last character begins; 0 where a mark is in the way. */
  readonly behind: number;
  /** Levels, as meant, of the runs of three that reach two characters out; -1 where a mark is in the way. */
  readonly outer: readonly [before: number, after: number];
  /** Levels, as meant, of the other runs of three. */
  readonly inner: readonly number[];
  /** In what the characters are alike. */
  readonly kinds: readonly number[];
  /** Which runs of two, of the characters as written and as meant and of those beside, are frequent words: bits. */
  readonly listed: number;
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
  'two-change': 81,
  'link-before': 25,
  'link-after': 25,
  listed: 64,
  support: 5,
  kind: 4,
  'written-alone': 3,
  'meant-alone': 3,
  'written-rarity': 9,
  'meant-rarity': 9,
  'beside-rarity': 9,
  'written-company': 8,
  'meant-company': 8,
  'written-word': 5,
  'meant-word': 5,
  'word-change': 25,
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

/** Strengths of a link to one side that are told apart. */
const links = 5;

/** How well characters are joined to one side, by the levels of two runs of three: 0 to 4. */
function link(one: number, other: number): number {
  return Math.ceil(Math.max(0, one, other) / 2);
}

/** The numbers of a trial's traits. */
export function traitsOf({
  written,
  meant,
  both,
  around,
  behind,
  outer,
  inner,
  kinds,
  listed,
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
  if (both === undefined)
    for (const side of [0, 1] as const) traits.push(at('two-change', written[side] * 9 + meant[side]));
  else traits.push(at('two-change', both[0] * 9 + both[1]));
  const [before, middle, after] = around;
  const [innerBefore = 0, innerAfter = innerBefore] = inner;
  traits.push(at('link-before', link(before, middle) * links + link(outer[0], innerBefore)));
  traits.push(
    at(
      'link-after',
      (both === undefined ? link(middle, after) : link(after, behind)) * links + link(innerAfter, outer[1]),
    ),
  );
  traits.push(at('listed', listed));
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

/** Levels of company that are one trait. */
const companyStep = 5;

/** The traits of how well the words as written and as meant go with those near them. */
export function companyTraits(written: number, meant: number): number[] {
  const place = (fit: number) => Math.ceil(fit / companyStep);
  return [at('written-company', place(written)), at('meant-company', place(meant))];
}

/** The longest word that is told from others. */
export const mostTold = 5;

/** The further traits of a trial, once its words are known: the lengths of those that hold the characters, as written and meant. */
export function wordTraits(written: readonly number[], meant: readonly number[]): number[] {
  const told = (length: number) => Math.min(mostTold, length) - 1;
  return meant.flatMap((length, place) => {
    const before = told(written[place] ?? 1);
    const after = told(length);
    return [
      at('written-word', before),
      at('meant-word', after),
      at('word-change', before * mostTold + after),
    ];
  });
}

/** The most that a trait of a group can add to a score. */
export function highestOf(group: Group, weights: Float32Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < groups[group]; place++)
    highest = Math.max(highest, weights[starts[group] + place] as number);
  return highest;
}

function at(group: Group, place: number): number {
  return starts[group] + Math.max(0, Math.min(groups[group] - 1, place | 0));
}

/** The sum of the weights of traits. Of all traits of a trial, above 0 it is reported. */
export function scoreOf(traits: readonly number[], weights: Float32Array): number {
  let score = 0;
  for (const trait of traits) score += weights[trait] as number;
  return score;
}
