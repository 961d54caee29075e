import type { Anniversary, Entry, Facts, FixedWording, Series, SeriesMember, Source } from './pack-types.ts';
import type { SpellingSource } from './spelling/tables.ts';
import { lengthen, type ShortList, shorten } from './usual-values.ts';

/** The contents of all packs, except what is compiled to tables. */
export interface Content extends Facts {
  /** Changes whenever a pack or the format of the index changes. */
  readonly version: string;
  /** The day up to which the packs are true, as an ISO date. */
  readonly trueUntil: string;
  /** Sources of the spellings; the tables refer to them by index. */
  readonly spellings: readonly SpellingSource[];
}

/** Content as JSON: each source stands once, and so does what most entries of a kind have alike. */
interface Written extends Omit<Content, 'entries'> {
  /** Neighbouring entries of one kind. */
  readonly entries: readonly ShortList[];
  readonly sources: readonly Source[];
}

/**
 * Writes content as JSON, short: thousands of entries share a few hundred documents and many values, in the file and in
 * memory.
 */
export function writeContent(content: Content): string {
  const sources: Source[] = [];
  const places = new Map<string, number>();
  const withPlaces = JSON.stringify(content, (key, value: unknown) => {
    if (key !== 'source') return value;
    const text = JSON.stringify(value);
    let place = places.get(text);
    if (place === undefined) {
      place = sources.length;
      places.set(text, place);
      sources.push(value as Source);
    }
    return place;
  });
  const short = JSON.parse(withPlaces) as { readonly entries: readonly Record<string, unknown>[] };
  return JSON.stringify({ ...short, entries: runsOf(short.entries).map(shortRun), sources });
}

function shortRun(run: readonly Record<string, unknown>[]): ShortList {
  return shorten(run, ['wrong', 'forms']);
}

/** Entries in their order, parted where the kind changes. */
function runsOf<T extends { readonly kind?: unknown }>(entries: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last !== undefined && last[0]?.kind === entry.kind) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

type Shared<T> = { -readonly [K in keyof T]: K extends 'source' ? Source | number : T[K] };

/** Reads what writeContent wrote. Throws a SyntaxError when it is not JSON. */
export function readContent(json: string): Content {
  const written = JSON.parse(json) as Written;
  const { version, trueUntil, series, modifiers, weights, anniversaries, fixedWordings, spellings } = written;
  const entries = written.entries.flatMap(lengthen) as unknown as Entry[];
  const restore = (item: Shared<Entry | SeriesMember | Anniversary | FixedWording | SpellingSource>) => {
    const source = typeof item.source === 'number' ? written.sources[item.source] : undefined;
    if (source !== undefined) item.source = source;
  };
  entries.forEach(restore);
  anniversaries.forEach(restore);
  fixedWordings.forEach(restore);
  spellings.forEach(restore);
  for (const { members } of series) members.forEach(restore);
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
