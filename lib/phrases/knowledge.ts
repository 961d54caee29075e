import { countBefore } from '../common/lower-bound.ts';
import type { Span } from '../draft/types.ts';
import { bilingual } from '../language/language.ts';
import { type Automaton, characterTable, HitBuffer, scanText } from './automaton.ts';
import { readContent } from './content.ts';
import { IndexDamagedError, openSections } from './index-format.ts';
import { ModifierScan } from './modifier-scan.ts';
import { patternRoles, patternText } from './patterns.ts';
import type { SearchData } from './search-data.ts';
import { SearchIndex } from './search-index.ts';
import { readSpellingTables } from './spelling/tables.ts';
import { type Topic, topicsOf } from './topics.ts';
import type { Entry, Hit, HitRole, Knowledge, Pattern } from './types.ts';

/** Knowledge read from an index, with what the phrase search needs. */
export interface LoadedKnowledge extends Knowledge {
  /** Built on first use. */
  readonly searchIndex: SearchIndex;
  /** What entries are filed under, the largest topic first. */
  readonly topics: readonly Topic[];
}

/** Numbers that one pattern takes in the index: role, entry, item, variant. */
const RECORD = 4;
const MASK_FORM = patternRoles.indexOf('mask-form');

/** An occurrence of a pattern, by the index of its record. */
interface Mask extends Span {
  readonly record: number;
}

/** An occurrence that is reported, with the number of its role. */
interface Found extends Mask {
  readonly role: number;
}

/** The automaton with the patterns of its keys, as views on the index. */
class PatternScan {
  private readonly table: Uint16Array;
  private readonly hits = new HitBuffer();
  private readonly made: (Pattern | undefined)[] = [];

  constructor(
    private readonly automaton: Automaton,
    private readonly keyPatterns: Int32Array,
    private readonly records: Int32Array,
    private readonly entries: readonly Entry[],
  ) {
    this.table = characterTable(automaton.alphabet);
  }

  scan(text: string): readonly Hit[] {
    scanText(this.automaton, this.table, text, this.hits);
    const found: Found[] = [];
    // In order of their ends, as all hits.
    const masks: Mask[] = [];
    let longestMask = 0;
    for (let i = 0; i < this.hits.count; i++) {
      const key = this.hits.pairs[i * 2] as number;
      const end = this.hits.pairs[i * 2 + 1] as number;
      const start = end - (this.automaton.keyLength[key] as number);
      const last = this.keyPatterns[key + 1] as number;
      for (let record = this.keyPatterns[key] as number; record < last; record++) {
        const role = this.records[record * RECORD] as number;
        if (role >= MASK_FORM) {
          masks.push({ start, end, record });
          longestMask = Math.max(longestMask, end - start);
        } else putInPlace(found, { start, end, record, role });
      }
    }
    const reach: (Found | undefined)[] = [];
    const hits: Hit[] = [];
    for (const one of found) {
      const { start, end, record, role } = one;
      if (masks.length > 0 && this.masked(one, masks, longestMask)) continue;
      // A hit inside a longer one of the same role is dropped.
      const widest = reach[role];
      if (widest === undefined || end > widest.end) reach[role] = one;
      else if (end !== widest.end || start !== widest.start) continue;
      hits.push({ start, end, pattern: this.patternAt(record) });
    }
    return hits;
  }

  /** Whether a hit is inside a wording that its own form or wrong form excepts. */
  private masked({ start, end, record }: Mask, masks: readonly Mask[], longest: number): boolean {
    const at = record * RECORD;
    for (let i = countBefore(masks, end, (mask) => mask.end); i < masks.length; i++) {
      const mask = masks[i] as Mask;
      if (mask.end > start + longest) return false;
      const m = mask.record * RECORD;
      if (
        mask.start <= start &&
        this.records[m + 1] === this.records[at + 1] &&
        this.records[m + 2] === this.records[at + 2] &&
        (this.records[m] as number) - MASK_FORM === this.records[at]
      )
        return true;
    }
    return false;
  }

  private patternAt(record: number): Pattern {
    const made = this.made[record];
    if (made !== undefined) return made;
    const at = record * RECORD;
    const role = patternRoles[this.records[at] as number] as HitRole;
    const place = this.records[at + 1] as number;
    const item = this.records[at + 2] as number;
    const entry = this.entries[place];
    const text = entry && patternText(entry, role, item, this.records[at + 3] as number);
    if (text === undefined)
      throw new IndexDamagedError(bilingual('索引中有词形没有条目。', 'A pattern has no entry.'));
    const pattern: Pattern = { text, role, entry: place, item };
    this.made[record] = pattern;
    return pattern;
  }
}

/** Inserts a hit in order of starts, the longer first. Hits come in order of ends, and so nearly sorted. */
function putInPlace(found: Found[], one: Found): void {
  let at = found.length;
  for (; at > 0; at--) {
    const before = found[at - 1] as Found;
    if (before.start < one.start || (before.start === one.start && before.end >= one.end)) break;
    found[at] = before;
  }
  found[at] = one;
}

/**
 * Reads an index: verifies it, makes views on its arrays, parses the entries. Throws IndexDamagedError if it is not exactly
 * what compilePacks wrote in this format.
 */
export function loadKnowledge(blob: ArrayBuffer): LoadedKnowledge {
  const sections = openSections(blob);
  const utf8 = new TextDecoder();
  const numbers = (bytes: Uint8Array) => new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const shorts = (bytes: Uint8Array) => new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
  const meta = JSON.parse(utf8.decode(sections.meta)) as { first: number };
  const content = readContent(utf8.decode(sections.content));
  const automaton: Automaton = {
    alphabet: shorts(sections.alphabet),
    first: meta.first,
    nodes: numbers(sections.nodes),
    keyLength: shorts(sections.keyLength),
    keySuffix: numbers(sections.keySuffix),
  };
  const scan = new PatternScan(
    automaton,
    numbers(sections.keyPatterns),
    numbers(sections.patterns),
    content.entries,
  );
  let searchIndex: SearchIndex | undefined;
  let topics: readonly Topic[] | undefined;
  // Made on first use: most current drafts have nothing that is judged by its context.
  let modifiers: ModifierScan | undefined;
  return {
    ...content,
    spellingTables: readSpellingTables(sections.spelling),
    scan: (text) => scan.scan(text),
    modifiersIn(text, from, to) {
      modifiers ??= new ModifierScan(content.modifiers);
      return modifiers.scan(text, from, to);
    },
    get searchIndex() {
      searchIndex ??= new SearchIndex(content, JSON.parse(utf8.decode(sections.search)) as SearchData);
      return searchIndex;
    },
    get topics() {
      topics ??= topicsOf(content.entries);
      return topics;
    },
  };
}
