import { bilingual } from '../language/language.ts';
import { WordedError } from '../language/worded-error.ts';

/**
 * The format of the compiled index: one ArrayBuffer with a head, a table of sections, and the sections, each aligned
 * to four bytes so that it can be read as a typed array in place. Numbers are in the machine's byte order; on a
 * machine with the other one, the magic number differs and the index is rebuilt.
 */

import { checksum, hexOf } from '../common/hash.ts';

/**
 * To be raised whenever the meaning of a section changes, including the order of its arrays and the widths of the
 * tables in lib/phrases/spelling. An index of another format is rebuilt.
 */
export const FORMAT = 8;

const MAGIC = 0x58495a47; // "GZIX" read as a little-endian number
const HEAD_WORDS = 6;

export const sectionNames = [
  'meta',
  'alphabet',
  'nodes',
  'keyLength',
  'keySuffix',
  'keyPatterns',
  'patterns',
  'content',
  'spelling',
  'search',
] as const;
export type SectionName = (typeof sectionNames)[number];
export type Sections = Record<SectionName, ArrayBufferView>;

/** The index cannot be used: it is cut short, altered, or of another format. */
export class IndexDamagedError extends WordedError {
  override readonly name = 'IndexDamagedError';
}

/** Joins sections into one index with head and checksum. */
export function packSections(sections: Sections): ArrayBuffer {
  const tableWords = sectionNames.length * 2;
  let words = HEAD_WORDS + tableWords;
  const places = sectionNames.map((name) => {
    const bytes = sections[name].byteLength;
    const at = words;
    words += Math.ceil(bytes / 4);
    return { name, at, bytes };
  });
  const buffer = new ArrayBuffer(words * 4);
  const head = new Uint32Array(buffer);
  head[0] = MAGIC;
  head[1] = FORMAT;
  head[2] = buffer.byteLength;
  head[3] = sectionNames.length;
  places.forEach(({ name, at, bytes }, i) => {
    head[HEAD_WORDS + i * 2] = at * 4;
    head[HEAD_WORDS + i * 2 + 1] = bytes;
    const view = sections[name];
    new Uint8Array(buffer, at * 4, bytes).set(new Uint8Array(view.buffer, view.byteOffset, bytes));
  });
  [head[4], head[5]] = indexChecksum(head);
  return buffer;
}

/** Checksum of all words but the two that hold it. */
function indexChecksum(words: Uint32Array): [number, number] {
  const [a, b] = checksum(words, HEAD_WORDS, words.length);
  const [c, d] = checksum(words, 0, 4);
  return [(a ^ Math.imul(c, 0x27d4eb2f)) >>> 0, (b ^ Math.imul(d, 0x165667b1)) >>> 0];
}

/** Whether a buffer claims to be an index of this format. Nothing else is verified. */
export function isThisFormat(buffer: ArrayBuffer): boolean {
  if (buffer.byteLength < HEAD_WORDS * 4) return false;
  const head = new Uint32Array(buffer, 0, 2);
  return head[0] === MAGIC && head[1] === FORMAT;
}

/**
 * Verifies an index and returns its sections as views, without copying. Throws IndexDamagedError if a single bit is not as
 * it was written.
 */
export function openSections(buffer: ArrayBuffer): Record<SectionName, Uint8Array> {
  if (!isThisFormat(buffer))
    throw new IndexDamagedError(bilingual('不是这种格式的索引。', 'Not an index of this format.'));
  if (buffer.byteLength % 4 !== 0)
    throw new IndexDamagedError(bilingual('索引不完整。', 'The index was cut short.'));
  const words = new Uint32Array(buffer);
  if (words[2] !== buffer.byteLength)
    throw new IndexDamagedError(bilingual('索引的长度不对。', 'The index was cut short or lengthened.'));
  const tableEnd = HEAD_WORDS + sectionNames.length * 2;
  if (words[3] !== sectionNames.length || words.length < tableEnd)
    throw new IndexDamagedError(bilingual('索引缺少部分内容。', 'Sections are missing.'));
  const [a, b] = indexChecksum(words);
  if (words[4] !== a || words[5] !== b)
    throw new IndexDamagedError(bilingual('索引的校验码不符。', 'The checksum does not match.'));
  const section = (name: SectionName) => {
    const row = HEAD_WORDS + sectionNames.indexOf(name) * 2;
    const at = words[row] as number;
    const bytes = words[row + 1] as number;
    if (at % 4 !== 0 || at + bytes > buffer.byteLength)
      throw new IndexDamagedError(
        bilingual(`索引中 ${name} 一段超出范围。`, `Section ${name} lies outside.`),
      );
    return new Uint8Array(buffer, at, bytes);
  };
  return {
    meta: section('meta'),
    alphabet: section('alphabet'),
    nodes: section('nodes'),
    keyLength: section('keyLength'),
    keySuffix: section('keySuffix'),
    keyPatterns: section('keyPatterns'),
    patterns: section('patterns'),
    content: section('content'),
    spelling: section('spelling'),
    search: section('search'),
  };
}

/** The checksum that an index carries, as 16 hexadecimal digits: equal for equal indexes. Verifies nothing. */
export function stampOf(buffer: ArrayBuffer): string {
  const [a = 0, b = 0] = new Uint32Array(buffer, 16, 2);
  return hexOf([a, b]);
}
