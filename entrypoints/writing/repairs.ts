import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Edit } from '../../lib/draft/types.ts';
import { undoingEdits } from '../../lib/fields/editor-edits.ts';
import type { ApplyOutcome, Field } from '../../lib/fields/types.ts';
import type { NotedEdit } from '../../lib/messaging/page-requests.ts';
import type { ChangeLog } from './change-log.ts';

/** Applies fixes in a field. */
export interface Repairs {
  apply(edits: readonly NotedEdit[], expected: string): Promise<ApplyOutcome>;
  /** Reverts the last change of several places, if the text has not changed since. */
  revert(): Promise<ApplyOutcome>;
  /** True if that is possible in this text. */
  canRevert(text: string): boolean;
}

interface Options {
  readonly field: Field;
  readonly signal: AbortSignal;
  readonly log: ChangeLog;
  /** Checks the text after a change. */
  readonly check: () => Promise<void>;
  readonly onFixed: () => void;
}

/** Creates the repairs of a field. */
export function createRepairs({ field, signal, log, check, onFixed }: Options): Repairs {
  /** The text after the last change of several places, and the edits that revert it. */
  let last: { readonly from: string; readonly edits: readonly Edit[] } | null = null;
  return {
    async apply(edits, expected) {
      const note = log.applying(expected);
      const outcome = await field.apply(edits, expected);
      const made = outcome.ok ? edits : lastMade(edits, expected, field.read());
      const wanted = applyEdits(expected, made);
      if (made.length > 0) {
        note(made);
        // Others wrote elsewhere in a shared document.
        if (field.read() !== wanted) log.follow(wanted, field.read(), field.complete);
        onFixed();
      }
      if (signal.aborted) return outcome;
      // One change is one step of the editor's own undo; of several, some editors make several.
      last =
        edits.length > 1 && made.length > 0 && field.read() === wanted
          ? { from: wanted, edits: undoingEdits(expected, made) }
          : null;
      await check();
      return outcome.ok || made.length === 0 ? outcome : { ...outcome, made: made.length };
    },
    async revert() {
      if (last === null) return { ok: false, reason: 'stale', undone: true };
      const outcome = await field.apply(last.edits, last.from);
      if (outcome.ok) last = null;
      if (!signal.aborted) await check();
      return outcome;
    },
    canRevert: (text) => last?.from === text,
  };
}

/**
 * The edits that an editor took before it refused one: edits are entered from the last to the first. Empty where the text
 * is neither as before nor as any number of whole edits leaves it.
 */
function lastMade(edits: readonly NotedEdit[], expected: string, now: string): readonly NotedEdit[] {
  if (now === expected) return [];
  for (let first = edits.length - 1; first > 0; first--) {
    const taken = edits.slice(first);
    if (applyEdits(expected, taken) === now) return taken;
  }
  return [];
}
