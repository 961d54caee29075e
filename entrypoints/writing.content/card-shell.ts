import { render, type VNode } from 'preact';
import { say } from '../../components/say.ts';
import { ownHost, standBeside } from '../../lib/fields/own-host.ts';
import css from './card.css?inline';
import { topView } from './top-window.ts';

/** A rectangle in the coordinates of the outermost window in reach. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a card is drawn: a closed shadow tree beside the page's body, never inside an editor. */
export interface CardShell {
  readonly root: ShadowRoot;
  /** The element the page sees of it. */
  readonly host: Element;
  /** True while the focus is in the card. */
  readonly focused: boolean;
  draw(content: VNode, anchor: Anchor): void;
  place(anchor: Anchor): void;
  /** Moves the focus to the button that opened a page, where one is named, or to the first that acts. */
  takeFocus(opener?: string): void;
  remove(): void;
}

/** Free space kept between mark, card and the edge of the view, in CSS pixels. */
const gap = 8;
const tip = 11;
const widest = 320;
/** Where the author writes in the card itself. */
const writable = 'textarea, input[type="text"]';
const inFront = { position: 'fixed', left: '0', top: '0', 'z-index': '2147483647' };
/** The notice that a page shows, kept where the scripts of all its frames find it and the page itself does not. */
const said = Symbol.for('gaozhun-notice');

/** Opens an empty shell for a field, in the outermost window that its own may reach. */
export function openShell(field: Element, on: { escape(): void; enter(): void; leave(): void }): CardShell {
  const { view, frame } = topView(field.ownerDocument.defaultView ?? window);
  const { document } = view;
  const host = ownHost(document);
  // Out of the page's layout wherever it stands, and in front of what else stands there.
  for (const [name, value] of Object.entries(inFront)) host.style.setProperty(name, value, 'important');
  const root = attach(host, document);
  const body = document.createElement('div');
  const arrow = document.createElement('div');
  arrow.className = 'tip';
  body.addEventListener('pointerenter', on.enter);
  body.addEventListener('pointerleave', on.leave);
  // A press on the card must not take the focus from the editor in which somebody writes.
  root.addEventListener('mousedown', (event) => {
    const { target } = event;
    const writes = target !== null && 'matches' in target && (target as Element).matches(writable);
    if (!writes) event.preventDefault();
  });
  root.addEventListener('keydown', (event) => {
    if (event.isTrusted && 'key' in event && event.key === 'Escape') on.escape();
  });
  // What happens in the card is none of the page's business: editors close or blur on such events.
  for (const type of [
    'pointerdown',
    'mousedown',
    'mouseup',
    'click',
    'keydown',
    'keyup',
    'keypress',
    'focusin',
  ]) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
  root.append(body, arrow);
  standBeside(host, frame ?? field);

  const place = (anchor: Anchor) => {
    const card = body.firstElementChild;
    const { documentElement } = document;
    if (card === null || !('style' in card)) return;
    const { style } = card as HTMLElement;
    const width = documentElement.clientWidth || document.body.clientWidth;
    const height = document.defaultView?.innerHeight ?? documentElement.clientHeight;
    // The view's own width says less than this where a scroll bar takes part of it.
    style.maxWidth = `${Math.min(widest, width - 2 * gap)}px`;
    const size = card.getBoundingClientRect();
    const below = anchor.bottom + gap + tip / 2;
    const above = anchor.top - gap - tip / 2 - size.height;
    // Below the mark where there is room, above it at the lower edge, else where more of it is seen.
    const flipped = below + size.height > height - gap && above >= gap;
    const top = flipped ? above : Math.max(gap, Math.min(below, height - gap - size.height));
    const middle = (anchor.left + anchor.right) / 2;
    const left = Math.max(gap, Math.min(middle - 28, width - gap - size.width));
    // A dialog that is moved by a transform has its own corner for all that is fixed in it.
    const corner = host.getBoundingClientRect();
    const put = (at: CSSStyleDeclaration, x: number, y: number) => {
      at.left = `${x - corner.left}px`;
      at.top = `${y - corner.top}px`;
    };
    put(style, left, top);
    arrow.className = flipped ? 'tip above' : 'tip';
    put(
      arrow.style,
      Math.max(left + gap, Math.min(middle - tip / 2, left + size.width - gap - tip)),
      flipped ? top + size.height - tip / 2 - 1 : top - tip / 2,
    );
    arrow.hidden = !flipped && top < below - 1;
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

/** A small quiet line at the corner of the page, with a close button. One on a page, whichever frame says it. */
export function showNotice(view: Window, words: string): void {
  const outer: Window & { [said]?: Element } = topView(view).view;
  const { document } = outer;
  if (outer[said]?.isConnected === true) return;
  const host = ownHost(document);
  outer[said] = host;
  const root = attach(host, document);
  const line = document.createElement('div');
  line.className = 'notice';
  line.setAttribute('role', 'status');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'close';
  close.setAttribute('aria-label', say('关闭', 'Close'));
  close.textContent = '×';
  let before: EventTarget | null = null;
  close.addEventListener('focus', ({ relatedTarget }) => {
    before = relatedTarget;
  });
  close.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    const focused = root.activeElement !== null;
    host.remove();
    // Who came here by keys goes on where they came from.
    if (focused && before !== null && 'focus' in before) (before as HTMLElement).focus();
  });
  line.append(words, close);
  root.append(line);
  root.addEventListener('mousedown', (event) => event.preventDefault());
  document.documentElement.append(host);
}

function attach(host: HTMLElement, document: Document): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  const view = document.defaultView ?? window;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  return root;
}
