import { type Automaton, characterTable, HitBuffer, scanText } from './automaton.ts';
import { buildAutomaton } from './automaton-build.ts';

const none: ReadonlySet<string> = new Set();

/** Tells which of some words a text holds, in one pass over it, however many they are. */
export class WordScan {
  private readonly words: readonly string[];
  private readonly automaton: Automaton;
  private readonly table: Uint16Array;
  private readonly hits = new HitBuffer();

  /** Takes the words; empty ones are in no text. */
  constructor(words: readonly string[]) {
    this.words = [...new Set(words)].filter((word) => word !== '');
    this.automaton = buildAutomaton(this.words);
    this.table = characterTable(this.automaton.alphabet);
  }

  /** Those that a text holds, also one within another. */
  wordsIn(text: string): ReadonlySet<string> {
    scanText(this.automaton, this.table, text, this.hits);
    const { pairs, count } = this.hits;
    if (count === 0) return none;
    const found = new Set<string>();
    for (let i = 0; i < count; i++) found.add(this.words[pairs[i * 2] as number] as string);
    return found;
  }
}
