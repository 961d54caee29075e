import type { ReasonedEdit } from '../../../lib/checking/reasons.ts';
import { hashOfText } from '../../../lib/common/hash.ts';
import { type Change, withChange } from '../../../lib/draft/changes.ts';
import { difference } from '../../../lib/draft/edits.ts';
import type { Source } from './read-file.ts';

/** The draft on the desk. */
export interface Sheet {
  /** The file's name; '' for what was pasted or typed. */
  readonly name: string;
  /** What the author's choices for this draft are remembered by. */
  readonly draftKey: string;
  /** The text as it came, and as it is now. */
  readonly origin: string;
  readonly text: string;
  /** How the one became the other; not followed for what was typed, which goes back to no file. */
  readonly changes: readonly Change[];
  readonly source: Source;
}

/** A new sheet with a text on it. */
export function newSheet(text: string, name: string, source: Source): Sheet {
  return { name, draftKey: keyOf(name, text), origin: text, text, changes: [], source };
}

/** The sheet after its text changed by the author's hand. Typed text that was replaced as a whole is another draft. */
export function retyped(sheet: Sheet, text: string): Sheet {
  const edit = difference(sheet.text, text);
  if (sheet.source.kind === 'typed') {
    const replaced = edit.end - edit.start >= sheet.text.length * 0.9;
    return replaced ? newSheet(text, '', sheet.source) : { ...sheet, text };
  }
  return { ...sheet, text, changes: withChange(sheet.origin, sheet.changes, edit) };
}

/** The sheet after a fix; `text` is what its edits made of the text. */
export function fixed(sheet: Sheet, edits: readonly ReasonedEdit[], text: string): Sheet {
  if (sheet.source.kind === 'typed') return { ...sheet, text };
  let { changes } = sheet;
  // From the last to the first, so that the places of the others stay what they are.
  for (const edit of [...edits].reverse()) changes = withChange(sheet.origin, changes, edit, edit.reason);
  return { ...sheet, text, changes };
}

/** Too little to know a draft again by. */
const fewest = 30;

function keyOf(name: string, text: string): string {
  if (name === '' && text.trim().length < fewest) return `desk:${crypto.randomUUID()}`;
  return `desk:${name}:${hashOfText(text).toString(16)}-${text.length}`;
}
