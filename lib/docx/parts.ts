import { unzipSync, type Zippable, zipSync } from 'fflate';
import { UnusableDocxError } from './unusable.ts';
import { elementsOf, parseXml, xmlBytes } from './xml.ts';

/** The files in a .docx, by name. */
export type Parts = Record<string, Uint8Array>;

/** A document with many pictures unpacks to some 100 MB; more is a mistake or a zip bomb. */
const mostUnpacked = 200_000_000;
/** A document has some tens of parts, and one for each picture. */
const mostParts = 20_000;
/** Formats in which no text of a document can be. */
const pictures = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|svg|mp[34]|bin|ttf|odttf|zip)$/iu;
const typesPart = '[Content_Types].xml';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * Unpacks a .docx: all of it, or without pictures and the like where only its text is read.
 * @throws UnusableDocxError
 */
export function unpack(bytes: Uint8Array, what: 'text' | 'all'): Parts {
  if (hasAt(bytes, 0, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new UnusableDocxError(holds(bytes, 'EncryptedPackage') ? 'encrypted' : 'old');
  }
  const left = { parts: mostParts, packed: bytes.length, unpacked: mostUnpacked };
  try {
    return withPlainNames(
      unzipSync(bytes, {
        filter: ({ name, size, originalSize }) => {
          left.parts--;
          left.packed -= size;
          left.unpacked -= Math.max(size, originalSize);
          // Thrown out of the archive's directory, which may go on for billions of entries.
          if (left.unpacked < 0) throw new UnusableDocxError('large');
          if (left.parts < 0 || left.packed < 0) throw new UnusableDocxError('none');
          return what === 'all' || !pictures.test(name);
        },
      }),
    );
  } catch (cause) {
    if (cause instanceof UnusableDocxError) throw cause;
    throw new UnusableDocxError('none', { cause });
  }
}

/** Some programs write `\` for `/`; Word reads both. */
function withPlainNames(parts: Parts): Parts {
  if (!Object.keys(parts).some((name) => name.includes('\\'))) return parts;
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name.replaceAll('\\', '/').replace(/^\/+/u, ''), bytes]),
  );
}

/** Tells the name by which the package holds a part: by the standard, case makes no difference. */
function namesIn(parts: Parts): (name: string) => string {
  let byLower: Map<string, string> | undefined;
  return (name) => {
    if (parts[name] !== undefined) return name;
    byLower ??= new Map(
      Object.keys(parts)
        .reverse()
        .map((one) => [one.toLowerCase(), one]),
    );
    return byLower.get(name.toLowerCase()) ?? name;
  };
}

function nameIn(parts: Parts, name: string): string {
  return namesIn(parts)(name);
}

/** Packs the parts. Files in compressed formats are stored. */
export function pack(parts: Parts): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  for (const [name, bytes] of Object.entries(parts)) {
    files[name] = /\.(?:png|jpe?g|gif|mp4|zip)$/iu.test(name) ? [bytes, { level: 0 }] : bytes;
  }
  return zipSync(files);
}

function hasAt(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

/** True if a compound file (OLE) has a stream of this name. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (hasAt(bytes, at, wanted)) return true;
  }
  return false;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  /** The part's name; '' for an external target. */
  readonly part: string;
}

/** The relationships of a part; with '' those of the package. */
export function relationsOf(parts: Parts, part: string): Relation[] {
  const listed = parts[nameIn(parts, relationsPart(part))];
  if (listed === undefined) return [];
  const nameOf = namesIn(parts);
  return elementsOf(parseXml(listed).documentElement ?? parseXml('<none/>')).map((element) => ({
    id: element.getAttribute('Id') ?? '',
    type: element.getAttribute('Type') ?? '',
    part:
      element.getAttribute('TargetMode') === 'External'
        ? ''
        : nameOf(resolved(part, element.getAttribute('Target') ?? '')),
  }));
}

/** The same; none where the list of them is damaged. */
export function readableRelations(parts: Parts, part: string): Relation[] {
  try {
    return relationsOf(parts, part);
  } catch {
    return [];
  }
}

/**
 * The name of the part that a package declares as its document.
 * @throws UnusableDocxError if its relations cannot be read, or it is no Office document
 */
export function mainOf(parts: Parts): string {
  let named: string | undefined;
  try {
    named = relationsOf(parts, '').find(({ type }) => type.endsWith('/officeDocument'))?.part;
  } catch (cause) {
    throw new UnusableDocxError('none', { cause });
  }
  const main = named ?? nameIn(parts, 'word/document.xml');
  if (parts[main] === undefined && parts.mimetype !== undefined) throw new UnusableDocxError('open');
  return main;
}

function relationsPart(part: string): string {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

function resolved(part: string, target: string): string {
  const path = /^[/\\]/u.test(target) ? [] : part.split('/').slice(0, -1);
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The parts with another one beside `from`, related to it and with its content type declared. */
export function withPart(
  parts: Parts,
  from: string,
  added: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly relation: string;
    readonly kind: string;
  },
): Parts {
  const path = resolved(from, added.name);
  const listed = nameIn(parts, relationsPart(from));
  const typesName = nameIn(parts, typesPart);
  const relations = parseXml(parts[listed] ?? `<Relationships xmlns="${packageRelations}"/>`);
  const ids = new Set(relationsOf(parts, from).map(({ id }) => id));
  let number = ids.size + 1;
  while (ids.has(`rId${number}`)) number++;
  const relation = relations.createElementNS(packageRelations, 'Relationship');
  relation.setAttribute('Id', `rId${number}`);
  relation.setAttribute('Type', added.relation);
  relation.setAttribute('Target', added.name);
  relations.documentElement?.appendChild(relation);
  const types = parseXml(parts[typesName] ?? `<Types xmlns="${packageTypes}"/>`);
  const override = types.createElementNS(packageTypes, 'Override');
  override.setAttribute('PartName', `/${path}`);
  override.setAttribute('ContentType', added.kind);
  types.documentElement?.appendChild(override);
  return { ...parts, [typesName]: xmlBytes(types), [listed]: xmlBytes(relations), [path]: added.bytes };
}
