import type { Knowledge } from '../../phrases/types.ts';
import { codeUnitsOf } from '../code-units.ts';
import { PairTable, pairKey } from '../pair-table.ts';

/** All pairs of letters that the looks for wrong ones know, numbered once for all of them. */
export interface WordPairs {
  readonly table: PairTable;
  /** Numbers up to here begin or end a wording of four letters. */
  readonly halves: number;
  /** By number, 1 where the two are a frequent word or are seen side by side in right texts. */
  readonly seen: Uint8Array;
}

const known = new WeakMap<Knowledge, WordPairs>();

/** The pairs that the packs tell of; made once. */
export function wordPairs(knowledge: Knowledge): WordPairs {
  let own = known.get(knowledge);
  if (own === undefined) {
    own = build(knowledge);
    known.set(knowledge, own);
  }
  return own;
}

function build({ spellings }: Knowledge): WordPairs {
  const attested = spellings.filter(({ attestation }) => attestation !== 'none');
  const keys = new Set<number>();
  for (const { words, pairs } of attested) {
    for (const word of split(words)) keys.add(keyAt(word, 0)).add(keyAt(word, 2));
    for (const word of split(pairs)) keys.add(keyAt(word, 0));
  }
  const halves = keys.size;
  const seen = new Set<number>();
  for (const { common, seen: runs } of attested) {
    for (const word of split(common)) seen.add(keyAt(word, 0));
    // A letter with all that are seen behind it.
    for (const run of split(runs))
      for (let at = 1; at < run.length; at++) seen.add(pairKey(run.charCodeAt(0), run.charCodeAt(at)));
  }
  for (const key of seen) keys.add(key);
  return {
    table: new PairTable(keys),
    halves,
    seen: Uint8Array.from([0, ...[...keys].map((key) => (seen.has(key) ? 1 : 0))]),
  };
}

/** The words of lines that a space divides. */
export function split(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}

function keyAt(word: string, at: number): number {
  return pairKey(word.charCodeAt(at), word.charCodeAt(at + 1));
}

let numbers = new Uint32Array(4_096);
let last = '';
let lastTable: PairTable | undefined;

/**
 * The number of the two letters that begin at each place of a text, 0 where they are no known pair; it ends in a 0, and
 * behind it stand others. Holds until the next call: nobody keeps it.
 */
export function pairNumbersOf(text: string, { table }: WordPairs): Uint32Array {
  if (text === last && table === lastTable) return numbers;
  if (text.length > numbers.length) numbers = new Uint32Array(text.length * 2);
  const units = codeUnitsOf(text);
  let first = units[0] as number;
  for (let at = 1; at < text.length; at++) {
    const second = units[at] as number;
    numbers[at - 1] = table.numberOf(first, second);
    first = second;
  }
  if (text !== '') numbers[text.length - 1] = 0;
  last = text;
  lastTable = table;
  return numbers;
}
