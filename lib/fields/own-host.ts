import { given } from './given.ts';
/**
 * A plain element that hosts a closed shadow tree. The page could define a custom element name and reach the
 * closed tree through ElementInternals. The page's styles do not apply to it.
 */
export function ownHost(document: Document): HTMLElement {
  const host = document.createElement('div');
  host.style.cssText = ownStyle;
  return host;
}

/** Resets the style of every host, so that a page's `div { … }` cannot move or hide it. */
export const ownStyle = 'all:initial!important;color-scheme:light dark!important;';

/**
 * Puts a host where it is visible beside an element: into the modal dialog or fullscreen element around it,
 * which cover or lock everything else, otherwise beside the page's body. If the element itself is fullscreen,
 * the host becomes a popover above it, as nothing may be inserted into an editor.
 */
export function attachBeside(host: HTMLElement, element: Element): void {
  let around = parentOf(element);
  while (around !== null && !given(around, 'matches').call(around, 'dialog:modal, :fullscreen'))
    around = parentOf(around);
  const raised = around === null && element.matches(':fullscreen');
  const place = raised || around === null ? element.ownerDocument.documentElement : around;
  if (host.parentElement !== place) place.append(host);
  if (raised === host.matches(':popover-open')) return;
  if (raised) {
    host.popover = 'manual';
    host.showPopover();
  } else host.removeAttribute('popover');
}

/** The parent of an element, or the shadow host of its tree. */
export function parentOf(element: Element): Element | null {
  const parent = given(element, 'parentElement');
  if (parent !== null) return parent;
  const root = given(element, 'getRootNode').call(element);
  return 'host' in root && root.host !== null && typeof root.host === 'object'
    ? (root.host as Element)
    : null;
}
