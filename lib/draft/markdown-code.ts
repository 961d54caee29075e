import { matchesOf } from './matches.ts';
import type { Span } from './types.ts';

/** Three or more; a longer row of ~ is an ornament. */
const fence = /^[ \t]*(?:>[ \t]?){0,4}(`{3,}(?=[^`]*$)|~{3,5}(?!~))(.*)$/u;
const indent = /^(?: {4}|\t)/u;
const listItem = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]/u;
/** What no sentence of a draft has. */
const program = /[A-Za-z_$\]][ \t]?[=({<[]|[;{}][ \t]*$|^[ \t]*(?:\/\/|\$ |<\/?[a-z])/u;
const sentence = /[。！？；]/u;
/** A front matter has so many lines at most. */
const longestFront = 60;
const frontLine =
  /^(?:[\p{Script=Han}A-Za-z_][\p{Script=Han}\w-]{0,30}[ \t]*[:：].*|[ \t]*- .*|[ \t]+.*|#.*|[ \t]*)$/u;
const frontKey = /^[A-Za-z_][\w-]{0,30}[ \t]*:(?:[ \t]|$)/u;
/** The date of a front matter is the draft's own, so that it stays to be read. */
const frontDate = /^(?:date|日期)[ \t]*[:：=]/iu;
const tomlLine = /^[ \t]*(?:[\w."-]{1,60}[ \t]*=.*|\[.*\]|#.*|["'\]].*)?$/u;
/** Longer stretches between two back ticks are no code. UTF-16 units. */
const longestCode = 200;

/**
 * For each line, whether it belongs to a code block or to the front matter at the very start; of the front matter, the
 * date and the two marks stay. Takes the lines without their ends.
 */
export function hiddenLines(lines: readonly string[]): boolean[] {
  const hidden = lines.map(() => false);
  /** The shortest mark of each kind that is never closed: no longer one behind it is. */
  const open = new Map<string, number>();
  for (let at = hideFront(lines, hidden); at < lines.length; at++) {
    const mark = fence.exec(lines[at] ?? '')?.[1];
    if (mark === undefined || mark.length >= (open.get(mark.charAt(0)) ?? Number.POSITIVE_INFINITY)) continue;
    const end = fenceEnd(lines, at, mark);
    if (end < 0 && mark.startsWith('`')) {
      hidden.fill(true, at);
      break;
    }
    if (end < 0) {
      open.set(mark.charAt(0), mark.length);
      continue;
    }
    hidden.fill(true, at, end + 1);
    at = end;
  }
  return hidden;
}

/** Hides a front matter in YAML or TOML; returns the number of its lines. */
function hideFront(lines: readonly string[], hidden: boolean[]): number {
  if (lines[0] === '+++') {
    const close = lines.slice(0, longestFront).indexOf('+++', 1);
    const settings = lines.slice(1, Math.max(1, close));
    if (settings.length === 0 || !settings.every((line) => tomlLine.test(line))) return 0;
    hidden.fill(true, 0, close + 1);
    for (const [at, line] of settings.entries()) hidden[at + 1] = !frontDate.test(line);
    return close + 1;
  }
  if (lines[0] !== '---') return 0;
  const end = lines.slice(0, longestFront).findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)$/u.test(line));
  const inner = lines.slice(1, Math.max(1, end));
  if (!inner.some((line) => frontKey.test(line)) || !inner.every((line) => frontLine.test(line))) return 0;
  for (const [at, line] of inner.entries()) hidden[at + 1] = !frontDate.test(line);
  return end + 1;
}

/** The line that closes the code block that a line opens with a mark; -1 if none does. */
function fenceEnd(lines: readonly string[], at: number, mark: string): number {
  for (let end = at + 1; end < lines.length; end++) {
    const closing = fence.exec(lines[end] ?? '');
    if (closing?.[1]?.startsWith(mark) === true && (closing[2] ?? '').trim() === '') return end;
  }
  return -1;
}

/** Hides blocks of lines that are indented, stand behind a blank line that is in no list, and are program text. */
export function hideIndented(lines: readonly string[], hidden: boolean[]): void {
  let last = '';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const isBlock = indent.test(line) && (lines[at - 1] ?? '').trim() === '' && !listItem.test(last);
    if (line.trim() !== '') last = line;
    if (!isBlock || hidden[at] === true) continue;
    let end = at;
    while (indent.test(lines[end] ?? '')) end++;
    const block = lines.slice(at, end);
    if (block.some((one) => program.test(one)) && !block.some((one) => sentence.test(one)))
      hidden.fill(true, at, end);
    last = block.at(-1) ?? last;
    at = end - 1;
  }
}

/** Code between back ticks in a line, without the back ticks. Offsets of the line. */
export function codeSpans(line: string): Span[] {
  const found: Span[] = [];
  const runs = matchesOf(line, /`+/gu);
  /** For each run, the next one of the same length. */
  const next = new Map<number, number>();
  const partner = runs.map(() => -1);
  for (let at = runs.length - 1; at >= 0; at--) {
    const length = runs[at]?.[0].length ?? 0;
    partner[at] = next.get(length) ?? -1;
    next.set(length, at);
  }
  for (let at = 0; at < runs.length; at++) {
    const [open, close] = [runs[at], runs[partner[at] ?? -1]];
    if (open === undefined || close === undefined) continue;
    const start = open.index + open[0].length;
    const code = line.slice(start, Math.min(close.index, start + longestCode + 1));
    if (code.length > longestCode || code.includes('。')) continue;
    found.push({ start, end: close.index });
    at = partner[at] ?? at;
  }
  return found;
}
