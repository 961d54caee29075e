import type { NumberingStyle } from '../../lib/draft/ordinal-style.ts';
import type { OutlineReply, RepairChange } from '../../lib/messaging/numbering-messages.ts';
import { ask } from '../surface/messaging.ts';
import type { OpenField } from './draft-place.ts';

/** The changes of a numbering repair, and the text they were planned on. */
export interface Plan {
  readonly changes: readonly RepairChange[];
  readonly text: string;
  readonly draftKey: string;
  /** The form to set; if absent, the plan repairs the numbering. */
  readonly style?: NumberingStyle;
}

/** The headings of a draft, with the text they were read from. */
export type ReadOutline = OutlineReply & { readonly text: string; readonly draftKey: string };

function textOf({ text, complete, draftKey, numbered }: OpenField) {
  return { text, complete, draftKey, numbered: [...numbered] };
}

/** Plans a repair, or one form where a style is given. Throws UnansweredError when the background does not answer. */
export async function planFor(field: OpenField, style?: NumberingStyle): Promise<Plan> {
  const { text, draftKey } = field;
  if (style === undefined) {
    const { changes } = await ask({ type: 'plan-repair', ...textOf(field) });
    return { changes, text, draftKey };
  }
  const { changes } = await ask({ type: 'plan-style', ...textOf(field), style });
  return { changes, text, draftKey, style };
}

/** Reads the headings of a draft. Throws UnansweredError when the background does not answer. */
export async function outlineOf(field: OpenField): Promise<ReadOutline> {
  const { text, draftKey } = field;
  return { ...(await ask({ type: 'outline', ...textOf(field) })), text, draftKey };
}
