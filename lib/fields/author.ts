/** Whether the author typed or clicked while an edit was being applied. */
export interface Author {
  readonly wentOn: boolean;
  stop(): void;
}

/** Watches a field for trusted key and pointer events; scripted ones do not count. */
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
    stop: () => life.abort(),
  };
}
