import type { Mark } from './types.ts';

export const looks: readonly Mark['look'][] = ['error', 'warning', 'hint', 'active'];

/** A page reads these names, so that they tell nothing and are others on each page. */
const prefix = `m${Math.random().toString(36).slice(2)}`;

/** The name of a look in the document's highlight registry. */
export function highlightName(look: Mark['look']): string {
  return `${prefix}-${look}`;
}

/**
 * Cinnabar, ochre and indigo, each also with its own line style. The page decides the background, so that the
 * colours have a medium lightness, which shows on white and on black.
 */
const rules = `
::highlight(${highlightName('error')}) { text-decoration: underline solid 2px #c8402c; text-underline-offset: 3px; }
::highlight(${highlightName('warning')}) { text-decoration: underline dashed 2px #b07d1a; text-underline-offset: 3px; }
::highlight(${highlightName('hint')}) { text-decoration: underline dotted 2px #5d78b8; text-underline-offset: 3px; }
::highlight(${highlightName('active')}) { background-color: #d9a14140; }
@media print {
  ${looks.map((look) => `::highlight(${highlightName(look)})`).join(', ')} {
    background-color: transparent;
    text-decoration: none;
  }
}
`;

const adopted = new WeakMap<Document | ShadowRoot, CSSStyleSheet>();

/** Adds the style of the marks to a root by an adopted sheet, without a node. Stays until `dropStyle`. */
export function adoptStyle(root: Document | ShadowRoot): void {
  const known = adopted.get(root);
  if (known !== undefined) {
    // An editor that rewrites its document drops the sheets.
    if (!root.adoptedStyleSheets.includes(known)) root.adoptedStyleSheets.push(known);
    return;
  }
  const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  const view = document?.defaultView ?? window;
  // A constructed sheet can be adopted only by its own document.
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets.push(sheet);
  adopted.set(root, sheet);
}

/** Removes the style of the marks from a root. */
export function dropStyle(root: Document | ShadowRoot): void {
  const sheet = adopted.get(root);
  if (sheet === undefined) return;
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  adopted.delete(root);
}
