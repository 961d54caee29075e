import { type Dice, oneOf } from '../../unit/draft-styles.ts';
import { joined } from './raw-zip.ts';

/** A way to damage bytes. */
type ByteDamage = (bytes: Uint8Array, dice: Dice) => Uint8Array;

const spanIn = (bytes: Uint8Array, dice: Dice, most: number): [number, number] => {
  const from = dice(bytes.length + 1);
  return [from, Math.min(bytes.length, from + 1 + dice(most))];
};

const random = (dice: Dice, length: number): Uint8Array => Uint8Array.from({ length }, () => dice(256));

/** Ways to damage any file. */
export const byteDamages: Readonly<Record<string, ByteDamage>> = {
  'cut at its end': (bytes, dice) => bytes.slice(0, dice(bytes.length)),
  'cut at its beginning': (bytes, dice) => bytes.slice(dice(Math.min(bytes.length, 400))),
  'bits flipped': (bytes, dice) => {
    const copy = bytes.slice();
    for (let left = 1 + dice(20); left > 0; left--) {
      const at = dice(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << dice(8));
    }
    return copy;
  },
  'bits flipped near its end': (bytes, dice) => {
    const copy = bytes.slice();
    for (let left = 1 + dice(6); left > 0; left--) {
      const at = Math.max(0, copy.length - 1 - dice(600));
      copy[at] = dice(256);
    }
    return copy;
  },
  'a stretch of zeros': (bytes, dice) => bytes.slice().fill(0, ...spanIn(bytes, dice, 600)),
  'a stretch of noise': (bytes, dice) => {
    const [from, to] = spanIn(bytes, dice, 200);
    return joined([bytes.slice(0, from), random(dice, to - from), bytes.slice(to)]);
  },
  'a stretch missing': (bytes, dice) => {
    const [from, to] = spanIn(bytes, dice, 300);
    return joined([bytes.slice(0, from), bytes.slice(to)]);
  },
  'a stretch twice': (bytes, dice) => {
    const [from, to] = spanIn(bytes, dice, 300);
    return joined([bytes.slice(0, to), bytes.slice(from)]);
  },
  'noise before it': (bytes, dice) => joined([random(dice, 1 + dice(40)), bytes]),
  'noise behind it': (bytes, dice) => joined([bytes, random(dice, 1 + dice(70_000))]),
  'noise alone': (_, dice) => random(dice, dice(3_000)),
};

/** Bytes damaged in one of these ways, and its name. */
export function damagedBytes(bytes: Uint8Array, dice: Dice): { what: string; bytes: Uint8Array } {
  const what = oneOf(dice, Object.keys(byteDamages));
  const damaged = bytes.length === 0 ? bytes : byteDamages[what]?.(bytes, dice);
  return { what, bytes: damaged ?? bytes };
}
