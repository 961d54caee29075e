import { render, type VNode } from 'preact';
import { attachBeside, ownHost } from '../../lib/fields/own-host.ts';
import css from './card.css?inline';
import { type Anchor, layoutOf, widthIn } from './card-layout.ts';
import { topView } from './top-window.ts';

/** Where a card is drawn: a closed shadow tree beside the page's body, never inside an editor. */
export interface CardShell {
  readonly root: ShadowRoot;
  /** The element that the page sees. */
  readonly host: Element;
  /** True while the focus is in the card. */
  readonly focused: boolean;
  draw(content: VNode, anchor: Anchor): void;
  place(anchor: Anchor): void;
  /** Moves the focus to the button that opened a page if it is named, else to the first input or enabled button. */
  takeFocus(opener?: string): void;
  remove(): void;
}

/** Inputs of the card itself. */
const writable = 'textarea, input[type="text"]';
const seenByEditors = [
  'pointerdown',
  'mousedown',
  'mouseup',
  'click',
  'keydown',
  'keyup',
  'keypress',
  'focusin',
] as const;
const inFront = { position: 'fixed', left: '0', top: '0', 'z-index': '2147483647' };

/** Opens an empty shell for a field, in the outermost window that its own may reach. */
export function openShell(field: Element, on: { escape(): void; enter(): void; leave(): void }): CardShell {
  const { view, frame } = topView(field.ownerDocument.defaultView ?? window);
  const { document } = view;
  const host = ownHost(document);
  // Out of the page's layout, and in front of everything else that has a z-index.
  for (const [name, value] of Object.entries(inFront)) host.style.setProperty(name, value, 'important');
  const root = attach(host, document);
  const body = document.createElement('div');
  const tip = document.createElement('div');
  tip.className = 'tip';
  body.addEventListener('pointerenter', on.enter);
  body.addEventListener('pointerleave', on.leave);
  keepEventsInside(host, root, on.escape);
  root.append(body, tip);
  attachBeside(host, frame ?? field);

  const place = (anchor: Anchor) => {
    const card = body.firstElementChild;
    if (card !== null && 'style' in card) placeCard(host, card as HTMLElement, tip, anchor);
  };
  return {
    root,
    host,
    get focused() {
      return root.activeElement !== null;
    },
    draw(content, anchor) {
      render(content, body);
      place(anchor);
    },
    place,
    takeFocus(opener = '') {
      const first =
        root.querySelector<HTMLElement>(`[data-opens="${opener}"]`) ??
        root.querySelector<HTMLElement>(writable) ??
        root.querySelector<HTMLElement>('.button:not(:disabled)') ??
        root.querySelector('button');
      first?.focus({ preventScroll: true });
    },
    remove() {
      render(null, body);
      host.remove();
    },
  };
}

/** Keeps the page from seeing what happens in the card, and the focus in the editor when the card is pressed. */
function keepEventsInside(host: HTMLElement, root: ShadowRoot, onEscape: () => void): void {
  root.addEventListener('mousedown', (event) => {
    const { target } = event;
    const writes = target !== null && 'matches' in target && (target as Element).matches(writable);
    if (!writes) event.preventDefault();
  });
  root.addEventListener('keydown', (event) => {
    if (event.isTrusted && 'key' in event && event.key === 'Escape') onEscape();
  });
  // Editors close or blur on such events.
  for (const type of seenByEditors) host.addEventListener(type, (event) => event.stopPropagation());
}

function placeCard(host: HTMLElement, card: HTMLElement, tip: HTMLElement, anchor: Anchor): void {
  const { body, defaultView, documentElement } = host.ownerDocument;
  // `innerWidth` would include a scroll bar.
  const width = documentElement.clientWidth || body.clientWidth;
  const height = defaultView?.innerHeight ?? documentElement.clientHeight;
  card.style.maxWidth = `${widthIn(width)}px`;
  const layout = layoutOf(anchor, card.getBoundingClientRect(), { width, height });
  // A dialog with a transform is the origin of the fixed elements in it.
  const origin = host.getBoundingClientRect();
  const put = ({ style }: HTMLElement, { left, top }: { left: number; top: number }) => {
    style.left = `${left - origin.left}px`;
    style.top = `${top - origin.top}px`;
  };
  put(card, layout);
  put(tip, layout.tip);
  tip.className = layout.above ? 'tip above' : 'tip';
  tip.hidden = layout.tip.hidden;
}

/** Opens a closed tree on a host, with the style of the card and the notice. */
export function attach(host: HTMLElement, document: Document): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  const view = document.defaultView ?? window;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  return root;
}
