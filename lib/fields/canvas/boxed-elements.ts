import type { Tint } from './glyphs.ts';

/** Elements that a page has added or restyled since the beginning, as boxes of their colours. */
export interface BoxedElements {
  /** Those with a background, in the coordinates of a corner of the view. */
  tints(corner: { readonly left: number; readonly top: number }): Tint[];
  end(): void;
}

/** Some editors show a selection with elements over their canvas: follows these from now on. */
export function followBoxes(document: Document): BoxedElements {
  const view = document.defaultView ?? window;
  const touched = new Set<Element>();
  const note = (records: readonly MutationRecord[]) => {
    for (const { target, addedNodes } of records) {
      for (const node of [target, ...addedNodes]) if (node.nodeType === 1) touched.add(node as Element);
    }
  };
  const observer = new MutationObserver(note);
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['style', 'class', 'd', 'points', 'x', 'width', 'height'],
  });
  return {
    tints({ left, top }) {
      note(observer.takeRecords());
      const elements = [...touched].slice(0, 200).flatMap((element) => [element, ...element.children]);
      return [...new Set(elements)].flatMap((element) => {
        const colour = colourOf(element, view);
        const rect = element.getBoundingClientRect();
        if (colour === null || rect.width === 0 || rect.height === 0) return [];
        return [
          {
            left: rect.left - left,
            top: rect.top - top,
            right: rect.right - left,
            bottom: rect.bottom - top,
            colour,
          },
        ];
      });
    },
    end: () => observer.disconnect(),
  };
}

function colourOf(element: Element, view: Window): string | null {
  const { backgroundColor, fill, visibility } = view.getComputedStyle(element);
  if (visibility === 'hidden') return null;
  const colour = element.namespaceURI?.endsWith('/svg') === true ? fill : backgroundColor;
  return colour === 'none' || colour === 'transparent' || /,\s*0\)$/u.test(colour) ? null : colour;
}
