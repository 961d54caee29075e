import { type SeenText, seenText, textOfMarkdown } from '../draft/seen-text.ts';
import { unseenFinding } from '../rules/confusable/unseen.ts';
import { type PlacedFinding, placedAt } from './placed-finding.ts';
import type { CheckOptions } from './types.ts';

/** One way in which the text that is judged differs from the text as it is stored. */
export interface Layer {
  /** The text as it is seen; null if it is seen as it is. */
  read(text: string, options: CheckOptions): SeenText | null;
  /** What was found, with offsets of the text, together with what is said of all that was left out of it. */
  settle(
    text: string,
    seen: SeenText,
    placed: readonly PlacedFinding[],
    options: CheckOptions,
  ): readonly PlacedFinding[];
}

/** Characters that nobody sees are left out, and one hint names them all. */
export const unseenCharacters: Layer = {
  read: seenText,
  settle(text, seen, placed, { off }) {
    const hint = off?.has('confusable-characters') === true ? null : unseenFinding(text, seen, placed);
    return hint === null ? placed : [...placed, placedAt(hint, null, 0)];
  },
};

/** Marks of Markdown are left out, and so is what is no part of the draft: code, and the front matter. */
export const markdown: Layer = {
  read: (text) => textOfMarkdown(text, true),
  settle: (_text, _seen, placed) => placed,
};
