/** What stands behind two slashes before the caret. Offsets are UTF-16 units of the text. */
export interface SlashQuery {
  /** Where the slashes begin. */
  readonly start: number;
  /** The characters between the slashes and the caret; '' while there are none. */
  readonly query: string;
}

/** Longer words behind the slashes are no query. UTF-16 units. */
const longest = 20;
/**
 * Slashes behind a letter, a digit, a colon or a mark of addresses and paths are part of something else: https://, 12//34.
 */
const slashes =
  /(?<![A-Za-z\d:：/\\.~%?=&#@+*|_-])\/\/((?:[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z\d]*)?)$/u;
const fence = /^[ \t]*(?:`{3,}|~{3,})/u;

/**
 * The query behind two slashes just before the caret. Null where the slashes are none of ours, and in code as Markdown
 * writes it.
 */
export function slashQuery(text: string, caret: number): SlashQuery | null {
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  const line = text.slice(Math.max(lineStart, caret - longest - 3), caret);
  const query = slashes.exec(line)?.[1];
  if (query === undefined || query.length > longest) return null;
  const start = caret - query.length - 2;
  return isInCode(text.slice(0, start), lineStart) ? null : { start, query };
}

/** True behind an open fence, or an odd number of back ticks in the line. */
function isInCode(before: string, lineStart: number): boolean {
  if (before.slice(lineStart).split('`').length % 2 === 0) return true;
  if (!before.includes('```') && !before.includes('~~~')) return false;
  return before.split('\n').filter((line) => fence.test(line)).length % 2 === 1;
}
