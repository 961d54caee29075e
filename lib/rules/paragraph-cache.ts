/** Paragraphs kept; a 50,000-character draft has some 500. */
const most = 4_000;

/** What was found out of paragraphs, by all that they are judged on but their words, and then by these. */
export class ParagraphCache<T> {
  // Joining both keys would copy the whole draft.
  private readonly byCircumstances = new Map<string, Map<string, T>>();
  private kept = 0;

  /** What is known under the same circumstances, by the paragraph's words. */
  of(circumstances: string): Map<string, T> {
    let own = this.byCircumstances.get(circumstances);
    if (own === undefined) {
      own = new Map();
      this.byCircumstances.set(circumstances, own);
    }
    return own;
  }

  /** Keeps a paragraph in a map that `of` gave; where there are too many, all others go first. */
  keep(own: Map<string, T>, text: string, found: T): void {
    if (this.kept >= most) {
      for (const one of this.byCircumstances.values()) one.clear();
      this.kept = 0;
    }
    own.set(text, found);
    this.kept++;
  }
}
