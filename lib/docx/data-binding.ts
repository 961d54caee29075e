import type { Document, Element, Node } from '@xmldom/xmldom';
import type { Line } from './document-lines.ts';
import { type Parts, readableRelations } from './parts.ts';
import { writtenText } from './written-text.ts';
import { childNamed, elementsOf, isElement, isNamed, parseXml, xmlBytes } from './xml.ts';

/** Stores that a document has without saying so: its core and extended properties. */
const propertyStores: Readonly<Record<string, string>> = {
  '{6C3C8BC8-F283-45AE-878A-BAB7291924A1}': '/core-properties',
  '{6668398D-A668-4E3E-A5EB-62B293D839F1}': '/extended-properties',
};

/**
 * What follows from a content control's binding to data, which Word shows in place of the control's own words: 'free',
 * it has none; 'kept', the data can be changed with it; 'refused', a change would not last.
 */
export type Binding = 'free' | 'kept' | 'refused';

/** The data that a document's content controls are bound to, while words of it are changed. */
export interface BoundData {
  /** Call before the first change: the words of the control must be those of its data. */
  bindingOf(run: Element): Binding;
  /** The parts, with the data as the controls read now; `now` reads the lines. */
  followed(parts: Parts, now: () => readonly Line[]): Parts;
}

interface Bound {
  readonly control: Element;
  readonly node: Element;
  readonly part: string;
}

/** Opens the data of a package, as far as controls of these lines are bound to it. */
export function openBoundData(parts: Parts, main: string, lines: readonly Line[]): BoundData {
  const stores: Stores = { parts, main, opened: new Map() };
  const known = new Map<Element, Bound | 'free' | 'refused'>();
  return {
    bindingOf(run) {
      let found: Binding = 'free';
      for (let at: Node | null = run.parentNode; isElement(at); at = at.parentNode) {
        if (!isNamed(at, 'sdt')) continue;
        const bound = known.get(at) ?? bindingIn(at, stores, lines);
        known.set(at, bound);
        if (bound === 'refused') return 'refused';
        if (bound !== 'free') found = 'kept';
      }
      return found;
    },
    followed(before, now) {
      const bound = [...known.values()].filter((one) => typeof one !== 'string');
      if (bound.length === 0) return before;
      const after: Parts = { ...before };
      const shown = now();
      for (const { control, node, part } of bound) {
        const words = wordsOf(control, shown);
        const document = stores.opened.get(part);
        if (!document || words === plain(node.textContent ?? '')) continue;
        node.textContent = words;
        after[part] = xmlBytes(document);
      }
      return after;
    },
  };
}

interface Stores {
  readonly parts: Parts;
  readonly main: string;
  /** By part; null for one that cannot be read. */
  readonly opened: Map<string, Document | null>;
}

function bindingIn(control: Element, stores: Stores, lines: readonly Line[]): Bound | 'free' | 'refused' {
  const properties = childNamed(control, 'sdtPr');
  const binding = properties && elementsOf(properties).find(({ localName }) => localName === 'dataBinding');
  if (properties === undefined || binding === undefined) return 'free';
  const part = storePart(stores, attributeOf(binding, 'storeItemID'));
  if (part === null) return 'free';
  const store = stores.opened.get(part) ?? parsed(stores.parts[part]);
  stores.opened.set(part, store);
  if (store === null) return 'refused';
  const node = nodeAt(store, attributeOf(binding, 'xpath'), attributeOf(binding, 'prefixMappings'));
  if (node === null) return 'free';
  if (node === 'unread' || childNamed(properties, 'dropDownList') !== undefined) return 'refused';
  const isSame = plain(node.textContent ?? '') === wordsOf(control, lines);
  return isSame && elementsOf(node).length === 0 ? { control, node, part } : 'refused';
}

function plain(words: string): string {
  return words.replace(/\r\n?/gu, '\n');
}

function parsed(bytes: Uint8Array | undefined): Document | null {
  try {
    return bytes === undefined ? null : parseXml(bytes);
  } catch {
    // Data that cannot be read cannot be changed: the control's words are left as they are.
    return null;
  }
}

/** The words that a control shows. */
function wordsOf(control: Element, lines: readonly Line[]): string {
  const shown: string[] = [];
  for (const { pieces, paragraph } of lines) {
    const own = pieces.filter(({ node }) => control.contains(node));
    if (own.length === 0 && !control.contains(paragraph)) continue;
    shown.push(own.map(({ node }) => writtenText(node)).join(''));
  }
  return shown.join('\n');
}

/** The part with this id; null if the package has none: then a binding has no effect. */
function storePart({ parts, main }: Stores, id: string): string | null {
  const property = propertyStores[id.toUpperCase()];
  if (property !== undefined)
    return readableRelations(parts, '').find(({ type }) => type.endsWith(property))?.part ?? null;
  for (const { type, part } of readableRelations(parts, main)) {
    if (!type.endsWith('/customXml') || parts[part] === undefined) continue;
    for (const properties of readableRelations(parts, part)) {
      if (!properties.type.endsWith('/customXmlProps')) continue;
      const root = parsed(parts[properties.part])?.documentElement;
      if (root && attributeOf(root, 'itemID').toUpperCase() === id.toUpperCase()) return part;
    }
  }
  return null;
}

/** An attribute by its local name, in whatever namespace. */
function attributeOf(element: Element, name: string): string {
  return [...element.attributes].find(({ localName }) => localName === name)?.value ?? '';
}

/** The element at a path of steps by name (`/ns0:root[1]/ns0:title[1]`): null if it is not there, 'unread' for other paths. */
function nodeAt(document: Document, path: string, prefixMappings: string): Element | null | 'unread' {
  const namespaces = new Map(
    [...prefixMappings.matchAll(/xmlns(?::([\w.-]+))?=(["'])(.*?)\2/gu)].map((match) => [
      match[1] ?? '',
      match[3] ?? '',
    ]),
  );
  const steps = path.trim().split('/');
  if (steps[0] !== '' || steps.length < 2) return 'unread';
  let at: Document | Element = document;
  for (const step of steps.slice(1)) {
    const match = /^(?:([\w.-]+):)?([\p{L}\w.-]+)(?:\[(\d+)\])?$/u.exec(step);
    if (match === null) return 'unread';
    const [, prefix = '', name, number = '1'] = match;
    const namespace = namespaces.get(prefix) ?? '';
    const named: readonly Element[] = elementsOf(at).filter(
      (child) => child.localName === name && (child.namespaceURI ?? '') === namespace,
    );
    const next: Element | undefined = named[Number(number) - 1];
    if (next === undefined) return null;
    at = next;
  }
  return isElement(at) ? at : null;
}
