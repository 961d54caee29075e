import type { Document, Element } from '@xmldom/xmldom';
import { childNamed, elementsOf, isNamed, isOn, valOf, wordAttribute } from './xml.ts';

/** The styles of a document. */
export interface Styles {
  /** A style and those that it is based on, the nearest first. With '' the default style of paragraphs. */
  chainOf(id: string): readonly Element[];
  /** Whether a style hides text (隐藏文字). */
  hides(id: string): boolean;
}

/** Word itself follows some ten. */
const longestChain = 50;

/** Reads the styles part; with null, a document without styles. */
export function readStyles(document: Document | null): Styles {
  const byId = new Map<string, Element>();
  let usual = '';
  const root = document?.documentElement;
  for (const style of root ? elementsOf(root) : []) {
    if (!isNamed(style, 'style')) continue;
    const id = wordAttribute(style, 'styleId');
    byId.set(id, style);
    if (wordAttribute(style, 'type') === 'paragraph' && isOn(wordAttribute(style, 'default') || 'false'))
      usual = id;
  }
  const chainOf = remembered((id: string): readonly Element[] => {
    const chain = new Set<Element>();
    for (
      let style = byId.get(id || usual);
      style !== undefined && !chain.has(style) && chain.size < longestChain;
    ) {
      chain.add(style);
      style = byId.get(valOf(style, 'basedOn'));
    }
    return [...chain];
  });
  return { chainOf, hides: remembered((id: string) => hiddenByStyle(chainOf(id))) };
}

function remembered<Found>(find: (id: string) => Found): (id: string) => Found {
  const found = new Map<string, Found>();
  return (id) => {
    const before = found.get(id);
    if (before !== undefined) return before;
    const now = find(id);
    found.set(id, now);
    return now;
  };
}

/** Whether a `w:rPr` says that its text is hidden (隐藏文字); null if it does not say. */
function hiddenBy(properties: Element | undefined): boolean | null {
  const vanish = childNamed(properties, 'vanish');
  return vanish === undefined ? null : isOn(wordAttribute(vanish, 'val'));
}

function hiddenByStyle(styles: readonly Element[]): boolean {
  for (const style of styles) {
    const hidden = hiddenBy(childNamed(style, 'rPr'));
    if (hidden !== null) return hidden;
  }
  return false;
}

/**
 * Whether Word hides text with these `w:rPr`, in a paragraph with this `w:pPr`. Of the styles of paragraph and
 * character one alone hides: both together show it again, as with bold.
 */
export function isHiddenText(
  styles: Styles,
  properties: Element | undefined,
  ofParagraph: Element | undefined,
): boolean {
  const own = hiddenBy(properties);
  if (own !== null) return own;
  const character = valOf(properties, 'rStyle');
  const byCharacter = character !== '' && styles.hides(character);
  return byCharacter !== styles.hides(valOf(ofParagraph, 'pStyle'));
}
