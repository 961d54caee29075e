import { ownHost } from '../fields/own-host.ts';
import type { Mark } from './types.ts';

/** A line under words, or a box around them. */
export interface BoxLine {
  /** The place of the words in the view. */
  readonly rect: DOMRect;
  readonly look: Mark['look'];
  /** Space between the words and the line, in CSS pixels of the layer. */
  readonly below: number;
}

/** A layer in a closed tree beside the page's body, with a sheet of its own. */
export function createBoxLayer(document: Document, css: string): { host: HTMLElement; layer: HTMLElement } {
  const host = ownHost(document);
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new (document.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
  const layer = document.createElement('div');
  root.append(layer);
  return { host, layer };
}

/** Draws lines in a layer in place of those before. The host stands at its place already. */
export function drawLines(host: HTMLElement, layer: HTMLElement, lines: readonly BoxLine[]): void {
  const corner = host.getBoundingClientRect();
  // Screen pixels per CSS pixel of the layer.
  const scale = host.offsetWidth === 0 ? 1 : corner.width / host.offsetWidth;
  const elements = lines.map(({ rect, look, below }) => {
    const line = layer.ownerDocument.createElement('i');
    line.className = look;
    const { style } = line;
    style.left = `${(rect.left - corner.left) / scale}px`;
    style.top = `${(rect.top - corner.top) / scale}px`;
    style.width = `${rect.width / scale}px`;
    style.height = `${rect.height / scale + below}px`;
    return line;
  });
  layer.replaceChildren(...elements);
}
