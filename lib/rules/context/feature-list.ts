import type { Feature } from './feature.ts';

/** What says that a sentence tells of the past. */
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

/** The features of one target, one a name: of two the first stays. They are some ten, so they are looked through. */
export class FeatureList {
  readonly all: Feature[] = [];

  add(name: string, category: Feature['category'], cue: string, decisive = false): void {
    for (const one of this.all) if (one.name === name) return;
    this.all.push({ name, category, cue, decisive });
  }

  /** Whether any of them says that the sentence tells of the past. */
  get tellsOfPast(): boolean {
    return this.all.some(({ name }) => toldAsPast.has(name));
  }
}
