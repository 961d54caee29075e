import type { Feature } from './features.ts';

/** The features of one target, one a name: of two the first stays. They are some ten, so they are looked through. */
export class FeatureList {
  readonly all: Feature[] = [];

  add(name: string, category: Feature['category'], cue: string, decisive = false): void {
    for (const one of this.all) if (one.name === name) return;
    this.all.push({ name, category, cue, decisive });
  }
}
