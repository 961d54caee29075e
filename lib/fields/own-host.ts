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
