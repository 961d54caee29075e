import { render, type VNode } from 'preact';
import { zoomOf } from '../../lib/fields/mirror-place.ts';
import { attachBeside, ownHost } from '../../lib/fields/own-host.ts';
import css from './card.css?inline';
import { type Anchor, layoutOf, widthIn } from './card-layout.ts';
import { guardPresses } from './guard.ts';
import { topView } from './top-window.ts';

/** The container of a card: a closed shadow tree beside the page's body, never inside an editor. */
export interface CardShell {
  readonly root: ShadowRoot;
  /** The element visible to the page. */
  readonly host: Element;
  /** True while the card has the focus. */
  readonly focused: boolean;
  draw(content: VNode, anchor: Anchor): void;
  place(anchor: Anchor): void;
  /** Focuses the button that opened a page if given, else the first input or enabled button. */
  takeFocus(opener?: string): void;
  remove(): void;
}

/** Inputs of the card. */
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

/** Opens an empty shell for a field, in the outermost accessible window. */
export function openShell(
  field: Element,
  handlers: { byKeys: boolean; escape(): void; enter(): void; leave(): void; refused(): void },
): CardShell {
  const { view, frame } = topView(field.ownerDocument.defaultView ?? window);
  const { document } = view;
  const host = ownHost(document);
  // Out of the page's layout, and above any z-index.
  for (const [name, value] of Object.entries(inFront)) host.style.setProperty(name, value, 'important');
  const root = attach(host, document);
  const body = document.createElement('div');
  const tip = document.createElement('div');
  tip.className = 'tip';
  body.addEventListener('pointerenter', handlers.enter);
  body.addEventListener('pointerleave', handlers.leave);
  keepEventsInside(host, root, handlers.escape);
  root.append(body, tip);
  attachBeside(host, frame ?? field);

  let last: Anchor | null = null;
  const place = (anchor: Anchor) => {
    last = anchor;
    const card = body.firstElementChild;
    if (card !== null && 'style' in card) placeCard(host, card as HTMLElement, tip, anchor);
    guard.placed();
  };
  const guard = guardPresses(host, root, {
    replace: () => last && place(last),
    onRefused: handlers.refused,
  });
  if (handlers.byKeys) guard.entered();
  // A card that unfolds above its mark would cover it.
  const sizes = new ResizeObserver(() => {
    if (last !== null) place(last);
  });
  return {
    root,
    host,
    get focused() {
      return root.activeElement !== null;
    },
    draw(content, anchor) {
      render(content, body);
      place(anchor);
      if (body.firstElementChild !== null) sizes.observe(body.firstElementChild);
    },
    place,
    takeFocus(opener = '') {
      guard.entered();
      const first =
        root.querySelector<HTMLElement>(`[data-opens="${opener}"]`) ??
        root.querySelector<HTMLElement>(writable) ??
        root.querySelector<HTMLElement>('.button:not(:disabled)') ??
        root.querySelector('button');
      first?.focus({ preventScroll: true });
    },
    remove() {
      sizes.disconnect();
      guard.end();
      render(null, body);
      host.remove();
    },
  };
}

/** Hides the events of our tree from the page, and keeps the focus in the editor when a button is pressed. */
export function keepEventsInside(host: HTMLElement, root: ShadowRoot, onEscape: () => void): void {
  root.addEventListener('mousedown', (event) => {
    const { target } = event;
    const writes = target !== null && 'matches' in target && (target as Element).matches(writable);
    if (!writes) event.preventDefault();
  });
  root.addEventListener('keydown', (event) => {
    if (event.isTrusted && 'key' in event && event.key === 'Escape') onEscape();
  });
  // Editors close or blur at such events.
  for (const type of seenByEditors) host.addEventListener(type, (event) => event.stopPropagation());
}

function placeCard(host: HTMLElement, card: HTMLElement, tip: HTMLElement, anchor: Anchor): void {
  const { body, defaultView, documentElement } = host.ownerDocument;
  // The zoom of the page would move the card from its mark, and make it too large for the view.
  const zoom = host.parentElement === null ? 1 : zoomOf(host.parentElement);
  host.style.setProperty('zoom', `${1 / zoom}`, 'important');
  // `innerWidth` would include a scroll bar.
  const width = (documentElement.clientWidth || body.clientWidth) * zoomOf(documentElement);
  const height = defaultView?.innerHeight ?? documentElement.clientHeight;
  card.style.maxWidth = `${widthIn(width)}px`;
  const layout = layoutOf(anchor, card.getBoundingClientRect(), { width, height });
  // A transformed dialog is the containing block of its fixed elements.
  const origin = host.getBoundingClientRect();
  const moveTo = ({ style }: HTMLElement, { left, top }: { left: number; top: number }) => {
    style.left = `${left - origin.left}px`;
    style.top = `${top - origin.top}px`;
  };
  moveTo(card, layout);
  moveTo(tip, layout.tip);
  tip.className = layout.above ? 'tip above' : 'tip';
  tip.hidden = layout.tip.hidden;
}

/** Attaches a closed shadow tree to a host, with the style of the card and the notice. */
export function attach(host: HTMLElement, document: Document): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  const view = document.defaultView ?? window;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  return root;
}
