import type { Span } from '../draft/types.ts';
import { type Automaton, characterTable, HitBuffer, scanText } from './automaton.ts';
import { buildAutomaton } from './automaton-build.ts';
import type { ModifierGroup } from './types.ts';

/** Finds the words and pseudo-modifiers of the context lexicon, by a separate automaton, since few paragraphs need it. */
export class ModifierScan {
  private readonly automaton: Automaton;
  private readonly table: Uint16Array;
  private readonly hits = new HitBuffer();
  private readonly found = new FoundModifiers();
  /** The groups of each key, or -1 for a pseudo-modifier; they end where those of the next key begin. */
  private readonly owners: Int32Array;
  private readonly ownersFrom: Int32Array;

  constructor(groups: readonly ModifierGroup[]) {
    const keyOf = new Map<string, number>();
    const keys: string[] = [];
    const ownersOf: number[][] = [];
    const own = (text: string, group: number) => {
      let key = keyOf.get(text);
      if (key === undefined) {
        key = keys.length;
        keyOf.set(text, key);
        keys.push(text);
        ownersOf.push([]);
      }
      ownersOf[key]?.push(group);
    };
    groups.forEach(({ words, pseudo }, place) => {
      for (const word of words) own(word, place);
      for (const word of pseudo) own(word, -1);
    });
    this.owners = Int32Array.from(ownersOf.flat());
    this.ownersFrom = new Int32Array(keys.length + 1);
    for (let key = 0; key < keys.length; key++)
      this.ownersFrom[key + 1] = (this.ownersFrom[key] as number) + (ownersOf[key]?.length ?? 0);
    this.automaton = buildAutomaton(keys);
    this.table = characterTable(this.automaton.alphabet);
  }

  /**
   * The modifiers in a span of a text, and some beside it. A pseudo-modifier hides the words that it overlaps (太原
   * hides 原, 去库存 hides 过去), unless it is within such a word; words of the lexicon do not hide each other. Returns
   * start, end (UTF-16 offsets) and index of the group, three numbers each, in order of their starts, the longer
   * first: there is one at every other character, too many for objects.
   */
  scan(text: string, from: number, to: number): readonly number[] {
    // A pseudo-modifier that hides a word may begin before the span or end behind it.
    const first = Math.max(0, from - longestPseudo);
    const behind = Math.min(text.length, to + longestPseudo);
    scanText(this.automaton, this.table, text, this.hits, first, behind);
    const { pairs, count } = this.hits;
    const { owners, ownersFrom, found } = this;
    const { keyLength } = this.automaton;
    found.count = 0;
    for (let i = 0; i < count; i++) {
      const key = pairs[i * 2] as number;
      const end = pairs[i * 2 + 1] as number;
      const start = end - (keyLength[key] as number);
      const last = ownersFrom[key + 1] as number;
      for (let at = ownersFrom[key] as number; at < last; at++)
        found.insert(start, end, owners[at] as number);
    }
    return found.withoutHidden();
  }
}

/** The length of the longest pseudo-modifier, in UTF-16 units. */
const longestPseudo = 20;

/** Start, end and group of each hit, three numbers each. Reused from scan to scan. */
class FoundModifiers {
  private numbers = new Int32Array(768);
  count = 0;

  /** Inserts a hit in order. Hits come nearly sorted; sorting them all afterwards took longer than the scan. */
  insert(start: number, end: number, group: number): void {
    if (this.count * 3 === this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    const { numbers } = this;
    let at = this.count * 3;
    for (; at > 0; at -= 3) {
      const before = numbers[at - 3] as number;
      if (before < start || (before === start && (numbers[at - 2] as number) >= end)) break;
      numbers[at] = before;
      numbers[at + 1] = numbers[at - 2] as number;
      numbers[at + 2] = numbers[at - 1] as number;
    }
    numbers[at] = start;
    numbers[at + 1] = end;
    numbers[at + 2] = group;
    this.count++;
  }

  /** All but pseudo-modifiers and what they hide. A plain array is cheaper to allocate than a typed one. */
  withoutHidden(): readonly number[] {
    const { numbers } = this;
    const last = this.count * 3;
    const pseudos: Span[] = [];
    for (let at = 0; at < last; at += 3)
      if ((numbers[at + 2] as number) < 0)
        pseudos.push({ start: numbers[at] as number, end: numbers[at + 1] as number });
    const open: number[] = [];
    let first = 0;
    for (let at = 0; at < last; at += 3) {
      if ((numbers[at + 2] as number) < 0) continue;
      const start = numbers[at] as number;
      const end = numbers[at + 1] as number;
      if (first < pseudos.length) {
        while ((pseudos[first]?.start ?? start) < start - longestPseudo) first++;
        if (isHidden(start, end, pseudos, first)) continue;
      }
      open.push(start, end, numbers[at + 2] as number);
    }
    return open;
  }
}

/** Whether a pseudo-modifier, from one hit on, overlaps a span and reaches beyond it. */
function isHidden(start: number, end: number, pseudos: readonly Span[], first: number): boolean {
  for (let at = first; at < pseudos.length; at++) {
    const pseudo = pseudos[at] as Span;
    if (pseudo.start >= end) return false;
    if (pseudo.end > start && (pseudo.start < start || pseudo.end > end)) return true;
  }
  return false;
}
