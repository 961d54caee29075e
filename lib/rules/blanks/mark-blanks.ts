import { isEmphasis, isRule } from '../../draft/emphasis.ts';
import { afterBlank } from '../../draft/filling.ts';
import { matchesOf } from '../../draft/matches.ts';
import { signOf } from '../../draft/signs.ts';
import { sentenceEnd, sentenceStart } from '../dates/dated-draft.ts';
import type { Blank, BlankFamily } from './types.ts';

const mark = /[×✕✖╳]+|[XxＸｘ]+|[*＊]+|[_＿]{2,}|[○◯]{2,}|△{2,}/gu;
/** All marks contain one of these. */
export const markSign = signOf(...'×✕✖╳XxＸｘ*＊_＿○◯△');
const latin = /[A-Za-z0-9.\-+＋/_]/u;
/** Words of criminal cases, where names are withheld: 被告人张××. */
const caseWords = /被告人|嫌疑人|受害人|被害人|当事人|涉嫌|受贿|贪污|违纪|违规|违法|犯罪|一案|通报|案件/u;

/** Marks to be filled in: ××县, X届X次, **同志, ____, ○○. Offsets of the draft. */
export function markBlanks(text: string): Blank[] {
  const blanks: Blank[] = [];
  let emphasisEnd = -1;
  for (const match of matchesOf(text, mark)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start < emphasisEnd) continue;
    const family = familyOf(match[0]);
    if (family === 'star' || family === 'line') {
      if (isRule(text, start)) continue;
      const closed = isEmphasis(text, start, end);
      if (closed !== null) {
        emphasisEnd = closed;
        continue;
      }
    }
    const blank = judges[family](text, start, end);
    if (blank !== null) blanks.push(blank);
  }
  return blanks;
}

type MarkFamily = Exclude<BlankFamily, 'name' | 'note'>;
type Judge = (text: string, start: number, end: number) => Blank | null;

function familyOf(run: string): MarkFamily {
  if (/^[×✕✖╳]/u.test(run)) return 'cross';
  if (/^[XxＸｘ]/u.test(run)) return 'letter';
  if (/^[*＊]/u.test(run)) return 'star';
  return /^[_＿]/u.test(run) ? 'line' : 'shape';
}

const judges: Readonly<Record<MarkFamily, Judge>> = {
  cross(text, start, end) {
    const before = text.charAt(start - 1);
    const after = text.slice(end, end + 4);
    if (isMasked(before, after, end - start)) return null;
    const year = yearBlank(text, start, end, 'cross');
    if (year !== null) return year;
    if (end - start > 1) {
      return isCase(text, start, end) ? null : { start, end, family: 'cross' };
    }
    // 5×8小时, “×”, 数据要素×”: a multiplication sign, or the sign itself.
    if (/^[ 　]*[\d０-９(（”"’）)]/u.test(after) || /[√✓✔]/u.test(lineOf(text, start))) return null;
    if (/[〕】\]第]/u.test(before) || afterBlank.test(after)) return { start, end, family: 'cross' };
    const between = /\p{Script=Han}/u;
    return between.test(before) || between.test(after.charAt(0))
      ? { start, end, family: 'cross', weak: true }
      : null;
  },
  letter(text, start, end) {
    const before = text.charAt(start - 1);
    const after = text.slice(end, end + 4);
    const year = yearBlank(text, start, end, 'letter');
    if (year !== null) return year;
    if (latin.test(before) || latin.test(after.charAt(0))) return null;
    // 党建+X, “X”: the letter itself; XX世纪, XX染色体: a name.
    if (/^[”"’]/u.test(after) || /^(?:世纪|染色体|码)/u.test(after)) return null;
    // “XX新闻” in quotation marks: any such name. X公司: perhaps its name.
    if (before === '“' && /^[^“”]{1,6}”/u.test(text.slice(end, end + 7)) && !afterBlank.test(after))
      return null;
    if (end - start === 1 && /^(?:公司|集团|部|院|处)/u.test(after)) return null;
    const isCertain = afterBlank.test(after) || /[〕】\]第]/u.test(before);
    if (isCertain) return { start, end, family: 'letter' };
    return end - start > 1 && /^\p{Script=Han}/u.test(after) ? { start, end, family: 'letter' } : null;
  },
  star(text, start, end) {
    const before = text.charAt(start - 1);
    const after = text.slice(end, end + 4);
    if (isMasked(before, after, end - start) || /^\d/u.test(after)) return null;
    if (end - start > 1) return isCase(text, start, end) ? null : { start, end, family: 'star' };
    const bullet = isBullet(text, start);
    return !bullet && /[省市县区委局厅长]/u.test(before) && /^\p{Script=Han}/u.test(after)
      ? { start, end, family: 'star', weak: true }
      : null;
  },
  line(text, start, end) {
    return latin.test(text.charAt(start - 1)) || latin.test(text.charAt(end))
      ? null
      : { start, end, family: 'line' };
  },
  shape(text, start, end) {
    // 二○○八年, ○○后: digits.
    const digit = /[一二三四五六七八九零〇]/u;
    if (digit.test(text.charAt(start - 1)) || digit.test(text.charAt(end)) || text.startsWith('后', end))
      return null;
    return { start, end, family: 'shape' };
  },
};

/** 138××××5678, 云A×××××: a number that is partly masked. */
function isMasked(before: string, after: string, length: number): boolean {
  if (/[A-Za-z]/u.test(before)) return true;
  return /\d/u.test(before) && (/^\d/u.test(after) || length >= 4);
}

/** 20××年, 202×年: the year including its digits. */
function yearBlank(text: string, start: number, end: number, family: BlankFamily): Blank | null {
  const digits = /(?<!\d)(?:19|20)\d?$/u.exec(text.slice(Math.max(0, start - 4), start))?.[0];
  if (digits === undefined || digits.length + end - start !== 4 || text.charAt(end) !== '年') return null;
  return { start: start - digits.length, end, family };
}

/** 犯罪嫌疑人李××: a surname before the marks, and words of a case in the sentence. */
function isCase(text: string, start: number, end: number): boolean {
  if (!/\p{Script=Han}/u.test(text.charAt(start - 1)) || afterBlank.test(text.slice(end, end + 4)))
    return false;
  const from = sentenceStart(text, start);
  return caseWords.test(text.slice(from, sentenceEnd(text, end)));
}

/** True if only white space stands before an offset in its line. */
function isBullet(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && at > offset - 40 && /[^\S\n]/u.test(text.charAt(at))) at--;
  return at < 0 || text.charAt(at) === '\n';
}

/** The line around an offset, at most 400 UTF-16 units each way. */
function lineOf(text: string, offset: number): string {
  const from = Math.max(0, offset - 400);
  const before = text.slice(from, offset);
  const [after = ''] = text.slice(offset, offset + 400).split('\n', 1);
  return before.slice(before.lastIndexOf('\n') + 1) + after;
}
