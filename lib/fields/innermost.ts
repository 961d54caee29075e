/**
 * Follows a target's focus into shadow trees, also closed ones if `shadowRootOf` can open them. Returns the
 * element.
 */
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
