import type { ReasonedEdit } from '../../../lib/checking/reasons.ts';
import { hashOfText } from '../../../lib/common/hash.ts';
import { type Change, withChange } from '../../../lib/draft/changes.ts';
import { movedNumbers } from '../../../lib/draft/moved-numbers.ts';
import { difference } from '../../../lib/draft/text-edits.ts';
import type { NumberedItem } from '../../../lib/draft/types.ts';
import type { Source } from './read-file.ts';

export interface Sheet {
  /** The file's name; '' for pasted or typed text. */
  readonly name: string;
  /** The key of the author's stored choices for this draft. */
  readonly draftKey: string;
  readonly origin: string;
  readonly text: string;
  /** The changes from `origin` to `text`; empty for typed text, which has no file to write to. */
  readonly changes: readonly Change[];
  readonly source: Source;
}

/** A new sheet with a text. */
export function newSheet(text: string, name: string, source: Source): Sheet {
  return { name, draftKey: keyOf(name, text), origin: text, text, changes: [], source };
}

/** A sheet without a text. */
export function emptySheet(): Sheet {
  return newSheet('', '', { kind: 'typed' });
}

/** True if the text is no longer the one that was laid on the desk. */
export function isChanged({ origin, text }: Sheet): boolean {
  return text !== origin;
}

/** The sheet after the author changed its text. Replacing almost all of a typed text starts a new draft. */
export function retyped(sheet: Sheet, text: string): Sheet {
  const edit = difference(sheet.text, text);
  if (sheet.source.kind === 'typed') {
    const replaced = edit.end - edit.start >= sheet.text.length * 0.9;
    return replaced ? newSheet(text, '', sheet.source) : { ...sheet, text };
  }
  return { ...sheet, text, changes: withChange(sheet.origin, sheet.changes, edit) };
}

/** The sheet after a fix; `text` is the text after its edits. */
export function fixed(sheet: Sheet, edits: readonly ReasonedEdit[], text: string): Sheet {
  if (sheet.source.kind === 'typed') return { ...sheet, text };
  let { changes } = sheet;
  // From last to first, so that the remaining offsets stay valid.
  for (const edit of [...edits].reverse()) changes = withChange(sheet.origin, changes, edit, edit.reason);
  return { ...sheet, text, changes };
}

/**
 * The numbers that Word computes for the sheet's .docx, with offsets of `text`: that of the sheet, or one that it will
 * have next.
 */
export function numbersIn(
  { source, origin, changes, text: known }: Sheet,
  text: string,
): readonly NumberedItem[] {
  if (source.kind !== 'docx' || source.numbered === undefined) return [];
  const moved = movedNumbers(origin, source.numbered, changes);
  return text === known ? moved : movedNumbers(known, moved, [difference(known, text)]);
}

/** A shorter text is not enough to recognise a draft. */
const fewest = 30;

function keyOf(name: string, text: string): string {
  if (name === '' && text.trim().length < fewest) return `desk:${crypto.randomUUID()}`;
  return `desk:${name}:${hashOfText(text).toString(16)}-${text.length}`;
}
