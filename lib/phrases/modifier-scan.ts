import { type Automaton, characterTable, HitBuffer, scanText } from './automaton.ts';
import { buildAutomaton } from './automaton-build.ts';
import type { ModifierGroup, ModifierHit } from './types.ts';

/** Finds the words and pseudo-modifiers of the context lexicon: an automaton of its own, since few paragraphs need it. */
export class ModifierScan {
  private readonly automaton: Automaton;
  private readonly table: Uint16Array;
  private readonly hits = new HitBuffer();
  /** Of each key, the groups it is a word of; -1 where it is a pseudo-modifier. */
  private readonly owners: number[][] = [];

  constructor(groups: readonly ModifierGroup[]) {
    const keyOf = new Map<string, number>();
    const keys: string[] = [];
    const own = (text: string, group: number) => {
      let key = keyOf.get(text);
      if (key === undefined) {
        key = keys.length;
        keyOf.set(text, key);
        keys.push(text);
        this.owners.push([]);
      }
      this.owners[key]?.push(group);
    };
    groups.forEach(({ words, pseudo }, place) => {
      for (const word of words) own(word, place);
      for (const word of pseudo) own(word, -1);
    });
    this.automaton = buildAutomaton(keys);
    this.table = characterTable(this.automaton.alphabet);
  }

  /** All hits in a text, in order of their starts, the longer first. UTF-16 offsets. */
  scan(text: string): ModifierHit[] {
    scanText(this.automaton, this.table, text, this.hits);
    const found: ModifierHit[] = [];
    for (let i = 0; i < this.hits.count; i++) {
      const key = this.hits.pairs[i * 2] as number;
      const end = this.hits.pairs[i * 2 + 1] as number;
      const start = end - (this.automaton.keyLength[key] as number);
      for (const group of this.owners[key] ?? []) found.push({ start, end, group });
    }
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  }
}
