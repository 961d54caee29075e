/** The encodings of text files; 'utf-8-mark' begins with a byte order mark, as UTF-16 does. */
export type TextEncoding = 'utf-8' | 'utf-8-mark' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * Decodes a text file in UTF-8, UTF-16 with a byte order mark, or GB 18030 (as Chinese Excel saves .csv).
 * Null if a sequence is damaged or the file is not text.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (marked === null && bytes.includes(0)) return null;
  for (const name of marked === null ? (['utf-8', 'gb18030'] as const) : ([marked] as const)) {
    try {
      const text = new TextDecoder(name, { fatal: true }).decode(bytes);
      const hasMark = name === 'utf-8' && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      return { text, encoding: hasMark ? 'utf-8-mark' : name };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

/** Encodes a text, with its byte order mark; null if the encoding lacks one of its characters. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array<ArrayBuffer> | null {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-mark':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
      return encodeUtf16(text, true);
    case 'utf-16be':
      return encodeUtf16(text, false);
    case 'gb18030':
      return encodeGb18030(text);
  }
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const marked = `\ufeff${text}`;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

/** The platform decodes GB 18030 but does not encode it: the table is made by decoding every sequence. */
function encodeGb18030(text: string): Uint8Array<ArrayBuffer> | null {
  const table = gb18030Table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code >= 0x10000) bytes.push(...fourBytes(189_000 + code - 0x10000));
    else {
      const known = table.get(character);
      if (known === undefined) return null;
      bytes.push(...known);
    }
  }
  const written = Uint8Array.from(bytes);
  // A few private-use characters decode to others.
  return new TextDecoder('gb18030').decode(written) === text ? written : null;
}

let tableMade: ReadonlyMap<string, readonly number[]> | undefined;

function gb18030Table(): ReadonlyMap<string, readonly number[]> {
  if (tableMade !== undefined) return tableMade;
  const sequences: number[][] = [];
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) sequences.push([first, second]);
  }
  // The four-byte sequences of the basic plane.
  for (let pointer = 0; pointer < 39_420; pointer++) sequences.push(fourBytes(pointer));
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (const sequence of sequences) {
    const character = decoder.decode(Uint8Array.from(sequence));
    if (character.length === 1 && !table.has(character)) table.set(character, sequence);
  }
  tableMade = table;
  return table;
}

function fourBytes(pointer: number): number[] {
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1_260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
}
