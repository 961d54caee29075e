import type { Feature } from './feature.ts';

/** Features that show that a sentence is about the past. */
const toldAsPast: ReadonlySet<string> = new Set([
  'past-year',
  'paragraph-year',
  'section-review',
  'looking-back',
  'looking-back^',
  'last-year',
  'since-then^',
  'said-by',
  'said-by~',
  'said-that',
  'leader-said~',
]);

/**
 * The features of one target. Of two with the same name, the first is kept. Linear search, since there are about ten.
 */
export class FeatureList {
  readonly all: Feature[] = [];

  add(name: string, category: Feature['category'], cue: string, decisive = false): void {
    for (const one of this.all) if (one.name === name) return;
    this.all.push({ name, category, cue, decisive });
  }

  /** Whether any feature shows that the sentence is about the past. */
  get tellsOfPast(): boolean {
    return this.all.some(({ name }) => toldAsPast.has(name));
  }
}
