import * as v from 'valibot';
import { numberingStyle, styleChoice } from '../checking/style-choice.ts';
import type { NumberingStyle } from '../draft/numbering-style.ts';
import type { OutlineNode } from '../draft/outline-tree.ts';
import type { Edit } from '../draft/types.ts';

/** What surfaces ask of a draft's numbering. Part of the one protocol in messages.ts. */

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Items that the editor numbers itself; absent: none. */
export const numbered = v.optional(
  v.pipe(
    v.array(v.object({ start: offset, end: offset, depth: offset, value: v.pipe(v.number(), v.integer()) })),
    v.maxLength(5_000),
  ),
);

const draft = {
  text: v.pipe(v.string(), v.maxLength(1_100_000)),
  complete: v.boolean(),
  draftKey: v.pipe(v.string(), v.maxLength(2_000)),
  numbered,
};

export const numberingRequests = [
  v.object({ type: v.literal('plan-repair'), ...draft, at: v.optional(offset) }),
  /** The changes that write all ordinals in a form. Nothing is remembered by it. */
  v.object({ type: v.literal('plan-style'), ...draft, style: numberingStyle }),
  /** The author's choice for all drafts. */
  v.object({ type: v.literal('set-numbering-style'), style: styleChoice }),
  v.object({ type: v.literal('outline'), ...draft }),
] as const;

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

export interface NumberingReplies {
  'plan-repair': RepairReply;
  'plan-style': RepairReply;
  'set-numbering-style': { readonly ok: true };
  /** The headings as a tree, and the form the author chose. */
  outline: { readonly nodes: readonly OutlineNode[]; readonly style: NumberingStyle };
}
