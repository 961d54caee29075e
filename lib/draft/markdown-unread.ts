import type { Span } from './types.ts';

const quoted = /^[ \t]*>/u;
/** What tells, at the end of a line, that others' words follow: …总书记强调：, 文件原文如下：. */
const lead =
  /(?<![点个项条些下几出的])(?:强调|指出|要求|提出|说过?|讲过|[讲写谈提]到|写道|明确|规定|指示|批示|回信|寄语|论述|论断|嘱托|原文|原话|摘录|摘要|摘抄|节选|全文|条文|引文|引用)(?:过|道|了|为|是|如下|内容如下)?[：:](?:\*\*|__)?[ \t]*$/u;
/** The author's own words. */
const own = /我(?!国|党|军|省|市|县|区|州|镇|乡)|本人|咱/u;
/** > ——习近平 */
const source = /^[ \t]*>[ \t>]*(?:—{1,2}|--)[ \t]*\p{Script=Han}/u;

/**
 * Hides quotations of others' words: lines with `>` behind a line that names who says them, or with their source in the
 * last line. Takes the lines without their ends.
 */
export function hideQuotations(lines: readonly string[], hidden: boolean[]): void {
  let before = '';
  let isOthers = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (hidden[at] === true || !quoted.test(line)) {
      before = line;
      isOthers = false;
      continue;
    }
    let end = at;
    while (hidden[end] !== true && quoted.test(lines[end] ?? '')) end++;
    // A second block behind a blank line goes on with the first.
    isOthers ||= isLead(before) || source.test(lines[end - 1] ?? '');
    if (isOthers) hidden.fill(true, at, end);
    at = end - 1;
  }
}

function isLead(line: string): boolean {
  const words = line.slice(-100);
  const clause = words.slice(Math.max(words.lastIndexOf('。'), words.lastIndexOf('；')) + 1);
  return lead.test(clause) && !own.test(clause);
}

/** Finds the comments of HTML in the lines of a text, which are handed one after another. */
export class CommentReader {
  private isOpen = false;
  /** The last place at which a comment ends: one that is never closed is none. */
  private readonly last: { readonly line: number; readonly at: number };
  constructor(lines: readonly string[]) {
    const line = lines.findLastIndex((one) => one.includes('-->'));
    this.last = { line, at: lines[line]?.lastIndexOf('-->') ?? -1 };
  }

  /** The comments in the next line, in order. Offsets of the line. No comment begins in a line that is hidden. */
  inLine(line: string, at: number, isHidden: boolean): Span[] {
    if (this.last.line < at) return [];
    const found: Span[] = [];
    for (let from = 0; ; ) {
      const start = this.isOpen ? from : isHidden ? -1 : line.indexOf('<!--', from);
      if (start < 0) return found;
      if (!this.isOpen && at === this.last.line && start + 4 > this.last.at) return found;
      const close = line.indexOf('-->', this.isOpen ? start : start + 4);
      this.isOpen = close < 0;
      const end = close < 0 ? line.length : close + 3;
      if (start < end) found.push({ start, end });
      if (close < 0) return found;
      from = end;
    }
  }
}
