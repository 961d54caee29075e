import { bilingual } from '../../language/language.ts';
import { IndexDamagedError } from '../index-format.ts';
import { JoinedArrays, joinArrays } from '../spelling/arrays.ts';
import { type Alternatives, type Likenesses, listAlternatives } from './alternatives.ts';
import {
  type LevelTable,
  levelOfNear,
  levelOfThree,
  levelOfTwo,
  nearWord,
  packCells,
  unpackCells,
} from './level-table.ts';
import { type Places, readPlaces } from './reading.ts';
import { listWords, type WordsBySound } from './words-by-sound.ts';

/** Counts of official prose, as they are shipped. Characters are numbered by how often they occur, from `firstId`. */
export interface ProseCounts {
  /** The code unit of each id. */
  readonly units: Uint16Array;
  /** How rare each id is: twice the binary logarithm of one in how many characters; at most 63. */
  readonly rarity: Uint8Array;
  readonly table: LevelTable;
  readonly likenesses: Likenesses;
  /** Frequent words of two characters: their ids by turns, the most frequent word first. */
  readonly words: Uint16Array;
}

/** Version of the layout. */
const format = 2;

/** Writes counts as the bytes of a file. */
export function writeCounts({ units, rarity, table, likenesses, words }: ProseCounts): Uint8Array {
  const { cells, segment, starts, seed } = table;
  const [low, high] = packCells(cells);
  const { sounds, blurs, shapeStarts, shapes } = likenesses;
  const head = Uint32Array.of(format, segment, starts, seed);
  return joinArrays([head, units, rarity, low, high, sounds, blurs, shapeStarts, shapes, words]);
}

/** Joins counts and the weights of the judge to the file that is shipped. */
export function writeProse(counts: Uint8Array, weights: Float32Array): Uint8Array {
  return joinArrays([counts, new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength)]);
}

/** The model of official prose: tables of some four megabytes, made of the bytes of its file. */
export class ProseModel {
  readonly units: Uint16Array;
  readonly rarity: Uint8Array;
  readonly alternatives: Alternatives;
  readonly words: WordsBySound;
  /** The weights of the judge of slips, for each number of characters one after the other. */
  readonly weights: Float32Array;
  private readonly table: LevelTable;
  private readonly idOf = new Uint16Array(0x1_0000);

  /** Takes what `writeProse` made. Throws IndexDamagedError if it is cut short or of another version. */
  constructor(bytes: Uint8Array) {
    const joined = new JoinedArrays(bytes);
    const arrays = new JoinedArrays(joined.next(Uint8Array));
    this.weights = new Float32Array(joined.next(Uint8Array).slice().buffer);
    const [version, segment = 0, starts = 0, seed = 0] = arrays.next(Uint32Array);
    if (version !== format)
      throw new IndexDamagedError(bilingual('语料统计的版本不符。', 'Counts of another version.'));
    // Copied, so that the bytes of the file can be let go.
    this.units = arrays.next(Uint16Array).slice();
    this.rarity = arrays.next(Uint8Array).slice();
    const cells = unpackCells(arrays.next(Uint8Array), arrays.next(Uint8Array));
    this.table = { cells, segment, starts, seed };
    const likenesses: Likenesses = {
      sounds: arrays.next(Uint16Array).slice(),
      blurs: arrays.next(Uint16Array).slice(),
      shapeStarts: arrays.next(Uint32Array),
      shapes: arrays.next(Uint16Array),
    };
    this.alternatives = listAlternatives(likenesses);
    this.words = listWords(arrays.next(Uint16Array).slice(), likenesses);
    for (const [id, unit] of this.units.entries()) if (unit !== 0) this.idOf[unit] = id;
  }

  /** The places of a text, given as code units. */
  read(units: Uint16Array): Places {
    return readPlaces(units, this.idOf);
  }

  /** The level of a run of two ids; 0 if it was not counted. */
  two(a: number, b: number): number {
    return levelOfTwo(this.table, a, b);
  }

  /** How much oftener the ids a and b stand near a word of two ids than elsewhere, as a level; 0 if no oftener. */
  near(first: number, second: number, a: number, b: number): number {
    return levelOfNear(this.table, nearWord(first, second), a, b);
  }

  /** The level of a run of three ids; 0 if it was not counted. */
  three(a: number, b: number, c: number): number {
    return levelOfThree(this.table, a, b, c);
  }
}
