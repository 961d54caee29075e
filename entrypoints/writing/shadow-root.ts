/** The part of the extension API that opens closed shadow trees, in Chromium and Firefox. */
interface Opens {
  readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null | undefined };
}

/**
 * Returns a function that finds an element's shadow tree, closed or not, which only extensions may. Takes a getter of
 * the API, called each time.
 */
export function shadowRootBy(extension: () => Opens): (element: Element) => ShadowRoot | null {
  return (element) => {
    if (!element.tagName.includes('-')) return null;
    return extension().dom?.openOrClosedShadowRoot(element as HTMLElement) ?? null;
  };
}
