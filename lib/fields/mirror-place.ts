import { given } from './given.ts';
import { attachBeside, ownStyle, parentOf } from './own-host.ts';

/**
 * Returns a function that lays a mirror's host over its field, in the field's size on the screen (a page may
 * zoom or scale it).
 */
export function createPlacing(field: HTMLElement, host: HTMLElement, box: HTMLElement): () => void {
  let first = '';
  return () => {
    first = placeOver(field, host, box, first);
  };
}

/** Returns the style that it tried first; if that is `known` and still fits, it writes nothing. */
function placeOver(field: HTMLElement, host: HTMLElement, box: HTMLElement, known: string): string {
  const view = field.ownerDocument.defaultView ?? window;
  const rect = field.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = field;
  const inner = withinBorders(field, view);
  if (rect.width === 0 || rect.height === 0 || inner.width === 0 || !field.isConnected) {
    host.style.cssText = `${ownStyle}display:none!important`;
    return '';
  }
  attachBeside(host, field);
  box.style.width = `${inner.width}px`;
  box.style.height = `${inner.height}px`;
  // Screen pixels per CSS pixel of the field.
  const across = rect.width / offsetWidth;
  const down = rect.height / offsetHeight;
  const wanted = { left: rect.left + inner.left * across, top: rect.top + inner.top * down };
  const around = host.parentElement === null ? 1 : zoomOf(host.parentElement);
  // Zoom lays text out again, scale does not: lines break as in the field only if both are the same.
  const zoom = zoomOf(field);
  const fit = {
    left: (wanted.left + view.scrollX) / zoom,
    top: (wanted.top + view.scrollY) / zoom,
    x: across / zoom,
    y: down / zoom,
  };
  const styled = () => {
    const style = {
      position: 'absolute',
      'pointer-events': 'none',
      'user-select': 'none',
      contain: 'strict',
      overflow: 'hidden',
      left: `${fit.left}px`,
      top: `${fit.top}px`,
      width: `${inner.width}px`,
      height: `${inner.height}px`,
      zoom: `${zoom / around}`,
      transform: fit.x === 1 && fit.y === 1 ? 'none' : `scale(${fit.x}, ${fit.y})`,
      'transform-origin': '0 0',
      'z-index': layer(field, host, view),
      'clip-path': visiblePart(field, view, wanted, {
        across,
        down,
        width: inner.width * across,
        height: inner.height * down,
      }),
    };
    const declared = Object.entries(style).map(([name, value]) => `${name}:${value}!important`);
    return ownStyle + declared.join(';');
  };
  // If the page moves or scales its root element, the host's coordinates differ from the screen's.
  const miss = () => {
    const got = host.getBoundingClientRect();
    const off = [
      got.left - wanted.left,
      got.top - wanted.top,
      got.width - inner.width * across,
      got.height - inner.height * down,
    ];
    return off.every((by) => Math.abs(by) < 0.5) ? null : got;
  };
  const first = styled();
  if (first === known && miss() === null) return first;
  host.style.cssText = first;
  const got = miss();
  if (got === null || got.width === 0 || got.height === 0) return first;
  const unit = { x: got.width / (inner.width * fit.x), y: got.height / (inner.height * fit.y) };
  fit.left += (wanted.left - got.left) / unit.x;
  fit.top += (wanted.top - got.top) / unit.y;
  fit.x = across / unit.x;
  fit.y = down / unit.y;
  host.style.cssText = styled();
  return first;
}

/** The part of a field within its borders, in its own pixels. */
function withinBorders(field: HTMLElement, view: Window) {
  const { clientLeft: left, clientTop: top, clientWidth: width, clientHeight: height, offsetWidth } = field;
  if (field.tagName !== 'INPUT') return { left, top, width, height };
  // Firefox counts the side padding of an input as border.
  const { borderLeftWidth, borderRightWidth } = view.getComputedStyle(field);
  const [before, behind] = [Number.parseFloat(borderLeftWidth), Number.parseFloat(borderRightWidth)];
  return { left: before, top, width: offsetWidth - before - behind, height };
}

/** The CSS zoom of an element. 1 if the browser does not report it. */
export function zoomOf(element: Element): number {
  return 'currentCSSZoom' in element &&
    typeof element.currentCSSZoom === 'number' &&
    element.currentCSSZoom > 0
    ? element.currentCSSZoom
    : 1;
}

/** The z-index of the field's stacking context, so that what covers the field also covers its marks. */
function layer(field: Element, host: Element, view: Window): string {
  let found = 'auto';
  const { body } = field.ownerDocument;
  for (let at: Element | null = field; at !== null && at !== body && at !== host.parentElement; ) {
    const { zIndex } = view.getComputedStyle(at);
    if (zIndex !== 'auto') found = zIndex;
    at = parentOf(at);
  }
  return found;
}

/** A clip path, in the field's own pixels, for the part of the mirror that scrolling ancestors show. */
function visiblePart(
  field: HTMLElement,
  view: Window,
  start: { left: number; top: number },
  { across, down, width, height }: { across: number; down: number; width: number; height: number },
): string {
  const right = start.left + width;
  const bottom = start.top + height;
  const inset = { top: 0, right: 0, bottom: 0, left: 0 };
  const { body } = field.ownerDocument;
  for (let at = parentOf(field); at !== null && at !== body; at = parentOf(at)) {
    const { overflowX, overflowY } = view.getComputedStyle(at);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const outer = given(at, 'getBoundingClientRect').call(at);
    if (overflowX !== 'visible') {
      inset.left = Math.max(inset.left, outer.left - start.left);
      inset.right = Math.max(inset.right, right - outer.right);
    }
    if (overflowY !== 'visible') {
      inset.top = Math.max(inset.top, outer.top - start.top);
      inset.bottom = Math.max(inset.bottom, bottom - outer.bottom);
    }
  }
  const { top, left } = inset;
  if (top === 0 && left === 0 && inset.right === 0 && inset.bottom === 0) return 'none';
  return `inset(${top / down}px ${inset.right / across}px ${inset.bottom / down}px ${left / across}px)`;
}
