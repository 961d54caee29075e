import { strToU8, unzipSync, zipSync } from 'fflate';
import { type Dice, oneOf } from '../../unit/draft-styles.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

type ArchiveDamage = (entries: RawEntry[], dice: Dice) => Uint8Array;

/** The archive with something else said of some of its entries. */
const lying =
  (lie: (entry: RawEntry, dice: Dice) => Partial<RawEntry>): ArchiveDamage =>
  (entries, dice) => {
    const some = dice(3) === 0 ? () => true : () => dice(3) === 0;
    return rawZip(entries.map((entry) => (some() ? { ...entry, ...lie(entry, dice) } : entry)));
  };

/** `pieces` times ten million zeros, packed to some ten kilobytes each. */
const zeros = (millions: number): Uint8Array => zipless(new Uint8Array(millions * 1_000_000));

let packed: { length: number; bytes: Uint8Array } | undefined;

/** Zeros as they stand compressed in an archive; the last ones are kept, since packing takes its time. */
function zipless(content: Uint8Array): Uint8Array {
  if (packed?.length === content.length) return packed.bytes;
  const archive = zipSync({ a: content });
  // Behind the head of 30 bytes and the name, before the directory of 47 bytes and the end of 22.
  packed = { length: content.length, bytes: archive.slice(31, archive.length - 47 - 22) };
  return packed.bytes;
}

/** Ways to damage an archive, whatever it holds. */
export const archiveDamages: Readonly<Record<string, ArchiveDamage>> = {
  'wrong checksums': lying((_, dice) => ({ crc: dice(2 ** 31) })),
  'a mark of encryption': lying(() => ({ flags: 1 })),
  'strange flags': lying((_, dice) => ({ flags: dice(65_536) })),
  'an unknown method': lying((_, dice) => ({ method: oneOf(dice, [1, 6, 9, 12, 14, 93, 99]), size: 10 })),
  'stored, and said to be packed': lying(({ content }) => ({ deflated: true, content })),
  'sizes too small': lying(({ content }, dice) => ({ size: dice(content.length + 1) })),
  'sizes too large': lying(({ content }, dice) => ({ size: content.length + 1 + dice(5_000_000) })),
  'sizes far too large': lying((_, dice) => ({ size: oneOf(dice, [0x7fffffff, 0xffffffff, 299_000_000]) })),
  'packed sizes wrong': lying((_, dice) => ({ packedSize: dice(1 + dice(1_000_000)) })),
  'entries elsewhere': lying((_, dice) => ({
    offset: oneOf(dice, [0, 4, 0xffffffff, 0x7fffffff, dice(4_000)]),
  })),
  'all entries in one place': (entries) => rawZip(entries.map((entry) => ({ ...entry, offset: 0 }))),
  'entries twice': (entries, dice) => {
    const again = entries.map(({ name }) => ({
      name,
      content: strToU8(oneOf(dice, ['', '<w/>', '<', 'x'])),
    }));
    return rawZip(dice(2) === 0 ? [...entries, ...again] : [...again, ...entries]);
  },
  'names that lead outside': (entries, dice) =>
    rawZip(
      entries.map((entry) => ({
        ...entry,
        name: oneOf(dice, ['../', '/', '..\\', 'C:\\', './', '']) + entry.name,
      })),
    ),
  'names with backslashes': (entries) =>
    rawZip(entries.map((entry) => ({ ...entry, name: entry.name.replaceAll('/', '\\') }))),
  'names of objects': (entries, dice) =>
    rawZip([
      ...entries,
      ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''].map((name) => ({
        name,
        content: strToU8(oneOf(dice, ['', 'x', '<a/>'])),
      })),
    ]),
  'folders by the names of parts': (entries) =>
    rawZip(entries.map((entry) => ({ ...entry, name: `${entry.name}/`, content: new Uint8Array() }))),
  'no entries': () => rawZip([]),
  'a count that is wrong': (entries, dice) => rawZip(entries, { count: dice(65_536) }),
  'a count of billions': (entries, dice) =>
    rawZip(entries, { largeCount: oneOf(dice, [0xffffffff, 0x7fffffff]) }),
  'a directory elsewhere': (entries, dice) =>
    rawZip(entries, { offset: oneOf(dice, [0, 0xffffffff, dice(3_000)]) }),
  'two ends': (entries) => rawZip(entries, { comment: rawZip([]) }),
  'many entries': (entries, dice) => {
    const content = new Uint8Array();
    const more = Array.from({ length: 1_000 + dice(30_000) }, (_, i) => ({
      name: `word/media/${i}`,
      content,
    }));
    return rawZip([...entries, ...more]);
  },
  'an archive in an archive': (entries) => rawZip([{ name: 'a.docx', content: rawZip(entries) }]),
  'a large picture': (entries) =>
    rawZip([
      ...entries,
      { name: 'word/media/a.bmp', content: zeros(180), deflated: true, size: 180_000_000 },
    ]),
  'a picture that is too large': (entries) =>
    rawZip([
      ...entries,
      { name: 'word/media/a.bmp', content: zeros(180), deflated: true, size: 400_000_000 },
    ]),
  'a picture larger than it is said to be': (entries) =>
    rawZip([...entries, { name: 'word/media/a.bmp', content: zeros(180), deflated: true, size: 1_000 }]),
  'one picture listed many times': (entries) => {
    const bomb = { content: zeros(180), deflated: true, size: 1_000 };
    const first = rawZip(entries).length;
    const more = Array.from({ length: 2_000 }, (_, i) => ({
      name: `word/media/${i}`,
      content: new Uint8Array(),
      offset: first,
      size: 1_000,
      packedSize: bomb.content.length,
    }));
    return rawZip([...entries, { name: 'word/media/a.bmp', ...bomb }, ...more]);
  },
};

/** The parts of an archive as entries. */
export function entriesOf(bytes: Uint8Array): RawEntry[] {
  return Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, content }));
}
