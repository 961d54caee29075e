import type { ParagraphText } from '../rules/paragraph-context.ts';

/** At most this many results are kept; a draft of 50,000 characters has some 500 paragraphs. */
const mostKept = 4_000;

/** Results under one key, by section and words of the paragraph. */
type Known<T> = Readonly<Record<ParagraphText['section'], Map<string, T>>>;

/** Results of paragraphs, by the key of their context, then by section and words. */
export class ParagraphCache<T> {
  // Two levels: joining the key and the words would copy the whole draft.
  private readonly byKey = new Map<string, Known<T>>();
  private kept = 0;

  under(key: string): Known<T> {
    let known = this.byKey.get(key);
    if (known === undefined) {
      known = bySection<T>();
      this.byKey.set(key, known);
    }
    return known;
  }

  /** Adds a result; clears the cache first if it is full. */
  keep(known: Known<T>, { section, text }: ParagraphText, found: T): void {
    if (this.kept >= mostKept) {
      for (const { review, plan, none } of this.byKey.values())
        for (const texts of [review, plan, none]) texts.clear();
      this.kept = 0;
    }
    known[section].set(text, found);
    this.kept++;
  }
}

/** An empty map for each section. */
export function bySection<T>(): Known<T> {
  return { review: new Map(), plan: new Map(), none: new Map() };
}
