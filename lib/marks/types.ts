import type { Span } from '../draft/types.ts';
import type { Field } from '../fields/types.ts';

/** The place and look of a finding. Knows nothing of rules. */
export interface Mark extends Span {
  readonly look: 'error' | 'warning' | 'hint' | 'active';
}

/** Paints the marks of one field and finds the mark under a point. Never adds a node inside an editor. */
export interface Painter {
  /** Replaces all marks of the field. Spans are of the text as the field reads now. */
  paint(marks: readonly Mark[]): void;
  /** Paints the same marks again after the editor has rendered. */
  refresh(): void;
  /** The index (into the painted marks) of the mark at a point of the field's window, or -1. */
  hit(x: number, y: number): number;
  dispose(): void;
}

export type CreatePainter = (field: Field, signal: AbortSignal) => Painter;
