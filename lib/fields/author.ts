/** Whether the author went on while something was on its way into a field. */
export interface Author {
  readonly wentOn: boolean;
  /** Ends the watching. */
  leave(): void;
}

/** Watches a field for the author's own keys and presses; what scripts send does not count. */
export function watchAuthor(element: HTMLElement): Author {
  let wentOn = false;
  const life = new AbortController();
  for (const type of ['keydown', 'pointerdown', 'compositionstart']) {
    element.addEventListener(
      type,
      ({ isTrusted }) => {
        wentOn ||= isTrusted;
      },
      { signal: life.signal, capture: true },
    );
  }
  return {
    get wentOn() {
      return wentOn;
    },
    leave: () => life.abort(),
  };
}
