import { afterBlank } from './filling.ts';

/** Longest emphasis in the middle of a clause. UTF-16 units. */
const shortest = 20;
/** Limit of the search for the end of emphasis or of a line of marks. UTF-16 units. */
const longest = 2_000;
const farthest = 100;

/** True for a line that contains only marks: a divider, or a line to sign on. */
export function isRule(text: string, offset: number): boolean {
  const isEnd = (at: number) => at < 0 || at >= text.length || text.charAt(at) === '\n';
  const isMark = (at: number) => !isEnd(at) && /[*＊_＿\s\-—]/u.test(text.charAt(at));
  // A run of marks this long is no blank, whatever surrounds it.
  let from = offset - 1;
  while (from > offset - farthest && isMark(from)) from--;
  let to = offset;
  while (to < offset + farthest && isMark(to)) to++;
  return (isEnd(from) || from === offset - farthest) && (isEnd(to) || to === offset + farthest);
}

/** What stands between two blanks of a list, and is never emphasised: **、**和**, 从**到**. */
const joins = /^(?:[、，；/／·—～~-]|以?及|或者?|和|与|暨|兼|到|至|向|给|由|从|等|转|接)+$/u;
/** Emphasis begins with a word: behind **、 and **， a list of blanks goes on. Not **“十五五”规划**. */
const goesOn = /^(?:[、，。；：！？”）》]|[和与](?![谐平睦美解善气蔼暖煦会时众]))/u;

/** The words before a blank: **同志向**汇报. */
const endsOpen = /[和与及向给由从到在对]$/u;

/**
 * Distinguishes Markdown emphasis (**重点**) from two blanks in one line (**同志……**人). Takes the span of the first
 * marks; returns the offset behind the closing ones, or null if this is no emphasis.
 * @param inMarkdown true in a text that is Markdown: then words of any length may be emphasised
 */
export function isEmphasis(text: string, start: number, end: number, inMarkdown = false): number | null {
  const marks = text.slice(start, end);
  if (marks.length > 3 || /[＊＿]/u.test(marks)) return null;
  const [line = ''] = text.slice(end, end + longest).split('\n', 1);
  const close = end + line.indexOf(marks);
  if (close < end) return null;
  const content = text.slice(end, close);
  if (/^\s|\s$/u.test(content) || content.includes(marks.charAt(0)) || !mayBeEmphasised(content)) return null;
  const closed = close + marks.length;
  const fillsBlank = afterBlank.test(content);
  if (inMarkdown && !/[，、；]$/u.test(content))
    return fillsBlank && (endsOpen.test(content) || afterBlank.test(text.slice(closed, closed + 4)))
      ? null
      : closed;
  if (fillsBlank) return null;
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(closed, closed + 1);
  const opensAlone = before === '' || /[\s，。；：、！？”）—-]/u.test(before);
  const closesAlone = after === '' || /[\s，。；：、！？“（—-]/u.test(after) || /[。：！？]$/u.test(content);
  return (opensAlone && closesAlone) || isShort(content) ? closed : null;
}

/** No joining words between two blanks. */
function mayBeEmphasised(content: string): boolean {
  return content !== '' && !joins.test(content) && !goesOn.test(content);
}

/** A few words without a stop; quoted ones may have any. */
function isShort(content: string): boolean {
  return (
    content.length <= shortest &&
    !/[，。；：！？、《》“”]/u.test(content.replace(/“[^“”]*”|《[^《》]*》/gu, ''))
  );
}
