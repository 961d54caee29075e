import type { Document, Element } from '@xmldom/xmldom';
import { elementsOf, isNamed } from './xml.ts';

const compatibilityNamespace = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/**
 * A document holds a text box twice, once in a fallback form for older programs: both must have the same
 * text.
 */
export interface TwinBox {
  readonly box: Element;
  readonly older: Element;
}

/** The text boxes with the same text in both forms. */
export function twinBoxes(document: Document): TwinBox[] {
  const found: TwinBox[] = [];
  const visit = (element: Element): void => {
    if (element.namespaceURI === compatibilityNamespace && element.localName === 'AlternateContent') {
      const [choice, fallback] = ['Choice', 'Fallback'].map((name) =>
        elementsOf(element).find(({ localName }) => localName === name),
      );
      const boxes = choice === undefined ? [] : contentsOf(choice);
      const olders = fallback === undefined ? [] : contentsOf(fallback);
      for (const [index, box] of boxes.entries()) {
        const older = olders[index];
        if (older !== undefined && boxes.length === olders.length && older.textContent === box.textContent) {
          found.push({ box, older });
        }
      }
      return;
    }
    for (const child of elementsOf(element)) visit(child);
  };
  if (document.documentElement !== null) visit(document.documentElement);
  return found;
}

function contentsOf(element: Element): Element[] {
  return elementsOf(element).flatMap((child) =>
    isNamed(child, 'txbxContent') ? [child] : contentsOf(child),
  );
}

/** Copies changed boxes to their fallback forms. */
export function followTwins(twins: readonly TwinBox[]): void {
  for (const { box, older } of twins) {
    if (older.textContent === box.textContent) continue;
    while (older.firstChild !== null) older.removeChild(older.firstChild);
    for (const child of elementsOf(box)) older.appendChild(child.cloneNode(true));
  }
}
