import type { Found } from '../../lib/checking/found.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Edit } from '../../lib/draft/types.ts';

/** A text as a page sends it: whole, or as a change of one that is known here by its `revision`. UTF-16 offsets. */
export type SentText = string | { readonly since: string; readonly change: Edit };

/** A text that was checked, with the findings that the page was told of. */
interface KnownDraft {
  readonly text: string;
  readonly found: Found;
}

/** So many drafts are kept, 0.4 MB each at most: one for each field that is being written in. */
const most = 12;
const drafts = new Map<string, KnownDraft>();

/** The text that a page means, and what it was told before; null where the worker does not know it (any more). */
export function textMeant(sent: SentText): { text: string; before: KnownDraft | null } | null {
  if (typeof sent === 'string') return { text: sent, before: null };
  const before = drafts.get(sent.since);
  return before === undefined ? null : { text: applyEdits(before.text, [sent.change]), before };
}

/** Keeps a draft in the place of the one that it was sent as a change of. Returns its revision. */
export function keepDraft(draft: KnownDraft, sent: SentText): string {
  if (typeof sent !== 'string') drafts.delete(sent.since);
  for (const oldest of drafts.keys()) {
    if (drafts.size < most) break;
    drafts.delete(oldest);
  }
  const revision = crypto.randomUUID();
  drafts.set(revision, draft);
  return revision;
}
