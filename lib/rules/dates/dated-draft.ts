import { yearOf } from '../../draft/dates.ts';
import { matchesOf } from '../../draft/matches.ts';
import type { AsOf, Draft, Edit, Paragraph } from '../../draft/types.ts';
import type { Words } from '../../language/language.ts';
import type { Source } from '../../phrases/types.ts';
import { changeTo } from '../quoted-words.ts';
import type { Level, RuleFinding, RuleFix } from '../types.ts';

/** A draft with the year it is judged on. */
export interface Dated {
  readonly draft: Draft;
  readonly text: string;
  readonly asOf: AsOf;
  readonly year: number;
  /** The author set the date, or the draft has one with a month. A year in a title alone may be last year's. */
  readonly sure: boolean;
}

/** A year that a sentence names. */
export interface NamedYear {
  readonly year: number;
  /** In digits, not 今年. */
  readonly explicit: boolean;
  readonly start: number;
  readonly end: number;
}

/** Takes a draft and the day it is judged on. */
export function datedDraft(draft: Draft, asOf: AsOf): Dated {
  const { precision } = asOf.writtenFor ?? {};
  const sure =
    asOf.from === 'option' || (asOf.from === 'draft' && (precision === 'day' || precision === 'month'));
  return { draft, text: draft.text, asOf, year: Number(asOf.date.slice(0, 4)), sure };
}

/** A year of four characters, without 年. */
export const yearPattern = '(?:19|20)\\d{2}|[一二][〇零○一二三四五六七八九]{3}';
const timeWord = new RegExp(`(前年|去年|今年|明年|后年)|(?<![\\d—－–～~至到-])(${yearPattern})年`, 'gu');
const words = ['前年', '去年', '今年', '明年', '后年'];

/** The year that 去年, 今年, 明年 … mean in a draft of `draftYear`; null for any other word. */
export function relativeYear(word: string, draftYear: number): number | null {
  const at = words.indexOf(word);
  return at < 0 ? null : draftYear + at - 2;
}

/** The last year named in a part of a text (from, to: offsets of the text), or null. */
export function lastNamedYear(dated: Dated, from: number, to: number): NamedYear | null {
  const match = matchesOf(dated.text.slice(from, to), timeWord).at(-1);
  if (match === undefined) return null;
  const relative = relativeYear(match[1] ?? '', dated.year);
  return {
    year: relative ?? yearOf(match[2] ?? ''),
    explicit: relative === null,
    start: from + match.index,
    end: from + match.index + match[0].length,
  };
}

/** The paragraph that contains an offset of the text; undefined before the first. */
export function paragraphAt({ draft }: Dated, offset: number): Paragraph | undefined {
  return draft.paragraphs.findLast(({ start }) => start <= offset);
}

/** Limit of a search around a place, since a line without stops would be read once per place. UTF-16 units. */
const farthest = 1_000;

/** Where the sentence around an offset begins, at most 1,000 units before it. */
export function sentenceStart(text: string, offset: number): number {
  let start = offset;
  const first = Math.max(0, offset - farthest);
  while (start > first && !'。；！？\n;!?'.includes(text.charAt(start - 1))) start--;
  return start;
}

/** Where the sentence around an offset ends, its stop included; at most 1,000 units behind it. */
export function sentenceEnd(text: string, offset: number): number {
  const ahead = text.slice(offset, offset + farthest);
  const stop = ahead.search(/[。；！？\n]/u);
  return offset + (stop < 0 ? ahead.length : stop + 1);
}

/** True inside “” or 《》 that open in the same line, at most 1,000 units before: a quotation is not the speaker's. */
export function isQuoted(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - farthest), offset);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return line.lastIndexOf('“') > line.lastIndexOf('”') || line.lastIndexOf('《') > line.lastIndexOf('》');
}

/** A finding of the rule; `wanted` replaces the span, null if only the author can decide. */
export function dateFinding(
  span: { readonly start: number; readonly end: number },
  level: Level,
  message: Words,
  fix: { readonly label: string; readonly edits: readonly Edit[] } | null,
  source?: Source,
): RuleFinding {
  const fixes: RuleFix[] = fix === null ? [] : [{ label: changeTo(fix.label), edits: fix.edits }];
  const { start, end } = span;
  return {
    rule: 'date-consistency',
    level,
    start,
    end,
    message,
    ...(source === undefined ? {} : { source }),
    fixes,
  };
}
