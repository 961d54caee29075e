import type { ParagraphText } from '../rules/paragraph-context.ts';

/** Paragraphs kept; a 50,000-character draft has some 500. */
const most = 4_000;

/** What is known of paragraphs under one key, by section and words. */
type Known<T> = Readonly<Record<ParagraphText['section'], Map<string, T>>>;

/** What was found out of paragraphs, by the key of their context, and then by their section and words. */
export class ParagraphCache<T> {
  // Joining the key and the words would copy the whole draft.
  private readonly byKey = new Map<string, Known<T>>();
  private kept = 0;

  /** What is known under a key. */
  under(key: string): Known<T> {
    let known = this.byKey.get(key);
    if (known === undefined) {
      known = bySection<T>();
      this.byKey.set(key, known);
    }
    return known;
  }

  /** Keeps what was found in a paragraph; where there are too many, all others go first. */
  keep(known: Known<T>, { section, text }: ParagraphText, found: T): void {
    if (this.kept >= most) {
      for (const { review, plan, none } of this.byKey.values())
        for (const texts of [review, plan, none]) texts.clear();
      this.kept = 0;
    }
    known[section].set(text, found);
    this.kept++;
  }
}

/** A map of words for each section. */
export function bySection<T>(): Known<T> {
  return { review: new Map(), plan: new Map(), none: new Map() };
}
