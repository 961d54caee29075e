/** Bytes are handed to the decoder in pieces of so many: a call takes a limited number of arguments. */
const piece = 0x8000;

/** The bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += piece) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + piece)));
  }
  return btoa(pieces.join(''));
}

/** The bytes of base64; null if it is malformed. */
export function fromBase64(words: string): Uint8Array<ArrayBuffer> | null {
  let units: string;
  try {
    units = atob(words);
  } catch {
    return null;
  }
  const bytes = new Uint8Array(units.length);
  for (let at = 0; at < units.length; at++) bytes[at] = units.charCodeAt(at);
  return bytes;
}
