import type { SearchIndex } from './search-index.ts';
import type { OnMatch } from './search-match.ts';

/** Shorter queries are too little to recognise a phrase by when one character of them is wrong. */
const MIN_CHARACTERS = 4;

/**
 * Finds wordings that contain the characters but for one: another one in its place, one missing, or one too many.
 * One half of the query is then right as it stands: it is searched for, and the other half compared beside it.
 */
export function matchWithTypo({ keys }: SearchIndex, key: string, onMatch: OnMatch): void {
  if (key.length < MIN_CHARACTERS) return;
  const middle = key.length >> 1;
  const [left, right] = [key.slice(0, middle), key.slice(middle)];
  const text = keys.text;
  const search = (half: string, rest: string, forward: boolean) => {
    for (let at = text.indexOf(half); at !== -1; at = text.indexOf(half, at + 1)) {
      const line = keys.lineAt(at);
      const from = keys.starts[line] as number;
      const end = keys.endOf(line);
      const beside = forward ? text.slice(at + half.length, end) : text.slice(from, at);
      const length = lengthWithin(beside, rest, forward);
      if (length === -1) continue;
      const start = forward ? at : at - length;
      onMatch(line, start - from, start - from + half.length + length, end - from);
    }
  };
  search(left, right, true);
  search(right, left, false);
}

/**
 * How many characters of `text`, from its beginning (or back from its end), are `wanted` but for one edit; -1 when no
 * number of them is.
 */
function lengthWithin(text: string, wanted: string, forward: boolean): number {
  const at = (string: string, i: number) => string.charCodeAt(forward ? i : string.length - 1 - i);
  let same = 0;
  while (same < wanted.length && same < text.length && at(text, same) === at(wanted, same)) same++;
  if (same === wanted.length) return same;
  const follows = (skipText: number, skipWanted: number) => {
    const length = wanted.length - same - skipWanted;
    if (same + skipText + length > text.length) return -1;
    for (let i = 0; i < length; i++) {
      if (at(text, same + skipText + i) !== at(wanted, same + skipWanted + i)) return -1;
    }
    return same + skipText + length;
  };
  return Math.max(follows(1, 1), follows(1, 0), follows(0, 1));
}
