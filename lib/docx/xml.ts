import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom';
import { strToU8 } from 'fflate';
import { limitXml } from '../common/xml-size.ts';

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** The namespace of the same elements in the strict form of the standard. */
const strictNamespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** What should be XML is none. */
export class UnreadableXmlError extends Error {
  override readonly name = 'UnreadableXmlError';
}

/** The elements that a part beside the main one may have. */
const usualElements = 50_000;

/**
 * Parses a part of at most so many elements. Without `onError` the parser would print faults to the console and go on.
 * @throws TooMuchXmlError
 * @throws UnreadableXmlError
 */
export function parseXml(part: Uint8Array | string, mostElements = usualElements): Document {
  const text = typeof part === 'string' ? part : decodeXml(part);
  limitXml(text, mostElements);
  try {
    return parsed(text);
  } catch (cause) {
    throw new UnreadableXmlError('This is no XML.', { cause });
  }
}

function parsed(text: string): Document {
  const onError = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(message);
  };
  return new DOMParser({ onError }).parseFromString(text.replace(/^\ufeff/u, ''), 'text/xml');
}

/** Decodes XML by its byte order mark, else by its declaration, else as UTF-8. */
function decodeXml(part: Uint8Array): string {
  const name = encodingOf(part);
  try {
    return new TextDecoder(name).decode(part);
  } catch (cause) {
    // A declaration may name an encoding that the platform does not have.
    if (cause instanceof RangeError) return new TextDecoder().decode(part);
    throw cause;
  }
}

function encodingOf(part: Uint8Array): string {
  const [first, second] = part;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const head = String.fromCharCode(...part.subarray(0, 120));
  return /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding=["']([\w.-]+)["']/u.exec(head)?.[1] ?? 'utf-8';
}

/** The document in UTF-8; a declaration of another encoding is put right. */
export function xmlBytes(document: Document): Uint8Array {
  const text = new XMLSerializer().serializeToString(document);
  return strToU8(text.replace(/^(<\?xml[^>]*?encoding=["'])(?!utf-8["'])[\w.-]+/iu, '$1UTF-8'));
}

export function isElement(node: Node | null): node is Element {
  return node !== null && node.nodeType === node.ELEMENT_NODE;
}

export function elementsOf(parent: Node): Element[] {
  const found: Element[] = [];
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child)) found.push(child);
  }
  return found;
}

export function isWord(element: Element): boolean {
  return element.namespaceURI === wordNamespace || element.namespaceURI === strictNamespace;
}

/** True for a Word element with one of these names. */
export function isNamed(node: Node | null, ...names: readonly string[]): boolean {
  return isElement(node) && isWord(node) && names.includes(node.localName ?? '');
}

/** A new Word element, in the namespace and with the prefix of the document. */
export function makeWord(
  like: Element,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const document = like.ownerDocument;
  const root = document?.documentElement;
  if (!document || !root) throw new Error('The element is in no document.');
  const namespace = isWord(root) ? root.namespaceURI : wordNamespace;
  const prefix = root.lookupPrefix(namespace ?? '') ?? 'w';
  const element = document.createElementNS(namespace, `${prefix}:${name}`);
  for (const [key, value] of Object.entries(attributes)) setWordAttribute(element, key, value);
  return element;
}

/** Sets a Word attribute of an element. */
export function setWordAttribute(element: Element, name: string, value: string): void {
  const namespace = isWord(element) ? element.namespaceURI : wordNamespace;
  element.setAttributeNS(namespace, `${element.prefix ?? 'w'}:${name}`, value);
}

/** Sets the words of a `w:t`, and preserves white space at its ends. */
export function setWords(element: Element, words: string): void {
  element.textContent = words;
  element.setAttributeNS(xmlNamespace, 'xml:space', 'preserve');
}

/** The value of a Word attribute; '' if it is missing. */
export function wordAttribute(element: Element, name: string): string {
  return element.getAttributeNS(wordNamespace, name) ?? element.getAttributeNS(strictNamespace, name) ?? '';
}

/** The first child with this Word name; undefined if there is none. */
export function childNamed(parent: Element | undefined, name: string): Element | undefined {
  for (let child = parent?.firstChild ?? null; child !== null; child = child.nextSibling) {
    if (isElement(child) && isNamed(child, name)) return child;
  }
  return undefined;
}

/** The `w:val` of the first child with this Word name; '' if there is none. */
export function valOf(parent: Element | undefined, name: string): string {
  const child = childNamed(parent, name);
  return child === undefined ? '' : wordAttribute(child, 'val');
}

/** Whether a property of on or off (`w:vanish`, `w:isLgl`) is on, by its value; '' is on. */
export function isOn(value: string): boolean {
  return !/^(?:0|false|off)$/u.test(value);
}

export function insertAfter(node: Node, after: Node): void {
  after.parentNode?.insertBefore(node, after.nextSibling);
}
