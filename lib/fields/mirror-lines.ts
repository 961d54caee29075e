import { lowerBound } from '../common/lower-bound.ts';
import { difference } from '../draft/text-edits.ts';
import { isAt, type Point } from './point.ts';

/** One paragraph of a mirrored text, including its line feed. */
interface Line {
  readonly block: HTMLElement;
  readonly node: Text;
  words: string;
  start: number;
}

/** The text of a mirror, one block per paragraph. */
export interface MirrorLines {
  /** Sets the text. Replaces only what changed, so that the browser lays out no other paragraph again. */
  write(text: string): void;
  /** Takes everything out of the box, also what is not ours. */
  clear(): void;
  /** How many times the text changed. */
  writings(): number;
  /** The range of a span (UTF-16). Returns `known` if it is at that place already. */
  range(start: number, end: number, known?: Range): Range;
}

/** Keeps a text in the box of a mirror. */
export function mirrorLines(box: HTMLElement): MirrorLines {
  const document = box.ownerDocument;
  let lines: readonly Line[] = [];
  let writings = 0;

  const make = (words: string): Line => {
    const block = document.createElement('div');
    const node = document.createTextNode(words);
    block.append(node);
    return { block, node, words, start: 0 };
  };
  const lineAt = (offset: number): Line | undefined => {
    const next = lowerBound(lines.length, (at) => (lines[at]?.start ?? 0) <= offset);
    return lines[Math.max(0, next - 1)];
  };
  const pointIn = (line: Line | undefined, offset: number): Point =>
    line === undefined
      ? { node: box, offset: 0 }
      : { node: line.node, offset: Math.min(offset - line.start, line.words.length) };

  return {
    write(text) {
      const words = linesOf(text);
      const most = Math.min(words.length, lines.length);
      let head = 0;
      while (head < most && words[head] === lines[head]?.words) head++;
      let tail = 0;
      while (tail < most - head && words.at(-1 - tail) === lines.at(-1 - tail)?.words) tail++;
      if (head + tail === words.length && words.length === lines.length) return;
      writings++;
      const old = lines.slice(head, lines.length - tail);
      const rest = lines.slice(lines.length - tail);
      const changed = words.slice(head, words.length - tail).map((line, i) => {
        const known = old[i];
        if (known === undefined) return make(line);
        const change = difference(known.words, line);
        known.node.replaceData(change.start, change.end - change.start, change.text);
        known.words = line;
        return known;
      });
      for (const { block } of old.slice(changed.length)) block.remove();
      for (const { block } of changed.slice(old.length)) box.insertBefore(block, rest[0]?.block ?? null);
      lines = [...lines.slice(0, head), ...changed, ...rest];
      let start = 0;
      for (const line of lines) {
        line.start = start;
        start += line.words.length;
      }
    },
    clear() {
      lines = [];
      box.replaceChildren();
    },
    writings: () => writings,
    range(start, end, known) {
      const from = pointIn(lineAt(start), start);
      // An end belongs behind the last character, not before the next line.
      const to = end > start ? pointIn(lineAt(end - 1), end) : from;
      if (known !== undefined && isAt(known, from, to)) return known;
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      return range;
    },
  };
}

function linesOf(text: string): string[] {
  const lines: string[] = [];
  let from = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    lines.push(text.slice(from, end + 1));
    from = end + 1;
  }
  lines.push(text.slice(from));
  return lines;
}
