import { textOfOrdinals } from './blanks.ts';
import { parseDraft } from './draft.ts';
import { type Outline, parseOutline } from './outline.ts';
import {
  numberedInSeen,
  type SeenText,
  seenText,
  seenThrough,
  textOfMarkdown,
  wholeText,
} from './seen-text.ts';
import type { NumberedItem } from './types.ts';

/** The outline of a text as it is seen, with the way back to the whole text. Takes offsets of the whole text. */
export function seenOutline(
  text: string,
  complete = true,
  numbered: readonly NumberedItem[] = [],
): SeenText & { readonly outline: Outline } {
  const outer = seenText(text) ?? wholeText(text);
  const inner = textOfMarkdown(outer.text, false);
  const words = inner === null ? outer : seenThrough(outer, inner);
  const joined = textOfOrdinals(words.text);
  const seen = joined === null ? words : seenThrough(words, joined);
  return { ...seen, outline: parseOutline(parseDraft(seen.text, complete, numberedInSeen(numbered, seen))) };
}
