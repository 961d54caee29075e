/** Builds the table of levels: peels the keys of a binary fuse filter, and fills their cells in the opposite order. */
import { type Cells, cellMask, type LevelTable, locate } from '../../lib/phrases/prose/level-table.ts';

/** Runs of three ids with their levels, from 1: parallel arrays without duplicates. */
export interface Levelled {
  readonly a: Uint32Array;
  readonly b: Uint16Array;
  readonly c: Uint16Array;
  readonly level: Uint8Array;
}

const attempts = 64;

/** Makes the table. Throws a RangeError if no seed of some dozens works, as with equal keys. */
export function buildLevelTable(runs: Levelled): LevelTable {
  const count = runs.level.length;
  const segment = segmentFor(count);
  const capacity = Math.ceil(count * overhead(count));
  const segments = Math.max(1, Math.ceil(capacity / segment) - 2);
  const starts = segments * segment;
  const size = starts + 2 * segment;
  for (let seed = 1; seed <= attempts; seed++) {
    const cells = filled(runs, { segment, starts, seed }, size);
    if (cells !== null) return { cells, segment, starts, seed };
  }
  throw new RangeError('The runs do not fit a fuse filter.');
}

/** Constants of the filter with three cells a key, from its authors' reference. */
function segmentFor(count: number): number {
  const power = Math.floor(Math.log(Math.max(2, count)) / Math.log(3.33) + 2.25);
  return 2 ** Math.max(2, Math.min(13, power));
}

function overhead(count: number): number {
  return Math.max(1.125, 0.875 + (0.25 * Math.log(1_000_000)) / Math.log(Math.max(2, count)));
}

type Shape = Pick<LevelTable, 'segment' | 'starts' | 'seed'>;

/** The cells; null if the keys cannot be peeled with this seed. */
function filled({ a, b, c, level }: Levelled, shape: Shape, size: number): Uint16Array | null {
  const count = level.length;
  const places = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)] as const;
  const prints = new Uint16Array(count);
  const held = new Uint8Array(size);
  // The keys in a cell, by exclusive or: of one key it is the key.
  const joined = new Uint32Array(size);
  const at: Cells = { first: 0, second: 0, third: 0, print: 0 };
  for (let key = 0; key < count; key++) {
    locate(shape, a[key] as number, b[key] as number, c[key] as number, at);
    prints[key] = at.print | ((level[key] as number) - 1);
    for (const [which, place] of [at.first, at.second, at.third].entries()) {
      (places[which] as Uint32Array)[key] = place;
      if (held[place] === 255) return null;
      held[place] = (held[place] as number) + 1;
      joined[place] = (joined[place] as number) ^ key;
    }
  }
  const order = new Uint32Array(count);
  const own = new Uint32Array(count);
  const alone: number[] = [];
  for (let place = 0; place < size; place++) if (held[place] === 1) alone.push(place);
  let peeled = 0;
  while (alone.length > 0) {
    const place = alone.pop() as number;
    if (held[place] !== 1) continue;
    const key = joined[place] as number;
    order[peeled] = key;
    own[peeled++] = place;
    for (const row of places) {
      const other = row[key] as number;
      held[other] = (held[other] as number) - 1;
      joined[other] = (joined[other] as number) ^ key;
      if (held[other] === 1) alone.push(other);
    }
  }
  if (peeled < count) return null;
  const cells = new Uint16Array(size);
  for (let turn = count - 1; turn >= 0; turn--) {
    const key = order[turn] as number;
    let cell = prints[key] as number;
    for (const row of places) cell ^= cells[row[key] as number] as number;
    const place = own[turn] as number;
    cells[place] = (cell ^ (cells[place] as number)) & cellMask;
  }
  return cells;
}
