import * as v from 'valibot';
import { numberingStyle } from '../../../lib/checking/style-choice.ts';
import { planStyle } from '../../../lib/draft/ordinal-style.ts';
import { type OutlineNode, outlineTree } from '../../../lib/draft/outline-tree.ts';
import { planRepair } from '../../../lib/draft/repair.ts';
import { seenOutline } from '../../../lib/draft/seen-outline.ts';
import type { NumberedItem } from '../../../lib/draft/types.ts';
import { draft, offset } from '../../../lib/messaging/fields.ts';
import type { OutlineReply, RepairReply } from '../../../lib/messaging/numbering-messages.ts';
import { readSettings } from '../../../lib/storage/settings.ts';
import { defineRequest, reply } from './row.ts';

/** What surfaces ask of a draft's numbering. Nothing is remembered by it. */
export const numberingRequests = {
  /** The changes that put the numbering right; with `at`, that of the list there alone. */
  'plan-repair': defineRequest({
    from: 'page',
    fields: { ...draft, at: v.optional(offset) },
    reply: reply<RepairReply>(),
    async handle({ at, ...request }) {
      const style = (await readSettings()).numberingStyle;
      const { outline, editInWhole, fromWhole } = outlineOf(request);
      const place = at === undefined ? undefined : { at: fromWhole(at) };
      return { changes: planRepair(outline, place, style).map(editInWhole) };
    },
  }),
  /** The changes that write all ordinals in one form. */
  'plan-style': defineRequest({
    from: 'own',
    fields: { ...draft, style: numberingStyle },
    reply: reply<RepairReply>(),
    async handle({ style, ...request }) {
      const { outline, editInWhole } = outlineOf(request);
      return { changes: planStyle(outline, style).map(editInWhole) };
    },
  }),
  outline: defineRequest({
    from: 'own',
    fields: draft,
    reply: reply<OutlineReply>(),
    async handle(request) {
      const { outline, toWhole } = outlineOf(request);
      const inWhole = (node: OutlineNode): OutlineNode => ({
        ...toWhole(node),
        children: node.children.map(inWhole),
      });
      return { nodes: outlineTree(outline).map(inWhole), style: (await readSettings()).numberingStyle };
    },
  }),
};

interface NumberedDraft {
  readonly text: string;
  readonly complete: boolean;
  readonly numbered?: readonly NumberedItem[] | undefined;
}

function outlineOf({ text, complete, numbered }: NumberedDraft) {
  return seenOutline(text, complete, numbered);
}
