import type { Anniversary, Entry, Facts, FixedWording, Series, SeriesMember, Source } from './pack-types.ts';
import type { SpellingSource } from './spelling/tables.ts';

/** The contents of all packs, except what is compiled to tables. */
export interface Content extends Facts {
  /** Changes whenever a pack or the format of the index changes. */
  readonly version: string;
  /** The day up to which the packs are true, as an ISO date. */
  readonly trueUntil: string;
  /** Sources of the spellings; the tables refer to them by index. */
  readonly spellings: readonly SpellingSource[];
}

/**
 * Writes content as JSON with each source written once: thousands of entries share a few hundred documents, in the file
 * and in memory.
 */
export function writeContent(content: Content): string {
  const sources: Source[] = [];
  const places = new Map<string, number>();
  return JSON.stringify(content, (key, value: unknown) => {
    if (key !== 'source') return value;
    const text = JSON.stringify(value);
    let place = places.get(text);
    if (place === undefined) {
      place = sources.length;
      places.set(text, place);
      sources.push(value as Source);
    }
    return place;
  }).replace(/\}$/, () => `,"sources":${JSON.stringify(sources)}}`);
}

type Shared<T> = { -readonly [K in keyof T]: K extends 'source' ? Source | number : T[K] };

/** Reads what writeContent wrote. Throws a SyntaxError when it is not JSON. */
export function readContent(json: string): Content {
  const content = JSON.parse(json) as Content & { sources?: Source[] };
  const sources = content.sources ?? [];
  const restore = (item: Shared<Entry | SeriesMember | Anniversary | FixedWording | SpellingSource>) => {
    const source = typeof item.source === 'number' ? sources[item.source] : undefined;
    if (source !== undefined) item.source = source;
  };
  content.entries.forEach(restore);
  content.anniversaries.forEach(restore);
  content.fixedWordings.forEach(restore);
  content.spellings.forEach(restore);
  for (const series of content.series) series.members.forEach(restore);
  const { version, trueUntil, series, entries, modifiers, weights, anniversaries, fixedWordings, spellings } =
    content;
  return { version, trueUntil, series, entries, modifiers, weights, anniversaries, fixedWordings, spellings };
}

/** The members of all series as search results, the newest of each series first, since it is wanted most. */
export function seriesResults({
  series,
}: Pick<Content, 'series'>): { readonly series: Series; readonly index: number }[] {
  return series.flatMap((one) =>
    one.members.map((_, i) => ({ series: one, index: one.members.length - 1 - i })),
  );
}
