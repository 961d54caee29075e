import { writeFile } from 'node:fs/promises';
import { UnusableInput } from './read-text.ts';

/** How the bytes of a text file say its characters; 'utf-8-mark' begins with a mark of byte order, as UTF-16 does. */
export type TextEncoding = 'utf-8' | 'utf-8-mark' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** The text as bytes of an encoding, its mark of byte order included; null where the encoding cannot say it. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array | null {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-mark':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'gb18030':
      return encodeGb18030(text);
  }
}

/**
 * Writes a file.
 * @throws UnusableInput with one sentence when it cannot be written
 */
export async function writeOut(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new UnusableInput(`无法写入，没有这个文件夹：${file}`);
    if (code === 'EISDIR') throw new UnusableInput(`无法写入，这是一个文件夹：${file}`);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new UnusableInput(`无法写入，没有权限：${file}`);
    throw new UnusableInput(`无法写入这个文件：${file}`);
  }
}

/** Node reads GB 18030 but does not write it: what it reads of every sequence, turned round, is the table to write by. */
function encodeGb18030(text: string): Uint8Array | null {
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
  // A few characters of private use are read another way than they are written.
  return new TextDecoder('gb18030').decode(written) === text ? written : null;
}

let tableMade: ReadonlyMap<string, readonly number[]> | undefined;

function gb18030Table(): ReadonlyMap<string, readonly number[]> {
  if (tableMade !== undefined) return tableMade;
  const sequences: number[][] = [];
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) sequences.push([first, second]);
  }
  // The four-byte sequences of the plane that most characters are of.
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
