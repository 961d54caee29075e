import { bilingual } from '../../language/language.ts';
import { IndexDamagedError } from '../index-format.ts';

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;

interface KindOf<T extends Numbers> {
  new (buffer: ArrayBufferLike, at: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

/** Joins arrays of numbers into one array of bytes, each aligned to four and preceded by its length in bytes. */
export function joinArrays(arrays: readonly Numbers[]): Uint8Array {
  const size = arrays.reduce((sum, { byteLength }) => sum + 4 + aligned(byteLength), 0);
  const joined = new Uint8Array(size);
  const lengths = new Uint32Array(joined.buffer);
  let at = 0;
  for (const array of arrays) {
    lengths[at / 4] = array.byteLength;
    joined.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at + 4);
    at += 4 + aligned(array.byteLength);
  }
  return joined;
}

/** Returns the arrays that joinArrays joined, in their order, as views without copying. */
export class JoinedArrays {
  private at = 0;

  /** The bytes must begin at a multiple of four in their buffer. */
  constructor(private readonly bytes: Uint8Array) {}

  /** The next array, of this kind. Throws IndexDamagedError if there is none. */
  next<T extends Numbers>(kind: KindOf<T>): T {
    const { buffer, byteOffset, byteLength } = this.bytes;
    if (this.at + 4 > byteLength)
      throw new IndexDamagedError(bilingual('索引中的数表不全。', 'No array is left.'));
    const [length = 0] = new Uint32Array(buffer, byteOffset + this.at, 1);
    if (this.at + 4 + length > byteLength || length % kind.BYTES_PER_ELEMENT !== 0)
      throw new IndexDamagedError(bilingual('索引中的数表不完整。', 'An array was cut short.'));
    const array = new kind(buffer, byteOffset + this.at + 4, length / kind.BYTES_PER_ELEMENT);
    this.at += 4 + aligned(length);
    return array;
  }
}

function aligned(bytes: number): number {
  return (bytes + 3) & ~3;
}
