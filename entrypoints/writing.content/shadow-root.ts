import { browser } from 'wxt/browser';

/** The shadow tree of an element, closed or not: a right of extensions. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!element.tagName.includes('-')) return null;
  return browser.dom?.openOrClosedShadowRoot(element as HTMLElement) ?? null;
}
