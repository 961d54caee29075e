import { parseDraft } from './draft.ts';
import { type Outline, parseOutline } from './outline.ts';
import { numberedInSeen, type SeenText, seenText, wholeText } from './seen-text.ts';
import type { NumberedItem } from './types.ts';

/** The outline of a text as it is seen, with the way back to the whole text. Takes offsets of the whole text. */
export function seenOutline(
  text: string,
  complete = true,
  numbered: readonly NumberedItem[] = [],
): SeenText & { readonly outline: Outline } {
  const seen = seenText(text) ?? wholeText(text);
  return { ...seen, outline: parseOutline(parseDraft(seen.text, complete, numberedInSeen(numbered, seen))) };
}
