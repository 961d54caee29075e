import type { Span } from '../draft/types.ts';
import type { Field } from '../fields/types.ts';

/** What is painted: a finding's place and look. Knows nothing of rules. */
export interface Mark extends Span {
  readonly look: 'error' | 'warning' | 'hint' | 'active';
}

/** Paints the marks of one field and finds the mark under a point. Never adds a node inside an editor. */
export interface Painter {
  /** Replaces all marks of the field. Spans are of the text as the field reads now. */
  paint(marks: readonly Mark[]): void;
  /** Paints the present marks again after the editor re-rendered. */
  refresh(): void;
  /** Index (into what was painted) of the mark at a point of the field's window, or -1. */
  hit(x: number, y: number): number;
  /** Takes everything away. */
  dispose(): void;
}

export type CreatePainter = (field: Field, signal: AbortSignal) => Painter;
