import { mixed } from '../../common/hash.ts';
import type { Knowledge } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { codeUnitsOf } from '../code-units.ts';
import type { BareText } from './bare-text.ts';
import { type StandingWording, standingWordings } from './standing-wordings.ts';

/** A wording to be found by its characters, whatever their order. */
export interface IndexedWording {
  readonly wording: StandingWording;
  /** Its index among all. */
  readonly rank: number;
  /** The sum of the hashes of its code units. */
  readonly sum: number;
  /** Its code unit that the fewest wordings contain. */
  readonly rarest: number;
  /** Numbers of its code units, first the three that the fewest wordings contain. */
  readonly rarestFirst: Uint16Array;
}

/** Wordings in the order of their rarest characters. */
interface ByRarest {
  /** By code unit, its number if a wording contains it, the rarest units of wordings first; 0 for any other. */
  readonly numbers: Uint16Array;
  /** How many numbers there are, including 0. */
  readonly count: number;
  /** How many are the rarest unit of some wording. */
  readonly rarest: number;
  /** By number, the index of the first wording of which it is the rarest; the next entry is the end. */
  readonly starts: Uint16Array;
  readonly indexed: readonly IndexedWording[];
  /** The next two numbers of each: most wordings lack one of these and are skipped. */
  readonly seconds: Uint16Array;
  readonly thirds: Uint16Array;
}

/** The wordings of which a text contains every character, in their order. */
export function wordingsHeldBy({ units, length }: BareText, knowledge: Knowledge): IndexedWording[] {
  const { numbers, count, rarest, starts, indexed, seconds, thirds } = indexOf(knowledge);
  /** By number, 1 if the text contains it, 2 once its wordings were compared. */
  const holds = new Uint8Array(count);
  // No test whether it is set already or is 0: both branches would be mispredicted.
  for (let at = 0; at < length; at++) holds[numbers[units[at] as number] as number] = 1;
  const contained: IndexedWording[] = [];
  for (let at = 0; at < length; at++) {
    const number = numbers[units[at] as number] as number;
    if (number > rarest || number === 0 || holds[number] === 2) continue;
    holds[number] = 2;
    const end = starts[number + 1] as number;
    for (let place = starts[number] as number; place < end; place++) {
      if (holds[seconds[place] as number] === 0 || holds[thirds[place] as number] === 0) continue;
      const wording = indexed[place] as IndexedWording;
      if (wording.rarestFirst.every((other) => holds[other] !== 0)) contained.push(wording);
    }
  }
  return contained.sort((a, b) => a.rank - b.rank);
}

const indexOf = byKnowledge((knowledge) =>
  build(standingWordings(knowledge).filter(({ isShort }) => !isShort)),
);

/** Plain loops: a new worker runs this before any of it is compiled. */
function build(wordings: readonly StandingWording[]): ByRarest {
  const owners = new Uint16Array(0x1_0000);
  const rows = wordings.map((wording) => distinctUnits(wording.bare));
  for (const row of rows)
    for (let at = 0; at < row.length; at++) owners[row[at] as number] = (owners[row[at] as number] ?? 0) + 1;
  for (const row of rows)
    for (let place = 0; place < Math.min(3, row.length); place++) bringRarest(row, place, owners);
  const numbers = new Uint16Array(0x1_0000);
  /** By number, for the rarest units. */
  const units: number[] = [];
  let count = 0;
  for (const row of rows) {
    const unit = row[0] as number;
    if (numbers[unit] === 0) numbers[unit] = ++count;
    units[numbers[unit] as number] = unit;
  }
  const rarest = count;
  for (const row of rows)
    for (let at = 0; at < row.length; at++) {
      const unit = row[at] as number;
      if (numbers[unit] === 0) numbers[unit] = ++count;
      row[at] = numbers[unit] as number;
    }
  const indexed: IndexedWording[] = [];
  for (let rank = 0; rank < wordings.length; rank++) {
    const wording = wordings[rank] as StandingWording;
    const sum = hashSums(codeUnitsOf(wording.bare), wording.bare.length)[wording.bare.length] ?? 0;
    const rarestFirst = rows[rank] as Uint16Array;
    indexed.push({ wording, rank, sum, rarest: units[rarestFirst[0] ?? 0] ?? 0, rarestFirst });
  }
  indexed.sort((a, b) => numberAt(a, 0) - numberAt(b, 0));
  const starts = new Uint16Array(count + 2);
  let number = 0;
  for (let place = 0; place < indexed.length; place++)
    while (number < numberAt(indexed[place] as IndexedWording, 0)) starts[++number] = place;
  starts.fill(indexed.length, number + 1);
  return {
    numbers,
    count: count + 1,
    rarest,
    starts,
    indexed,
    seconds: Uint16Array.from(indexed, (one) => numberAt(one, 1)),
    thirds: Uint16Array.from(indexed, (one) => numberAt(one, 2)),
  };
}

/** One of the three rarest numbers of a wording, or the rarest if it has fewer. */
function numberAt({ rarestFirst }: IndexedWording, place: number): number {
  return rarestFirst[place] ?? rarestFirst[0] ?? 0;
}

/** The distinct code units of a text. */
function distinctUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++)
    if (text.indexOf(text.charAt(at)) === at) units[count++] = text.charCodeAt(at);
  return units.subarray(0, count);
}

/** Swaps the unit at a place with the rarest of those from there on. */
function bringRarest(units: Uint16Array, place: number, owners: Uint16Array): void {
  let rarest = place;
  for (let at = place + 1; at < units.length; at++)
    if ((owners[units[at] as number] as number) < (owners[units[rarest] as number] as number)) rarest = at;
  const unit = units[place] as number;
  units[place] = units[rarest] as number;
  units[rarest] = unit;
}

/**
 * Prefix sums of the hashes of code units: the difference of two identifies the units between, whatever their order.
 */
export function hashSums(units: Uint16Array, length: number): Int32Array {
  const sums = new Int32Array(length + 1);
  for (let at = 0; at < length; at++) {
    sums[at + 1] = ((sums[at] ?? 0) + mixed(mixed(0, units[at] as number), 0)) | 0;
  }
  return sums;
}
