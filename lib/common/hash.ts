/**
 * FNV-1a of a text's UTF-16 units: 32 bits, the same on every machine and in every version, since values are stored.
 */
export function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Mixes a number into a hash; both are signed 32-bit integers. One multiplication, for frequent use. */
export function mixed(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x9e3779b1);
  return product ^ (product >>> 15);
}

/**
 * Two 32-bit hashes over the words [from, to). Every step is reversible, so a change within one word always changes
 * the result; other changes go undetected once in 2^64.
 */
export function checksum(words: Uint32Array, from: number, to: number): readonly [number, number] {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = from; i < to; i++) {
    const word = words[i] as number;
    a = Math.imul(a ^ word, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul((b ^ word) + 0x7ed55d16, 0xc2b2ae35);
    b ^= b >>> 13;
  }
  return [a >>> 0, b >>> 0];
}

/** A checksum as 16 hexadecimal digits. */
export function hexOf(checksum: readonly [number, number]): string {
  return checksum.map((half) => half.toString(16).padStart(8, '0')).join('');
}
