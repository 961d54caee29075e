import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Edit } from '../../lib/draft/types.ts';
import { undoingEdits } from '../../lib/fields/editor-edits.ts';
import { slide } from '../../lib/fields/slide.ts';
import type { MadeChange, NotedEdit } from '../../lib/messaging/page-requests.ts';
import { changeBetween } from './found-in-text.ts';
import { shifted } from './shift.ts';

/** How many texts are kept, so that undo and redo find their changes again. */
const mostKnown = 20;

interface Known {
  readonly text: string;
  readonly made: readonly MadeChange[];
}

/** What fixes have changed in a text, carried over to each new text as findings are. Pure: no DOM access. */
export class ChangeLog {
  private entries: readonly MadeChange[] = [];
  private known: readonly Known[] = [];

  /** In text order, with UTF-16 offsets of the text. */
  get made(): readonly MadeChange[] {
    return this.entries;
  }

  /** Takes over what was changed in the present text before, as it was kept or as another view tells it. */
  restore(made: readonly MadeChange[]): void {
    this.entries = made;
  }

  /**
   * Follows a change of the text; `complete` is false for part of a draft, which may have been scrolled. What the
   * change touches is no longer a fix. Undo and redo lead to a text that is known.
   */
  follow(before: string, now: string, complete: boolean): void {
    const known = this.known.find(({ text }) => text === now);
    if (known !== undefined) {
      this.entries = known.made;
      return;
    }
    if (this.entries.length === 0) return;
    const changes = (complete ? null : slide(before, now)) ?? [changeBetween(before, now)];
    for (const change of changes.toReversed()) {
      this.entries = isAnotherDraft(before, change) ? [] : carriedOver(this.entries, change);
    }
  }

  /**
   * Call it before edits are applied to the text `expected`; once they are, the function that it returns notes them.
   * Whatever `follow` was told meanwhile is replaced: between two edits the text is none that anybody wanted.
   */
  applying(expected: string): (edits: readonly NotedEdit[]) => void {
    const before = this.entries;
    this.remember({ text: expected, made: before });
    return (edits) => {
      const made = withEdits(before, edits, expected);
      this.entries = made;
      this.remember({ text: applyEdits(expected, edits), made });
    };
  }

  private remember(one: Known): void {
    this.known = [one, ...this.known.filter(({ text }) => text !== one.text)].slice(0, mostKnown);
  }
}

/** A new draft in the same field shares at most its beginning or its end with the old one. */
function isAnotherDraft(before: string, { start, end }: Edit): boolean {
  return end - start >= before.length * 0.9;
}

function carriedOver(made: readonly MadeChange[], change: Edit): MadeChange[] {
  const by = change.text.length - (change.end - change.start);
  return made.flatMap((one) => {
    // Deleted words have no place that a change could touch: they are back when they are typed there.
    const { start, end, before } = one;
    if (start === end && change.start <= start && start <= change.end && change.text.includes(before)) {
      return [];
    }
    const span = shifted(one, change, by);
    return span === null ? [] : [{ ...one, ...span }];
  });
}

/** The changes after edits of a text. Where words are changed again, the first words are those before. */
function withEdits(made: readonly MadeChange[], edits: readonly NotedEdit[], text: string): MadeChange[] {
  let kept = made;
  // From last to first, so that the remaining offsets stay valid.
  for (const edit of edits.toReversed()) kept = carriedOver(kept, edit);
  const undoing = undoingEdits(text, edits);
  const added = edits.flatMap((edit, index) => {
    const { start, end } = undoing[index] ?? edit;
    const before = firstWords(made, edit, text);
    if (before === edit.text) return [];
    return [{ start, end, before, after: edit.text, reason: edit.reason ?? '' }];
  });
  return [...kept, ...added].sort((a, b) => a.start - b.start);
}

/** The words of an edit's span as they stood before any fix. */
function firstWords(made: readonly MadeChange[], { start, end }: Edit, text: string): string {
  const again = made
    .filter((one) => one.start < one.end && start <= one.start && one.end <= end)
    .map((one) => ({ start: one.start - start, end: one.end - start, text: one.before }));
  return applyEdits(text.slice(start, end), again);
}
