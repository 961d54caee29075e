import type { Content } from './content.ts';
import type { SearchData } from './search-data.ts';

/** One joined string of lines, each with a line break before and after, and where each line begins. */
export class Lines {
  readonly starts: Int32Array;

  constructor(readonly text: string) {
    const starts: number[] = [];
    for (let at = text.indexOf('\n'); at !== -1 && at + 1 < text.length; at = text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    this.starts = Int32Array.from(starts);
  }

  /** Number of the line that a place of the text lies in. */
  lineAt(place: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset behind the last character of a line. */
  endOf(line: number): number {
    return (this.starts[line + 1] ?? this.text.length) - 1;
  }

  line(line: number): string {
    return this.text.slice(this.starts[line], this.endOf(line));
  }
}

/** The joined strings that phrases are searched in, and what their lines stand for. */
export class SearchIndex {
  readonly keys: Lines;
  readonly results: Int32Array;
  readonly roles: Uint8Array;
  /** Full pinyin with a capital at each syllable, and the same in small letters. */
  readonly capitals: string;
  readonly readings: Lines;
  readonly readingKeys: Int32Array;
  readonly initials: Lines;

  constructor(
    readonly content: Content,
    data: SearchData,
  ) {
    this.keys = new Lines(data.keys);
    this.results = Int32Array.from(data.results);
    this.roles = Uint8Array.from(data.roles);
    this.capitals = data.readings;
    this.readings = new Lines(data.readings.toLowerCase());
    this.readingKeys = Int32Array.from(data.readingKeys);
    this.initials = new Lines(data.readings.replace(/[a-z]/g, '').toLowerCase());
  }
}
