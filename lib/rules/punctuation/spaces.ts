import { matchesOf } from '../../draft/matches.ts';
import { numeralCharacters } from '../../draft/numeral-values.ts';
import { bilingual } from '../../language/language.ts';
import type { Fault } from '../style/fault.ts';

const between = /(?<=[\u4e00-\u9fff])([ \u00a0\u3000]{1,2})(?=[\u4e00-\u9fff，。、；：！？”》）])/gu;
/** 第一章 总则, 第一百二十条之一 …, 第一百O二条 …, 附件 清单: the standard prescribes this space. */
const afterOrdinal = new RegExp(
  `(?:第[${numeralCharacters}千\\d０-９OＯo]+[章节条编部分款项]+(?:之[一二三四五六七八九十]+)?|附[件录表图]?)$`,
  'u',
);
/** Behind a title of office, before or behind a name: a by-line. */
const byLine =
  /(?:记者|通讯员|总理|主席|主任|书记|省长|市长|县长|区长|局长|部长|委员|代表|同志|摄|作者|编辑|先生|女士)$/u;

/** A title before a surname: a name of two characters is spaced to the width of three, as in 县长李　静. */
const titledSurname =
  /(?:总理|主席|主任|书记|[省市县区镇乡村局厅部处科院校会团组社行]长|委员|代表|同志|记者|经理|教授|先生|女士)\p{Script=Han}$/u;
const givenName =
  /^\p{Script=Han}(?:同志|先生|女士|[副总]?书记|[副总]?主任|[副总]?主席|[副总]?经理|委员|代表|教授|[省市县区镇乡村局厅部处科院校会]长)/u;

/**
 * A space inside a sentence between Chinese characters, or before a mark (rule 27). Only in paragraphs of full
 * sentences, since by-lines, headings, two-part slogans and aligned columns keep theirs. Takes the paragraph.
 */
export function straySpaces(text: string): Fault[] {
  if (text.length < 15 || !/[。；！？]/u.test(text)) return [];
  const faults = spacesBehindMarks(text);
  for (const match of matchesOf(text, between)) {
    const start = match.index;
    const end = start + (match[1]?.length ?? 1);
    const before = clauseBefore(text, start);
    const after = clauseAfter(text, end);
    const beforeMark = /[，。、；：！？”》）]/u.test(text.charAt(end));
    if (afterOrdinal.test(before) || byLine.test(before) || after.startsWith('摄')) continue;
    if (
      !beforeMark &&
      (isSlogan(before, after) ||
        before.length < 2 ||
        after.length < 2 ||
        isColumn(text, start - before.length, end + after.length))
    )
      continue;
    if (isSpacedName(match[0], before, after) || isEnclosed(text, start)) continue;
    faults.push({
      level: 'hint',
      start,
      end,
      message: beforeMark
        ? bilingual('标点之前通常不空格，建议删去。', 'Usually no space stands before a mark.')
        : bilingual('汉字之间通常不空格，建议删去。', 'Usually no space stands between Chinese characters.'),
      fixes: [{ label: bilingual('删去空格', 'Delete the space'), edits: [{ start, end, text: '' }] }],
    });
  }
  return faults;
}

function isSpacedName(blank: string, before: string, after: string): boolean {
  if (blank !== '\u3000' && blank.length < 2) return false;
  return titledSurname.test(before) || givenName.test(after);
}

/** Two halves of equal length: 不忘初心 牢记使命. */
function isSlogan(before: string, after: string): boolean {
  return before.length === after.length;
}

/** Another space at the other end of either part: aligned names or columns. */
function isColumn(text: string, start: number, end: number): boolean {
  return /[ \u00a0\u3000]/u.test(text.charAt(start - 1)) || /[ \u00a0\u3000]/u.test(text.charAt(end));
}

function clauseBefore(text: string, at: number): string {
  return /[^\s　，。、；：！？“”《》（）]*$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
}

function clauseAfter(text: string, at: number): string {
  return /^[^\s　，。、；：！？“”《》（）]*/u.exec(text.slice(at, at + 24))?.[0] ?? '';
}

function isEnclosed(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 1_000), at);
  const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('《'));
  return open > Math.max(before.lastIndexOf('”'), before.lastIndexOf('》'));
}

/** One blank behind a mark: full-width ones, and more than one, are set to align or to begin a paragraph. */
const behindMark =
  /(?<=[\u4e00-\u9fff”’》）][，。、；：！？])[ \u00a0](?=[\u4e00-\u9fff“‘《])(?!新华社|记者|通讯员|（)/gu;

/** A space between a mark and the sentence behind it. */
function spacesBehindMarks(text: string): Fault[] {
  return matchesOf(text, behindMark).map(({ index: start }) => ({
    level: 'hint' as const,
    start,
    end: start + 1,
    message: bilingual('标点之后通常不空格，建议删去。', 'Usually no space stands behind a mark.'),
    fixes: [
      { label: bilingual('删去空格', 'Delete the space'), edits: [{ start, end: start + 1, text: '' }] },
    ],
  }));
}
