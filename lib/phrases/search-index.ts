import { lowerBound } from '../common/lower-bound.ts';
import { type Content, seriesResults } from './content.ts';
import { labelsOf } from './labels.ts';
import { ownEntryPrefix } from './own/pack.ts';
import type { SearchData } from './search-data.ts';
import { entryStanding, memberStandings, standings } from './standing.ts';
import { SyllablePairs } from './syllable-pairs.ts';
import type { Entry, PhraseResult, Series } from './types.ts';
import { searchKey } from './wording.ts';

/** One string of lines, each with a line break before and after, and the offset of each line. */
export class Lines {
  readonly starts: Int32Array;

  constructor(readonly text: string) {
    const starts: number[] = [];
    for (let at = text.indexOf('\n'); at !== -1 && at + 1 < text.length; at = text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    this.starts = Int32Array.from(starts);
  }

  /** The number of the line at an offset of the text. */
  lineAt(place: number): number {
    const { starts } = this;
    return Math.max(0, lowerBound(starts.length, (at) => (starts[at] as number) <= place) - 1);
  }

  /** The same from `line`, the line of an earlier offset. Faster for many offsets in order. */
  lineFrom(line: number, place: number): number {
    let at = line;
    while (at + 1 < this.starts.length && (this.starts[at + 1] as number) <= place) at++;
    return at;
  }

  /** Offset behind the last character of a line. */
  endOf(line: number): number {
    return (this.starts[line + 1] ?? this.text.length) - 1;
  }

  line(line: number): string {
    return this.text.slice(this.starts[line], this.endOf(line));
  }
}

/** The source of wordings that the library has from no document: words of every speech. */
const everydaySource = '讲话稿常用语';

/** A member of a series, by its index. */
export interface MemberPlace {
  readonly series: Series;
  readonly index: number;
}

/** The id of a series' member as a search result. */
export function memberId({ series, index }: MemberPlace): string {
  return `series/${series.id}/${index + 1}`;
}

/** The fields of a result that do not depend on the query or the day. */
type ResultFields = Omit<PhraseResult, 'standing' | 'insert' | 'matched'>;

/** The joined strings that phrases are searched in, and what their lines stand for. */
export class SearchIndex {
  readonly keys: Lines;
  readonly results: Int32Array;
  readonly roles: Uint8Array;
  /** Full pinyin with a capital at each syllable, and the same in lower case. */
  readonly capitals: string;
  readonly readings: Lines;
  readonly readingKeys: Int32Array;
  readonly initials: Lines;
  readonly syllablePairs: SyllablePairs;
  /** The words under which entries are filed, as search keys, and the results of each. */
  readonly labels: readonly { readonly key: string; readonly results: readonly number[] }[];

  private readonly ownCount: number;
  private readonly members: readonly MemberPlace[];
  private numbers?: Map<string, number>;
  private judged?: { readonly date: string; readonly standing: Uint8Array };

  constructor(
    private readonly content: Content,
    data: SearchData,
  ) {
    this.members = seriesResults(content);
    const others = content.entries.findIndex(({ id }) => !id.startsWith(ownEntryPrefix));
    this.ownCount = others === -1 ? content.entries.length : others;
    this.keys = new Lines(data.keys);
    this.results = Int32Array.from(data.results);
    this.roles = Uint8Array.from(data.roles);
    this.capitals = data.readings;
    this.readings = new Lines(data.readings.toLowerCase());
    this.readingKeys = Int32Array.from(data.readingKeys);
    this.initials = new Lines(data.readings.replace(/[a-z]/g, '').toLowerCase());
    this.syllablePairs = new SyllablePairs(data.readings);
    this.labels = Array.from(labelsOf(content.entries), ([word, results]) => ({
      key: searchKey(word),
      results,
    }));
  }

  /** Number of results that can be found. */
  get size(): number {
    return this.content.entries.length + this.members.length;
  }

  /** The standing of every result on a day, as indexes of `standings`. */
  standingsOn(date: string): Uint8Array {
    if (this.judged?.date !== date) {
      const all = [
        ...this.content.entries.map((entry) => entryStanding(entry, date)),
        ...this.content.series.flatMap((series) => memberStandings(series, date).reverse()),
      ];
      this.judged = { date, standing: Uint8Array.from(all, (standing) => standings.indexOf(standing)) };
    }
    return this.judged.standing;
  }

  /** True for a phrase that the author added: those are numbered before all others. */
  isOwn(result: number): boolean {
    return result < this.ownCount;
  }

  /** The topic of a result; undefined for members of series. */
  topicOf(result: number): string | undefined {
    return this.content.entries[result]?.topic;
  }

  /** The number of the result with this id; undefined if there is none (any more). */
  numberOf(id: string): number | undefined {
    if (this.numbers === undefined) {
      this.numbers = new Map(this.content.entries.map((entry, i) => [entry.id, i]));
      const before = this.content.entries.length;
      for (const [i, place] of this.members.entries()) this.numbers.set(memberId(place), before + i);
    }
    return this.numbers.get(id);
  }

  /** The entry or the member of a series that a result stands for. Throws a RangeError for an unknown number. */
  placeOf(result: number): Entry | MemberPlace {
    const place = this.content.entries[result] ?? this.members[result - this.content.entries.length];
    if (place === undefined) throw new RangeError(`No result ${result}.`);
    return place;
  }

  /** A result as of a day, with nothing emphasised. Throws a RangeError for an unknown number. */
  phraseAt(result: number, date: string): PhraseResult {
    const fields = this.resultAt(result);
    const standing = standings[this.standingsOn(date)[result] as number] ?? 'current';
    const entry = this.content.entries[result];
    const text = entry?.kind === 'phrase' ? entry.text : undefined;
    return { ...fields, standing, insert: text ?? fields.name, matched: [] };
  }

  /** The fields of a result. Throws a RangeError for an unknown number. */
  resultAt(result: number): ResultFields {
    const place = this.placeOf(result);
    if (!('series' in place)) {
      const entry = place;
      const { id, name, kind, successor, note, topic, source, attestation } = entry;
      const members = 'members' in entry ? entry.members : [];
      const everyday = source.title === everydaySource;
      return { id, name, kind, successor, members, note, topic, source, attestation, everyday };
    }
    const member = place.series.members[place.index];
    if (member === undefined) throw new RangeError(`No result ${result}.`);
    const { name, note, source, attestation } = member;
    return {
      id: memberId(place),
      name,
      kind: 'series',
      members: [],
      note,
      source,
      attestation,
      everyday: false,
    };
  }
}
