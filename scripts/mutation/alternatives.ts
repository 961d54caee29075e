/** A stretch of a text, offsets in UTF-16 units. */
export interface Cut {
  readonly start: number;
  readonly end: number;
}

/**
 * Takes the text of a regular expression as it stands in a source file, between its delimiters, and returns what to cut
 * so that one alternative is gone, for each alternative of each group; the `|` beside it goes, too.
 * @param inString true for a string or template that a RegExp is made of, where a backslash is written twice and
 *   `${…}` stands for a part
 */
export function alternativeCuts(source: string, inString: boolean): Cut[] {
  const cuts: Cut[] = [];
  const groups: Group[] = [{ starts: [0] }];
  let at = 0;
  while (at < source.length) {
    const unit = source[at];
    const group = groups.at(-1);
    if (unit === '\\') {
      at += inString && source[at + 1] === '\\' ? 3 : 2;
      continue;
    }
    if (unit === '[') {
      at = classEnd(source, at, inString);
      continue;
    }
    if (inString && unit === '$' && source[at + 1] === '{') {
      at = substitutionEnd(source, at + 2);
      continue;
    }
    if (unit === '(') {
      at += /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/u.exec(source.slice(at, at + 40))?.[0].length ?? 1;
      groups.push({ starts: [at] });
      continue;
    }
    if (unit === '|') group?.starts.push(at + 1);
    if (unit === ')' && groups.length > 1) cuts.push(...cutsOf(groups.pop(), at));
    at++;
  }
  cuts.push(...cutsOf(groups[0], source.length));
  return cuts.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A group that is being read: where each of its alternatives starts. */
interface Group {
  readonly starts: number[];
}

function cutsOf(group: Group | undefined, end: number): Cut[] {
  const starts = group?.starts ?? [];
  if (starts.length < 2) return [];
  return starts.flatMap((start, place) => {
    const next = starts[place + 1];
    // What is empty is no alternative, but the end of a string to which another is joined.
    if (start === (next === undefined ? end : next - 1)) return [];
    return [next === undefined ? { start: start - 1, end } : { start, end: next }];
  });
}

function classEnd(source: string, start: number, inString: boolean): number {
  let at = start + 1;
  while (at < source.length && source[at] !== ']') {
    if (source[at] !== '\\') at++;
    else at += inString && source[at + 1] === '\\' ? 3 : 2;
  }
  return at + 1;
}

function substitutionEnd(source: string, start: number): number {
  let depth = 1;
  let at = start;
  for (; at < source.length && depth > 0; at++) {
    if (source[at] === '{') depth++;
    if (source[at] === '}') depth--;
  }
  return at;
}
