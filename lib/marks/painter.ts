import { createHighlightPainter } from './highlight.ts';
import { createOverlayPainter } from './overlay.ts';
import type { CreatePainter } from './types.ts';

/** Makes the painter for a kind of field. */
export const createPainter: CreatePainter = (field, signal) =>
  field.kind === 'textarea' ? createOverlayPainter(field, signal) : createHighlightPainter(field, signal);
