import { WORDING } from './search-data.ts';
import type { SearchIndex } from './search-index.ts';
import type { OnMatch } from './search-match.ts';

/** Shorter queries would match by chance. */
const MIN_CHARACTERS = 3;
/** The largest number of characters left out between two pieces of the query. */
const MAX_GAP = 8;
/** Every piece has this many characters, but for the last one. */
const MIN_PIECE = 2;

/**
 * Finds wordings that contain the characters in order, with some left out between pieces of two or more (提高站位 in
 * 提高政治站位). Takes a search key.
 */
export function matchWithGaps({ keys, roles }: SearchIndex, key: string, onMatch: OnMatch): void {
  if (key.length < MIN_CHARACTERS) return;
  const text = keys.text;
  const first = key.slice(0, MIN_PIECE);
  for (let at = text.indexOf(first), line = 0; at !== -1; at = text.indexOf(first, at + 1)) {
    const end = endOfPieces(text, at + MIN_PIECE, key, MIN_PIECE, MIN_PIECE);
    if (end === -1) continue;
    line = keys.lineFrom(line, at);
    const role = roles[line] as number;
    if (role !== WORDING.name && role !== WORDING.alias) continue;
    const from = keys.starts[line] as number;
    onMatch(line, at - from, end - from, keys.endOf(line) - from);
  }
}

/**
 * The end of the match of `key` from character `done` on, where a piece of `run` characters ends at `at`; -1 if there is
 * none.
 */
function endOfPieces(text: string, at: number, key: string, done: number, run: number): number {
  if (done === key.length) return at;
  if (text.charCodeAt(at) === key.charCodeAt(done)) {
    const end = endOfPieces(text, at + 1, key, done + 1, run + 1);
    if (end !== -1) return end;
  }
  if (run < MIN_PIECE) return -1;
  const piece = Math.min(MIN_PIECE, key.length - done);
  for (let gap = 1; gap <= MAX_GAP; gap++) {
    // A line break ends the wording.
    if (text.charCodeAt(at + gap - 1) === 10) return -1;
    if (!text.startsWith(key.slice(done, done + piece), at + gap)) continue;
    const end = endOfPieces(text, at + gap + piece, key, done + piece, piece);
    if (end !== -1) return end;
  }
  return -1;
}
