import { createCanvasPainter } from './canvas-painter.ts';
import type { CreatePainter } from './types.ts';

/** Paints the marks of a rich field on its own text, without touching a node or attribute of the editor. */
export const createHighlightPainter: CreatePainter = (field, signal) => {
  const root = field.element.getRootNode();
  const inShadow = 'host' in root && 'adoptedStyleSheets' in root;
  return createCanvasPainter(
    {
      element: field.element,
      root: inShadow ? (root as ShadowRoot) : field.element.ownerDocument,
      reading: () => field.reading,
      range: (mark, known) => field.toRange(mark, known),
    },
    signal,
  );
};
