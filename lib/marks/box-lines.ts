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

/** The looks of `style.ts`, as lines under boxes; in forced colours the levels differ by the line alone. */
const boxLooks = `
i { position: absolute; box-sizing: border-box; border: 0 solid; pointer-events: none }
.error { border-bottom: 2px solid #c8402c }
.warning { border-bottom: 2px dashed #b07d1a }
.hint { border-bottom: 2px dotted #5d78b8 }
.active { background: #d9a14140 }
@media (forced-colors: active) {
  i { forced-color-adjust: none; border-color: CanvasText !important }
  .error { border-bottom-width: 3px }
  .active { background: none; outline: 2px solid Highlight }
}
@media print { :host { display: none !important } }
`;

/** A layer in a closed tree beside the page’s body, with the looks in a sheet of its own. */
export function createBoxLayer(document: Document): { host: HTMLElement; layer: HTMLElement } {
  const host = ownHost(document);
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new (document.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(boxLooks);
  root.adoptedStyleSheets.push(sheet);
  const layer = document.createElement('div');
  root.append(layer);
  return { host, layer };
}

/** The lines that a layer shows, as written. */
const shown = new WeakMap<HTMLElement, string>();

/**
 * Draws lines in a layer in place of those before. The host stands at its place already. Writes nothing where the same
 * lines are there, since a page may draw anew at each frame.
 */
export function drawLines(host: HTMLElement, layer: HTMLElement, lines: readonly BoxLine[]): void {
  const corner = host.getBoundingClientRect();
  // Screen pixels per CSS pixel of the layer.
  const scale = host.offsetWidth === 0 ? 1 : corner.width / host.offsetWidth;
  const placed = lines.map(({ rect, look, below }) => ({
    look,
    style: [
      ['left', (rect.left - corner.left) / scale],
      ['top', (rect.top - corner.top) / scale],
      ['width', rect.width / scale],
      ['height', rect.height / scale + below],
    ] as const,
  }));
  const written = placed
    .map(({ look, style }) => `${look} ${style.map(([, value]) => value.toFixed(2)).join(' ')}`)
    .join(';');
  if (shown.get(layer) === written) return;
  shown.set(layer, written);
  const elements = placed.map(({ look, style }) => {
    const line = layer.ownerDocument.createElement('i');
    line.className = look;
    for (const [side, value] of style) line.style[side] = `${value}px`;
    return line;
  });
  layer.replaceChildren(...elements);
}
