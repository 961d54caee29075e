import type { ReadonlySignal } from '@preact/signals';
import type { ReasonedEdit } from '../../lib/checking/reasons.ts';
import type { Span } from '../../lib/draft/types.ts';
import type { PageState } from '../../lib/messaging/page-requests.ts';

export type OpenField = NonNullable<PageState['field']>;

/** Where a draft lies: in an editor of the active tab, or on the desk. What does not succeed throws UnansweredError. */
export interface DraftPlace {
  /** Null if there is none; undefined until the first look. */
  readonly field: ReadonlySignal<OpenField | null | undefined>;
  /** Resolves when `field` is up to date. */
  refresh(): Promise<void>;
  /** Scrolls a span into view and puts the caret there. */
  reveal(span: Span): Promise<void>;
  /** Applies edits as one undo step; `expected` is the text they were made for. */
  apply(edits: readonly ReasonedEdit[], expected: string): Promise<void>;
  recheck(): Promise<void>;
  /** Undoes the last edit of several places. */
  revert(): Promise<void>;
  /** The words that tell the author how to undo a change. */
  undoWords(): string;
}
