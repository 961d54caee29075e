import type { IsoDate } from '../draft/types.ts';
import type { LoadedKnowledge } from './knowledge.ts';
import { otherWordings } from './other-wordings.ts';
import { type MemberPlace, memberId } from './search-index.ts';
import { entryStanding, memberStandings, type Standing } from './standing.ts';
import type { Entry, PhraseResult, WrongForm } from './types.ts';
import { searchKey } from './wording.ts';

/** One wording of a timeline. */
export interface TimelineStep {
  /** Absent if the packs have only its name. */
  readonly id?: string;
  readonly name: string;
  /** First and last day, as far as known. */
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly standing: Standing;
  /** True for the entry itself. */
  readonly here: boolean;
}

/** All that the packs have on one phrase. */
export interface EntryInFull {
  readonly phrase: PhraseResult;
  /** Name of the series that it is a member of. */
  readonly series?: string;
  readonly otherWordings: readonly string[];
  /** The name with the words that it always goes with: 增强“四个意识”. */
  readonly partners: readonly string[];
  readonly wrong: readonly { readonly text: string; readonly right: string; readonly why?: string }[];
  readonly validFrom?: IsoDate;
  readonly validTo?: IsoDate;
  /** False: the wording was seen, its dates were not. */
  readonly datesVerified: boolean;
  /** Its predecessors, itself and its successors, in order of time. */
  readonly timeline: readonly TimelineStep[];
}

/** Longer lists of wrong forms and timelines are cut. */
const mostWrong = 12;
const mostSteps = 60;

/** The full entry of the search result with this id, as of a day; null if there is none. */
export function entryInFull(knowledge: LoadedKnowledge, id: string, date: IsoDate): EntryInFull | null {
  const { searchIndex } = knowledge;
  const number = searchIndex.numberOf(id);
  if (number === undefined) return null;
  const phrase = searchIndex.phraseAt(number, date);
  const place = searchIndex.placeOf(number);
  return 'series' in place
    ? memberInFull(phrase, place, date)
    : { ...wordsOf(place), phrase, timeline: chainOf(knowledge, place, date) };
}

function memberInFull(phrase: PhraseResult, place: MemberPlace, date: IsoDate): EntryInFull {
  const { series, index } = place;
  const standings = memberStandings(series, date);
  const member = series.members[index];
  const timeline = series.members.map(({ name, from, to }, i) => {
    const standing = standings[i] ?? 'historical';
    return { id: memberId({ series, index: i }), name, from, to, standing, here: i === index };
  });
  return {
    phrase,
    series: series.name,
    otherWordings: (member?.forms ?? []).filter((form) => form !== phrase.name),
    partners: [],
    wrong: [],
    validFrom: member?.from,
    validTo: member?.to,
    datesVerified: member?.datesVerified ?? false,
    timeline: timeline.slice(-mostSteps),
  };
}

function wordsOf(entry: Entry): Omit<EntryInFull, 'phrase' | 'timeline'> {
  const { name, wrong, validFrom, validTo, datesVerified } = entry;
  const key = searchKey(name);
  const rights = wrong.map(({ right }) => right).filter((right) => isWithin(key, right));
  const others = new Map(otherWordings(entry).map((wording) => [searchKey(wording), wording]));
  others.delete(key);
  return {
    otherWordings: [...others.values()],
    partners: [...new Set(rights)].filter((right) => right.length < name.length + 8),
    wrong: eachOnce(wrong)
      .slice(0, mostWrong)
      .map(({ text, right, why }) => ({ text, right, why })),
    validFrom,
    validTo,
    datesVerified,
  };
}

/** Wrong forms that differ by more than their quotation marks. */
function eachOnce(wrong: readonly WrongForm[]): WrongForm[] {
  const keys = new Set<string>();
  return wrong.filter(({ text, right }) => {
    const key = searchKey(text);
    // Forms that are wrong only by their marks have the key of the right one: all are kept.
    if (key === searchKey(right)) return true;
    const first = !keys.has(key);
    keys.add(key);
    return first;
  });
}

function isWithin(key: string, wording: string): boolean {
  const around = searchKey(wording);
  return around !== key && around.includes(key);
}

/** The predecessors and successors of an entry, as far as known. */
function chainOf({ entries }: LoadedKnowledge, entry: Entry, date: IsoDate): TimelineStep[] {
  const named = namesOf(entries);
  const successorOf = ({ successor }: Entry) =>
    successor === undefined ? undefined : named.get(nameKey(successor));
  const seen = new Set([entry]);
  const before: Entry[] = [];
  const replaced = entries.filter(({ successor }) => successor !== undefined);
  for (let newer = [entry]; newer.length > 0; ) {
    const older = replaced.filter((one) => {
      const successor = successorOf(one);
      return successor !== undefined && newer.includes(successor) && !seen.has(one);
    });
    for (const one of older) seen.add(one);
    before.push(...older);
    newer = older;
  }
  before.sort((a, b) => (a.validTo ?? '').localeCompare(b.validTo ?? ''));
  const after: TimelineStep[] = [];
  let last = entry;
  for (let next = successorOf(last); next !== undefined && !seen.has(next); next = successorOf(last)) {
    seen.add(next);
    after.push(stepOf(next, date, false));
    last = next;
  }
  // The successor may be several things, or not in the packs: then it is shown in their words.
  if (last.successor !== undefined && successorOf(last) === undefined) {
    after.push({ name: last.successor, standing: 'current', here: false });
  }
  const steps = before.map((one) => stepOf(one, date, false));
  return [...steps.slice(-mostSteps), stepOf(entry, date, true), ...after];
}

function stepOf(entry: Entry, date: IsoDate, here: boolean): TimelineStep {
  const { id, name, validFrom, validTo } = entry;
  return { id, name, from: validFrom, to: validTo, standing: entryStanding(entry, date), here };
}

const namesKnown = new WeakMap<readonly Entry[], Map<string, Entry>>();

/** Entries by name, for finding those that a successor names; laws also by their short names. */
function namesOf(entries: readonly Entry[]): Map<string, Entry> {
  let names = namesKnown.get(entries);
  if (names === undefined) {
    names = new Map();
    for (const entry of entries) {
      const key = nameKey(entry.name);
      if (entry.kind !== 'confusable' && !names.has(key)) names.set(key, entry);
    }
    namesKnown.set(entries, names);
  }
  return names;
}

function nameKey(name: string): string {
  return searchKey(name).replace(/^中华人民共和国(?=.)/u, '');
}
