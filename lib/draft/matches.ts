const none: readonly RegExpExecArray[] = [];

/**
 * Every match of a global pattern in a text, from left to right, as `matchAll` gives them. That one copies the pattern
 * at each call, and some fifty are asked of every paragraph, nearly always in vain. Throws a
 * TypeError where the pattern is not global.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`Only the first match of ${pattern.source} would be found.`);
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const matches: RegExpExecArray[] = [];
  while (match !== null) {
    matches.push(match);
    // An empty match would be found again and again.
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    match = pattern.exec(text);
  }
  return matches;
}
