import { parseDraft } from '../../lib/draft/draft.ts';
import { planStyle } from '../../lib/draft/numbering-style.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { outlineTree } from '../../lib/draft/outline-tree.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import type { Request } from '../../lib/messaging/messages.ts';
import type { NumberingReplies } from '../../lib/messaging/numbering-messages.ts';
import { readSettings, setNumberingStyle } from '../../lib/storage/settings.ts';

type NumberingRequest = Extract<Request, { type: keyof NumberingReplies }>;

/** Answers what a surface asks of a draft's numbering. */
export async function answerNumbering(
  request: NumberingRequest,
): Promise<NumberingReplies[keyof NumberingReplies]> {
  if (request.type === 'set-numbering-style') {
    await setNumberingStyle(request.style);
    return { ok: true };
  }
  const outline = parseOutline(parseDraft(request.text, request.complete, request.numbered));
  if (request.type === 'plan-style') return { changes: planStyle(outline, request.style) };
  const { numberingStyle } = await readSettings();
  if (request.type === 'outline') return { nodes: outlineTree(outline), style: numberingStyle };
  const target = request.at === undefined ? undefined : { at: request.at };
  return { changes: planRepair(outline, target, numberingStyle) };
}
