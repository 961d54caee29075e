import { highlightName, looks } from './style.ts';
import type { Mark } from './types.ts';

export interface Painted {
  readonly range: Range;
  readonly look: Mark['look'];
}

/** The highlights of a document, one per look, shared by all its painters. */
export interface MarkRegistry {
  /** The highlight of each look; undefined if no range has that look. */
  highlights(): ReadonlyMap<Mark['look'], Highlight | undefined>;
  replace(gone: readonly Painted[], fresh: readonly Painted[]): void;
}

/** The registry of a window's document. */
export function markRegistryOf(view: Window & typeof globalThis): MarkRegistry {
  const registry = view.CSS.highlights;
  const highlightOf = (look: Mark['look']): Highlight => {
    const name = highlightName(look);
    const known = registry.get(name);
    if (known !== undefined) return known;
    const made = new view.Highlight();
    made.priority = look === 'active' ? 0 : 4 - looks.indexOf(look);
    registry.set(name, made);
    return made;
  };
  return {
    highlights: () => new Map(looks.map((look) => [look, registry.get(highlightName(look))])),
    replace(gone, fresh) {
      for (const { range, look } of gone) registry.get(highlightName(look))?.delete(range);
      for (const { range, look } of fresh) highlightOf(look).add(range);
      for (const look of looks) {
        if (registry.get(highlightName(look))?.size === 0) registry.delete(highlightName(look));
      }
    },
  };
}
