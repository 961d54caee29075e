import { UnusableDocxError } from './unusable.ts';

/** What a file holds, whatever its name: a Word document of one of its forms, or else perhaps text. */
export type FileKind = 'word' | 'other';

/** A web page, an archive of one, and Word's own forms of one XML file. */
const web =
  /^\s*(?:<!doctype html|<html|MIME-Version:|<\?xml[^>]*\?>\s*(?:<!--[\s\S]*?-->\s*)?(?:<\?mso-application|<pkg:package|<w:wordDocument|<office:document|<!doctype html|<html))/iu;

/**
 * Judges a file by its first bytes.
 * @throws UnusableDocxError with one sentence for a document of another kind: RTF, PDF, a web page
 */
export function fileKind(bytes: Uint8Array): FileKind {
  if (isZip(bytes) || isCompound(bytes)) return 'word';
  const head = beginningOf(bytes);
  if (head.startsWith('%PDF-')) throw new UnusableDocxError('pdf');
  if (head.startsWith('{\\rtf')) throw new UnusableDocxError('rich');
  if (web.test(head)) throw new UnusableDocxError('web');
  return 'other';
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) <= 8;
}

/** Old Office and WPS documents, and those with a password. */
function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** As far as it is ASCII; other characters do not matter here. */
function beginningOf(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u, '').replaceAll('\0', '');
}
