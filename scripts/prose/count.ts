/** Counts runs of two and three characters in texts, by sorting their keys. */

import { beforeTwo, highestLevel, idLimit } from '../../lib/phrases/prose/level-table.ts';
import { firstId, isHan, isMark, readPlaces } from '../../lib/phrases/prose/reading.ts';
import type { Levelled } from './build-table.ts';

/** Texts as the model reads them, one after the other. */
export interface Read {
  readonly ids: Uint16Array;
  /** The code unit of each id. */
  readonly units: Uint16Array;
  /** How often each id occurs. */
  readonly times: Uint32Array;
}

/** A character that occurs more seldom is unknown to the model. */
const fewestTimes = 5;

/** Reads texts (as code units) and numbers their characters, the most frequent first. */
export function readTexts(texts: readonly Uint16Array[]): Read {
  const times = new Uint32Array(0x1_0000);
  for (const text of texts)
    for (const unit of text) if (isHan(unit)) times[unit] = (times[unit] as number) + 1;
  const characters = [...times.keys()]
    .filter((unit) => (times[unit] as number) >= fewestTimes)
    .sort((a, b) => (times[b] as number) - (times[a] as number))
    .slice(0, idLimit - 1 - firstId);
  const units = Uint16Array.from([0, 0, 0, ...characters]);
  const idOf = new Uint16Array(0x1_0000);
  for (const [place, unit] of characters.entries()) idOf[unit] = place + firstId;
  const parts = texts.map((text) => {
    const { ids, count } = readPlaces(text, idOf);
    return ids.subarray(0, count);
  });
  const ids = new Uint16Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    ids.set(part, at);
    at += part.length;
  }
  return { ids, units, times: Uint32Array.from(units, (unit) => times[unit] as number) };
}

/** The least count of each level, from 1. */
export const leastCounts = [3, 6, 12, 25, 60, 150, 500, 2000] as const;

/** The level of a count: 0 below the first, `highestLevel` from the last on. */
export function levelOf(count: number): number {
  let level = 0;
  while (level < highestLevel && count >= (leastCounts[level] as number)) level++;
  return level;
}

/** Runs of a length (2 or 3) that occur at least `least` times: their keys and counts, the most frequent first. */
export function countRuns(
  ids: Uint16Array,
  length: 2 | 3,
  least: number,
): { keys: Float64Array; counts: Uint32Array } {
  const keys = new Float64Array(ids.length);
  let many = 0;
  for (let at = 0; at + length <= ids.length; at++) {
    const a = ids[at] as number;
    const b = ids[at + 1] as number;
    const c = length === 3 ? (ids[at + 2] as number) : 0;
    if (a === 0 || b === 0 || (length === 3 && c === 0)) continue;
    // Marks stand at the ends of a run only.
    if (isMark(b) && (length === 3 || isMark(a))) continue;
    keys[many++] = length === 3 ? (a * idLimit + b) * idLimit + c : a * idLimit + b;
  }
  const sorted = keys.subarray(0, many).sort();
  const kept: number[] = [];
  const counts: number[] = [];
  for (let from = 0; from < many; ) {
    let to = from + 1;
    while (to < many && sorted[to] === sorted[from]) to++;
    if (to - from >= least) {
      kept.push(sorted[from] as number);
      counts.push(to - from);
    }
    from = to;
  }
  const order = Uint32Array.from(counts.keys()).sort((x, y) => (counts[y] as number) - (counts[x] as number));
  return {
    keys: Float64Array.from(order, (place) => kept[place] as number),
    counts: Uint32Array.from(order, (place) => counts[place] as number),
  };
}

/** Runs of two and the most frequent ones of three, at most `most` in all, with their levels. */
export function levelledRuns(ids: Uint16Array, most: number): Levelled {
  const twos = countRuns(ids, 2, leastCounts[0]);
  const threes = countRuns(ids, 3, leastCounts[0]);
  const second = Math.min(threes.keys.length, most - twos.keys.length);
  const size = twos.keys.length + second;
  const runs = {
    a: new Uint32Array(size),
    b: new Uint16Array(size),
    c: new Uint16Array(size),
    level: new Uint8Array(size),
  };
  const put = (at: number, key: number, count: number, first: number) => {
    runs.a[at] = first;
    runs.b[at] = Math.floor(key / idLimit) % idLimit;
    runs.c[at] = key % idLimit;
    runs.level[at] = levelOf(count);
  };
  for (const [at, key] of twos.keys.entries()) put(at, key, twos.counts[at] as number, beforeTwo);
  for (let at = 0; at < second; at++) {
    const key = threes.keys[at] as number;
    put(twos.keys.length + at, key, threes.counts[at] as number, Math.floor(key / idLimit / idLimit));
  }
  return runs;
}
