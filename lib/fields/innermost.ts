/** The element an event or the focus is really at: into shadow trees, closed ones too where `shadowRootOf` reaches them. */
export function innermost(
  target: EventTarget | null | undefined,
  shadowRootOf: ((element: Element) => ShadowRoot | null) | undefined,
): Element | null {
  if (target === null || target === undefined || !('tagName' in target)) return null;
  let element = target as Element;
  for (;;) {
    const shadow: ShadowRoot | null = element.shadowRoot ?? shadowRootOf?.(element) ?? null;
    const inner: Element | null = shadow?.activeElement ?? null;
    if (inner === null) return element;
    element = inner;
  }
}
