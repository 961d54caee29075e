import type { Edit } from '../../lib/draft/types.ts';
import { inverse } from '../../lib/fields/edits.ts';
import type { ApplyOutcome, Field } from '../../lib/fields/types.ts';

/** Changes that the author has made in a field by the extension. */
export interface Repairs {
  apply(edits: readonly Edit[], expected: string): Promise<ApplyOutcome>;
  /** Takes the last change of several places back, where the text is as it left it. */
  revert(): Promise<ApplyOutcome>;
  /** True while that can be done: for the text as it is now. */
  canRevert(text: string): boolean;
}

interface Options {
  readonly field: Field;
  readonly signal: AbortSignal;
  /** Checks the text after a change. */
  readonly check: () => Promise<void>;
  readonly onFixed: () => void;
}

/** Creates the changes of a field. */
export function createRepairs({ field, signal, check, onFixed }: Options): Repairs {
  /** The edits that take the last change of several places back, and the text that it left. */
  let last: { readonly from: string; readonly edits: readonly Edit[] } | null = null;
  return {
    async apply(edits, expected) {
      const outcome = await field.apply(edits, expected);
      if (outcome.ok) onFixed();
      if (signal.aborted) return outcome;
      // One change is one step of the editor's own undo; of several, some editors make several.
      last = outcome.ok && edits.length > 1 ? { from: field.read(), edits: inverse(expected, edits) } : null;
      await check();
      return outcome;
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
