import { createHighlightPainter } from './highlight.ts';
import { createOverlayPainter } from './overlay.ts';
import type { CreatePainter } from './types.ts';

/** The painter that suits a field. */
export const createPainter: CreatePainter = (field, signal) =>
  field.kind === 'textarea' ? createOverlayPainter(field, signal) : createHighlightPainter(field, signal);
