/** What of the browser's interface for extensions opens a closed shadow tree; Chromium and Firefox have it. */
interface Opens {
  readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null | undefined };
}

/** What finds the shadow tree of an element, closed or not: a right of extensions, whose interface is asked for then. */
export function shadowRootBy(extension: () => Opens): (element: Element) => ShadowRoot | null {
  return (element) => {
    if (!element.tagName.includes('-')) return null;
    return extension().dom?.openOrClosedShadowRoot(element as HTMLElement) ?? null;
  };
}
