import { otherWordings } from '../lib/phrases/other-wordings.ts';
import type { Pack } from '../lib/phrases/pack.ts';
import { topicsOf } from '../lib/phrases/topics.ts';
import type { Entry, PhraseEntry } from '../lib/phrases/types.ts';
import { searchKey } from '../lib/phrases/wording.ts';
import type { Contradiction } from './cross-check.ts';

/** A topic with fewer phrases is not worth opening. */
const FEWEST = 30;

/** The contents and the problems of the phrase library. */
export interface LibraryReport {
  /** By topic: the number of phrases, and how many have each attestation. */
  readonly topics: readonly {
    readonly topic: string;
    readonly phrases: number;
    readonly attested: number;
    readonly old: number;
  }[];
  /** Sentences about topics with too few phrases. */
  readonly gaps: readonly string[];
  readonly faults: readonly Contradiction[];
}

/**
 * Checks the phrase library for wordings that occur twice or also in another pack, that ended without a replacement,
 * or that claim attestation by an undated source. Takes all packs, since other packs' wordings count.
 */
export function checkLibrary(packs: readonly Pack[]): LibraryReport {
  const library = packs.flatMap(({ file, entries }) =>
    entries.filter((entry) => entry.kind === 'phrase').map((entry) => ({ file, entry })),
  );
  const trueUntil = packs.find(({ kind }) => kind === 'phrase')?.trueUntil ?? '';
  const faults: Contradiction[] = [];
  const places = placesElsewhere(packs);
  for (const { file, entry } of library) {
    const report = (message: string) => {
      faults.push({ file, entry: entry.id.slice('phrase/'.length), message });
    };
    for (const wording of [entry.name, ...entry.aliases]) {
      const key = searchKey(wording);
      const place = places.get(key);
      if (place !== undefined) report(`“${wording}”在“${place}”里已有，检索时会出现两次。`);
      else places.set(key, entry.id);
    }
    for (const message of faultsOf(entry, trueUntil)) report(message);
  }
  const phrases = library.map(({ entry }) => entry);
  const topics = topicsOf(phrases).map(({ name, count }) => {
    const own = phrases.filter(({ topic }) => topic === name);
    return {
      topic: name,
      phrases: count,
      attested: own.filter(({ attestation }) => attestation !== 'none').length,
      old: own.filter((entry) => isOver(entry, trueUntil)).length,
    };
  });
  const gaps = topics
    .filter(({ phrases: count }) => count < FEWEST)
    .map(({ topic, phrases: count }) => `主题“${topic}”只有 ${count} 条，少于 ${FEWEST} 条。`);
  return { topics, gaps, faults };
}

/** The owner of every searchable wording of other packs, by search key. */
function placesElsewhere(packs: readonly Pack[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const { entries, series } of packs) {
    for (const entry of entries) {
      for (const wording of wordingsElsewhere(entry)) places.set(searchKey(wording), entry.id);
    }
    for (const { name } of series.flatMap(({ members }) => members)) places.set(searchKey(name), name);
  }
  return places;
}

function wordingsElsewhere(entry: Entry): readonly string[] {
  return entry.kind === 'phrase' || entry.kind === 'confusable' ? [] : [entry.name, ...otherWordings(entry)];
}

function faultsOf(entry: PhraseEntry, trueUntil: string): string[] {
  const { attestation, source, validFrom, validTo, successor } = entry;
  const faults: string[] = [];
  // A quotation of the classics has no day; it names the text that it was compared with.
  if (attestation !== 'none' && source.date === undefined && source.address === undefined)
    faults.push('核证过的表述要写明出处的日期。');
  if (isOver(entry, trueUntil) && successor === undefined) faults.push('已经过了适用日期，要写 successor。');
  if (successor !== undefined && validTo === undefined) faults.push('写了 successor，还要写 validTo。');
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom)
    faults.push('validTo 早于 validFrom。');
  return faults;
}

function isOver({ validTo }: PhraseEntry, day: string): boolean {
  return validTo !== undefined && validTo < day;
}
