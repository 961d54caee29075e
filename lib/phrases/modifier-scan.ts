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
    const { pairs, count } = this.hits;
    const { keyLength } = this.automaton;
    for (let i = 0; i < count; i++) {
      const key = pairs[i * 2] as number;
      const end = pairs[i * 2 + 1] as number;
      const start = end - (keyLength[key] as number);
      const groups = this.owners[key] as readonly number[];
      for (let at = 0; at < groups.length; at++) insert(found, { start, end, group: groups[at] as number });
    }
    return found;
  }
}

/** Hits come in order of their ends, and so nearly in place: sorting them all afterwards took longer than the scan. */
function insert(found: ModifierHit[], hit: ModifierHit): void {
  let at = found.length;
  for (; at > 0; at--) {
    const before = found[at - 1] as ModifierHit;
    if (before.start < hit.start || (before.start === hit.start && before.end >= hit.end)) break;
    found[at] = before;
  }
  found[at] = hit;
}
