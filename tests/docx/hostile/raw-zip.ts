import { deflateSync, strToU8 } from 'fflate';

/** An entry of an archive; what is given beside name and content is a lie. */
export interface RawEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** The content is compressed already. */
  readonly deflated?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly packedSize?: number;
  readonly size?: number;
  /** Where the directory says that the entry begins. */
  readonly offset?: number;
}

/** What the end of an archive may say wrongly. */
export interface RawEnd {
  readonly count?: number;
  readonly offset?: number;
  /** A count of entries in the form for large archives. */
  readonly largeCount?: number;
  readonly comment?: Uint8Array;
}

/** Numbers of two or four bytes, the low byte first. */
const bytesOf = (fields: readonly (readonly [value: number, size: 2 | 4 | 8])[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, size]) => sum + size, 0)));
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value & 0xffff, true);
    else view.setUint32(at, value >>> 0, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
};

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Writes an archive as it is told, also one that no program would write. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const local: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content, deflated = false, flags = 0, method = 8, crc = 0, ...lies } of entries) {
    const named = strToU8(name);
    const packed = deflated || method !== 8 ? content : deflateSync(content);
    const sizes = [
      [crc, 4],
      [lies.packedSize ?? packed.length, 4],
      [lies.size ?? content.length, 4],
      [named.length, 2],
      [0, 2],
    ] as const;
    const head = [
      [20, 2],
      [flags, 2],
      [method, 2],
      [0, 4],
    ] as const;
    const header = joined([bytesOf([[0x04034b50, 4], ...head, ...sizes]), named, packed]);
    const place = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [lies.offset ?? at, 4],
    ] as const;
    directory.push(bytesOf([[0x02014b50, 4], [20, 2], ...head, ...sizes, ...place]), named);
    local.push(header);
    at += header.length;
  }
  const listed = joined(directory);
  const { count = entries.length, offset = at, comment = new Uint8Array(), largeCount } = end;
  const large =
    largeCount === undefined
      ? []
      : [
          bytesOf([
            [0x06064b50, 4],
            [44, 8],
            [45, 2],
            [45, 2],
            [0, 4],
            [0, 4],
            [largeCount, 8],
            [largeCount, 8],
            [listed.length, 8],
            [offset, 8],
          ]),
          bytesOf([
            [0x07064b50, 4],
            [0, 4],
            [at + listed.length, 8],
            [1, 4],
          ]),
        ];
  const last = bytesOf([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [listed.length, 4],
    [offset, 4],
    [comment.length, 2],
  ]);
  return joined([...local, listed, ...large, last, comment]);
}
