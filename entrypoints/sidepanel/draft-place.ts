import type { ReadonlySignal } from '@preact/signals';
import type { ReasonedEdit } from '../../lib/checking/reasons.ts';
import type { Span } from '../../lib/draft/types.ts';
import type { PageState } from '../../lib/messaging/page-requests.ts';

/** A draft as the panel shows it. */
export type OpenField = NonNullable<PageState['field']>;

/** Where a draft lies: in an editor of the active tab, or on the desk. What does not succeed throws UnansweredError. */
export interface DraftPlace {
  /** Null: there is none. Undefined: not looked yet. */
  readonly field: ReadonlySignal<OpenField | null | undefined>;
  /** Resolves when `field` shows what is so now. */
  refresh(): Promise<void>;
  /** Scrolls a span into view and puts the caret there. */
  reveal(span: Span): Promise<void>;
  /** Changes the text that the edits were made for, as one change. */
  apply(edits: readonly ReasonedEdit[], expected: string): Promise<void>;
  /** Checks again, after something was chosen. */
  recheck(): Promise<void>;
  /** Takes the last change of several places back. */
  revert(): Promise<void>;
  /** How the author takes a change back, in words. */
  undoWords(): string;
}
