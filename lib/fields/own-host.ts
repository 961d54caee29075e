/**
 * A plain element to hang a closed tree of ours on. An element with a name of our own could be defined by the page, which
 * would then reach the closed tree through the element's internals. No style of the page reaches it, either.
 */
export function ownHost(document: Document): HTMLElement {
  const host = document.createElement('div');
  host.style.cssText = ownStyle;
  return host;
}

/** Begins the style of every such host: `div { … }` in a page's style must not move or hide it. */
export const ownStyle = 'all:initial!important;color-scheme:light dark!important;';

/**
 * Puts a host where it is seen beside an element: into the modal dialog or full-screen part around it, which cover or
 * lock everything else, else beside the page's body. Where the element itself fills the screen, the host is raised above
 * it: nothing of ours stands within an editor.
 */
export function standBeside(host: HTMLElement, element: Element): void {
  let around = parentOf(element);
  while (around !== null && !around.matches('dialog:modal, :fullscreen')) around = parentOf(around);
  const raised = around === null && element.matches(':fullscreen');
  const place = raised || around === null ? element.ownerDocument.documentElement : around;
  if (host.parentElement !== place) place.append(host);
  if (raised === host.matches(':popover-open')) return;
  if (raised) {
    host.popover = 'manual';
    host.showPopover();
  } else host.removeAttribute('popover');
}

/** The element around an element, out of a shadow tree too. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root && root.host !== null && typeof root.host === 'object'
    ? (root.host as Element)
    : null;
}
