import type { NumberingStyle } from '../draft/ordinal-style.ts';
import type { OutlineNode } from '../draft/outline-tree.ts';
import type { Edit } from '../draft/types.ts';

/** One change of a numbering repair: what stands there and what it becomes, with the line it is in. */
export interface RepairChange extends Edit {
  readonly old: string;
  /** The beginning of the heading, for the preview. */
  readonly line: string;
  /** Set where it is no ordinal of the list itself: the count that announces it, or words that refer to an item. */
  readonly about?: 'count' | 'reference';
}
export interface RepairReply {
  readonly changes: readonly RepairChange[];
}

/** The headings as a tree, and the form the author chose. */
export interface OutlineReply {
  readonly nodes: readonly OutlineNode[];
  readonly style: NumberingStyle;
}
