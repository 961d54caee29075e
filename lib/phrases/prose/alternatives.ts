import { firstId } from './reading.ts';

/** In what one character is like another. */
export const alike = { sameSound: 0, nearSound: 1, shape: 2, soundAndShape: 3 } as const;

/** What makes characters alike, as it is shipped. Ids are in the order of frequency. */
export interface Likenesses {
  /** By id, the numbers of its sounds, from 1: `soundsOfOne` each, 0 for none. */
  readonly sounds: Uint16Array;
  /** By sound, the number of those that are easily taken for it. */
  readonly blurs: Uint16Array;
  /** By id, where the ids of like shape begin; the next one's start ends them. */
  readonly shapeStarts: Uint32Array;
  readonly shapes: Uint16Array;
}

/** The largest number of sounds of a character; others are left out. */
export const soundsOfOne = 3;

/** Which characters may be meant by which. */
export interface Alternatives {
  /** By id, where its alternatives begin; the next one's start ends them. */
  readonly starts: Uint32Array;
  /** Ids that may be meant by an id. */
  readonly meant: Uint16Array;
  /** By alternative, in what it is alike: `alike`. */
  readonly kinds: Uint8Array;
}

/** The most alternatives of one kind: the most frequent ones, and the likest in shape. */
const most = { same: 32, near: 10, shape: 10 } as const;
/** Room for all alternatives of a character. */
const room = most.same + most.near + most.shape;

/** Lists the alternatives of each id, the most frequent first. */
export function listAlternatives({ sounds, blurs, shapeStarts, shapes }: Likenesses): Alternatives {
  const count = sounds.length / soundsOfOne;
  const bySound = listed(sounds, count, (sound) => sound);
  const byBlur = listed(sounds, count, (sound) => blurs[sound] as number);
  const starts = new Uint32Array(count + 1);
  const meant = new Uint16Array(count * room);
  const kinds = new Uint8Array(count * room);
  const kindOf = new Uint8Array(count);
  let end = 0;
  for (let id = 0; id < count; id++) {
    const own = sounds.subarray(id * soundsOfOne, (id + 1) * soundsOfOne);
    const found: number[] = [];
    const take = (other: number, kind: number) => {
      if (other === id) return false;
      const known = kindOf[other] as number;
      if (known === 0) {
        found.push(other);
        kindOf[other] = kind + 1;
      } else if (kind === alike.shape) kindOf[other] = alike.soundAndShape + 1;
      return known === 0;
    };
    if (id >= firstId) {
      takeSome(
        own,
        bySound,
        (sound) => sound,
        most.same,
        (other) => take(other, alike.sameSound),
      );
      takeSome(
        own,
        byBlur,
        (sound) => blurs[sound] as number,
        most.near,
        (other) => take(other, alike.nearSound),
      );
      const from = shapeStarts[id] as number;
      const to = Math.min(from + most.shape, shapeStarts[id + 1] as number);
      for (let at = from; at < to; at++) take(shapes[at] as number, alike.shape);
    }
    found.sort((a, b) => a - b);
    for (const other of found) {
      meant[end] = other;
      kinds[end++] = (kindOf[other] as number) - 1;
      kindOf[other] = 0;
    }
    starts[id + 1] = end;
  }
  return { starts, meant: meant.slice(0, end), kinds: kinds.slice(0, end) };
}

function takeSome(
  sounds: Uint16Array,
  lists: readonly (readonly number[])[],
  nameOf: (sound: number) => number,
  count: number,
  take: (other: number) => boolean,
): void {
  for (const sound of sounds) {
    if (sound === 0) continue;
    let left = count;
    for (const other of lists[nameOf(sound)] ?? []) {
      if (left === 0) break;
      if (take(other)) left--;
    }
  }
}

/** The ids of each sound, by a number of it, the most frequent first. */
function listed(sounds: Uint16Array, count: number, nameOf: (sound: number) => number): number[][] {
  const lists: number[][] = [];
  for (let id = firstId; id < count; id++)
    for (let at = 0; at < soundsOfOne; at++) {
      const sound = sounds[id * soundsOfOne + at] as number;
      if (sound === 0) continue;
      const name = nameOf(sound);
      const list = lists[name] ?? [];
      lists[name] = list;
      if (list.at(-1) !== id) list.push(id);
    }
  return lists;
}
