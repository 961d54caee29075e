import { matchesOf } from './matches.ts';
import { parseNumeral } from './numerals.ts';
import type { IsoDate, Paragraph } from './types.ts';

/** A day that the running text implies by what it says of its year, and the words that say so. */
export interface StatedYear {
  readonly date: IsoDate;
  readonly paragraph: Paragraph;
  readonly words: string;
}

const year = '((?:19|20)\\d{2})年';
const edge =
  '[^。；\\n“”]{0,40}?(?:[“"][^”"\\n]{1,8}[”"][^。；\\n“”]{0,12}?)?(?:开局|收官|起步|关键|攻坚|决胜)(?:之|一)年';
const plan = '[“"]?十([一二三四五六])五[”"]?(?:规划|计划|时期)?的?(开局|起步|收官)之年';

/** Words that place the named year beside the speaker's own: what they put first, and the day that follows from it. */
const besideToday: readonly { readonly words: RegExp; readonly day: (year: number) => IsoDate }[] = [
  { words: RegExp(`刚刚?过去的${year}，?是${edge}`, 'gu'), day: (named) => `${named + 1}-01-31` },
  { words: RegExp(`即将(?:过去|结束)的${year}，?是${edge}`, 'gu'), day: (named) => `${named}-12-31` },
  {
    words: RegExp(`(?:明年[（(]${year}[）)]|即将到来的${year})，?是${edge}`, 'gu'),
    day: (named) => `${named - 1}-12-31`,
  },
  { words: RegExp(`今年[（(]${year}[）)]，?是${edge}`, 'gu'), day: (named) => `${named}-01-31` },
];
const plainly = RegExp(`(?<![^。！？；\\s　])${year}，?是${edge}`, 'gu');
const byPlan = RegExp(`(今年|明年|去年)，?是[^。；，\\n]{0,16}?${plan}`, 'gu');
/** Told of another time, or by somebody else. */
const told = /回顾|回首|历史|当年|那年|那一年|曾|当时|指出|强调|提出|报告/u;

/**
 * The day read from statements about a year: 刚刚过去的2025年是…收官之年, 明年（2026年）是…开局之年. Where the text
 * does not place the year beside its own (2023年是…开局之年; 今年是“十四五”收官之年 with no year named), a second
 * statement must agree: 做好2023年工作. Statements that disagree say nothing. An old draft taken out again must not be
 * judged on its old day for an 今年 that was left in it.
 */
export function statedYear(paragraphs: readonly Paragraph[]): StatedYear | null {
  // All of it ends in these words; most paragraphs have neither.
  const telling = paragraphs.filter(({ text }) => text.includes('之年') || text.includes('一年'));
  if (telling.length === 0) return null;
  const whole = paragraphs.map(({ text }) => text).join('\n');
  const found = telling.flatMap((paragraph) => [
    ...besideToday.flatMap(({ words, day }) => read(paragraph, words, (match) => day(yearIn(match)))),
    ...read(paragraph, plainly, (match) => plainDay(match, paragraph, whole)),
    ...read(paragraph, byPlan, (match) => planDay(match, whole)),
  ]);
  const [first] = found;
  return first !== undefined && found.every(({ date }) => date === first.date) ? first : null;
}

function read(
  paragraph: Paragraph,
  words: RegExp,
  day: (match: RegExpMatchArray) => IsoDate | null,
): StatedYear[] {
  return matchesOf(paragraph.text, words).flatMap((match) => {
    const sentence =
      paragraph.text
        .slice(0, match.index)
        .split(/[。！？；]/u)
        .at(-1) ?? '';
    if (told.test(sentence)) return [];
    const date = day(match);
    return date === null ? [] : [{ date, paragraph, words: match[0] }];
  });
}

function yearIn(match: RegExpMatchArray): number {
  return Number(match.slice(1).find((group) => group !== undefined && /^\d{4}$/u.test(group)));
}

/** 2023年是…开局之年: the year planned for, where the text sets tasks for it and tells of no later one. */
function plainDay(match: RegExpMatchArray, paragraph: Paragraph, whole: string): IsoDate | null {
  const named = yearIn(match);
  if (/[一五]年来|过去(?:的)?一年|回顾/u.test(paragraph.text)) return null;
  if (RegExp(`(?:回顾|总结)[^。]{0,6}${named}年`, 'u').test(whole)) return null;
  for (let later = named + 1; later <= named + 4; later++)
    if (RegExp(`(?<![到至—－～~-])${later}年`, 'u').test(whole)) return null;
  const rest = paragraph.text.slice((match.index ?? 0) + match[0].length).split('。')[0] ?? '';
  const sets = setsTasksFor(`${named}年`, whole) || setsTasksFor('(?:今年|全年|新一年|新的一年)', rest);
  return sets ? `${named}-01-31` : null;
}

/** 今年是“十四五”收官之年: the plan tells the year, and the text must set tasks for that very year. */
function planDay(match: RegExpMatchArray, whole: string): IsoDate | null {
  const [, word = '', ordinal = '', which] = match;
  const first = 2001 + 5 * (parseNumeral(ordinal) ?? 0);
  const said = which === '收官' ? first + 4 : first;
  if (!setsTasksFor(`${word === '去年' ? said + 1 : said}年`, whole)) return null;
  if (word === '明年') return `${said - 1}-12-31`;
  return word === '去年' ? `${said + 1}-01-31` : `${said}-01-31`;
}

function setsTasksFor(when: string, whole: string): boolean {
  return RegExp(`(?:做好|抓好|部署|安排|谋划|完成)好?${when}`, 'u').test(whole);
}
