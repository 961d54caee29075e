const none: readonly RegExpExecArray[] = [];

/**
 * Every match of a global pattern in a text, from left to right, like `matchAll`, but without copying the pattern: some
 * fifty are tried on every paragraph, mostly without a match. Throws a TypeError if the pattern is not global.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`Only the first match of ${pattern.source} would be found.`);
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const matches: RegExpExecArray[] = [];
  while (match !== null) {
    matches.push(match);
    // Step over an empty match, which would be found again.
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    match = pattern.exec(text);
  }
  return matches;
}

/**
 * Every match of a sticky pattern that contains one of some words within `farthest` units of its beginning, from left
 * to right. The pattern is tried only before these words, which is much faster on a whole draft. Throws a TypeError
 * if the pattern is not sticky.
 */
export function matchesBefore(
  text: string,
  pattern: RegExp,
  words: readonly string[],
  farthest: number,
): readonly RegExpExecArray[] {
  if (!pattern.sticky) throw new TypeError(`${pattern.source} would be looked for everywhere.`);
  const next = words.map((word) => text.indexOf(word));
  const matches: RegExpExecArray[] = [];
  let free = 0;
  for (;;) {
    let place = -1;
    for (let i = 0; i < next.length; i++) {
      const at = next[i] as number;
      if (at >= 0 && (place < 0 || at < (next[place] as number))) place = i;
    }
    if (place < 0) return matches;
    const at = next[place] as number;
    next[place] = text.indexOf(words[place] as string, at + 1);
    for (free = Math.max(free, at - farthest); free <= at; free++) {
      pattern.lastIndex = free;
      const match = pattern.exec(text);
      if (match === null) continue;
      matches.push(match);
      free += match[0].length - 1;
    }
  }
}
