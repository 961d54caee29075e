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

/** A pair of blanks encloses a clause: **局牵头、**局配合. */
const listed = /[，、；]$/u;
const stops = /[，。；：、！？]/u;
/** Words that address all who are there: no blank stands before them. */
const salutation = /^(?:同志|先生|女士)们/u;
/** 县委, 市发改局: an office, by its last word. */
const unit =
  /^(?:[省市县区镇乡村州旗街]|人[社大武力防才]).{0,14}(?:[局委厅部院校办会站所组团]|公司|集团|单位|中心|政府|学校|大学|医院|支部)$/u;
/** Titles, amounts and parts of a date. */
const opensBlank =
  /^(?:同志|书记|主任|主席|[市县区镇乡村局厅部院校州]长|先生|女士|院士|[年月日届名个件位家项万亿元人户亩吨次条起场%％]|公[里斤])/u;

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
  const before = text.slice(Math.max(0, start - 1), start);
  return isBold(content, before, text.slice(closed, closed + 4), inMarkdown) ? closed : null;
}

/** Whether words between two marks, with what stands before and behind these, are emphasised. */
function isBold(content: string, before: string, after: string, inMarkdown: boolean): boolean {
  if (afterBlank.test(content) && !salutation.test(content)) {
    if (endsOpen.test(content) || afterBlank.test(after) || listed.test(content)) return false;
    return inMarkdown || isName(content);
  }
  if (inMarkdown && !listed.test(content)) return true;
  if (/[。！？：:]$/u.test(content)) return !endsOpen.test(before);
  return isShort(content) || standsAlone(content, before, after);
}

function standsAlone(content: string, before: string, after: string): boolean {
  const opens = before === '' || /[\s，。；：、！？”）—-]/u.test(before);
  const closes = after === '' || /^[\s，。；：、！？“（—-]/u.test(after);
  return closes && (opens || (!endsOpen.test(before) && !/^[多余]/u.test(content)));
}

/** Whether a single * stands before a word that another one closes: 党的*十九大*精神. Takes the words between them. */
export function isSlanted(content: string, after: string): boolean {
  return (
    isShort(content) && mayBeEmphasised(content) && ![content, after].some((words) => afterBlank.test(words))
  );
}

/** A name that begins like the words behind a blank: 县发改局, not 局牵头、 and 亿元左右. */
function isName(content: string): boolean {
  // A label has its colon within the emphasis: **书记：**张三.
  if (/[：:]$/u.test(content)) return !stops.test(content.slice(0, -1));
  return !stops.test(content) && (unit.test(content) || !opensBlank.test(content));
}

/** No joining words between two blanks. */
function mayBeEmphasised(content: string): boolean {
  return content !== '' && !joins.test(content) && !goesOn.test(content);
}

/** A few words without a stop; quoted ones may have any. */
function isShort(content: string): boolean {
  return (
    content.length <= shortest &&
    !/^[多余]|[，。；：！？《》“”]/u.test(content.replace(/“[^“”]*”|《[^《》]*》/gu, ''))
  );
}
