import { followersOf } from './followers.ts';
import { bracketsOf, hasUnequalBrackets, rightBrackets, rightMarks } from './ordinal-marks.ts';
import type { NumberingStyle } from './ordinal-style.ts';
import { lastWord, sequenceWords, writeNumber } from './ordinals.ts';
import {
  expectedValue,
  isAuto,
  isAutoItem,
  type Outline,
  type OutlineItem,
  type OutlineSeries,
} from './outline.ts';
import { isRenumbered } from './renumbering.ts';
import { mistakenFor } from './series/ordinal-kinds.ts';
import { narrowed } from './text-edits.ts';
import type { NumberingChange, Span } from './types.ts';

/**
 * Plans the repair of the series at offset `target.at`, or of the whole draft: the smallest changes of ordinals, their
 * marks, the counts that announce them and the words that refer to them, in order. A correct draft has none, nor has a
 * repaired one.
 */
export function planRepair(
  outline: Outline,
  target?: { at: number },
  style: NumberingStyle = {},
): NumberingChange[] {
  if (target === undefined) return planFor(outline, outline.series, style);
  const series = seriesAt(outline, target.at);
  return series === null ? [] : planFor(outline, [series], style);
}

/** Plans the repair of these series, with the counts that announce them and the words that refer to them. */
export function planFor(
  outline: Outline,
  chosen: readonly OutlineSeries[],
  style: NumberingStyle = {},
): NumberingChange[] {
  const changes = chosen.flatMap((series) => repairSeries(outline, series, style));
  for (const series of new Set(chosen)) {
    for (const { numeral, phrase, text, about } of followersOf(outline, series))
      pushChange(outline, changes, numeral.start, numeral.end, text, wordsAround(outline, phrase), about);
  }
  return changes.sort((a, b) => a.start - b.start);
}

/** The words around a count or a reference in its line, for the preview. */
function wordsAround(outline: Outline, { start, end }: Span): string {
  const { text } = outline.draft;
  const before =
    text
      .slice(Math.max(0, start - 8), start)
      .split('\n')
      .at(-1) ?? '';
  return (before + (text.slice(start, end + 4).split('\n', 1)[0] ?? '')).trim();
}

/** The changes of the ordinals of one series. */
function repairSeries(outline: Outline, series: OutlineSeries, style: NumberingStyle): NumberingChange[] {
  if (isAuto(series)) return [];
  const changes: NumberingChange[] = [];
  const markOf = rightMarks(series, style);
  const renumber = isRenumbered(outline, series);
  const mixed = mixedWords(series);
  const verbs = strayMust(series);
  const brackets = rightBrackets(outline, series);
  const sample = spelledNumerals(outline, series);
  const ownForm = modelIn(outline, series);
  for (const [index, item] of series.items.entries()) {
    if (isAutoItem(item)) continue;
    if (mixed !== null) {
      repairWord(outline, changes, item, index, mixed);
      continue;
    }
    const { start, end } = item.numeral;
    const old = outline.draft.text.slice(start, end);
    const expected = expectedValue(series, index);
    const number =
      renumber && item.value !== expected && old !== lastWord
        ? writeNumber(item.kind, expected, old, sample)
        : old;
    const model = isMistaken(series, item) ? ownForm : undefined;
    if (model !== undefined) {
      const like = outline.draft.text.slice(model.numeral.start, model.numeral.end);
      rewrite(
        outline,
        changes,
        item,
        model,
        writeNumber(series.kind, renumber ? expected : item.value, like, sample),
      );
      continue;
    }
    if (verbs && item.kind === 'must')
      pushChange(outline, changes, end, item.ordinal.end, '是要', item.title);
    if (number !== null) pushChange(outline, changes, start, end, number, item.title);
    repairBrackets(outline, changes, item, brackets);
    const mark = markOf(item);
    if (mark !== null) pushChange(outline, changes, item.mark.start, item.mark.end, mark, item.title);
  }
  return changes;
}

/** The first numerals of a series that show how it spells 一百零五 and 一百一十, one behind the other. */
function spelledNumerals({ draft }: Outline, { items }: OutlineSeries): string {
  const high = items
    .filter(({ value }) => value > 100)
    .map(({ numeral }) => draft.text.slice(numeral.start, numeral.end));
  return [/百[〇零○]/u, /百一?十/u].flatMap((form) => high.find((one) => form.test(one)) ?? []).join(' ');
}

/** Whether an item is of another kind by mistake. */
function isMistaken({ kind }: OutlineSeries, item: OutlineItem): boolean {
  return item.kind !== kind && mistakenFor(item.kind, kind) === 'mistaken';
}

/** An item of the series' own kind: items of another kind have to take its form. */
function modelIn(outline: Outline, { kind, items }: OutlineSeries): OutlineItem | undefined {
  const alike = items.filter((other) => other.kind === kind && !isAutoItem(other));
  return alike.find((other) => !hasUnequalBrackets(outline, other)) ?? alike[0];
}

/** Rewrites number, brackets and mark in the form of another item: 四、 among 一是…二是…三是… becomes 四是. */
function rewrite(
  outline: Outline,
  changes: NumberingChange[],
  item: OutlineItem,
  model: OutlineItem,
  number: string | null,
): void {
  if (number === null) return;
  const { text } = outline.draft;
  const before = text.slice(model.ordinal.start, model.numeral.start);
  const wanted = before + number + text.slice(model.numeral.end, model.ordinal.end) + model.markText;
  const edit = narrowed(text, { start: item.ordinal.start, end: item.mark.end, text: wanted });
  pushChange(outline, changes, edit.start, edit.end, edit.text, item.title);
}

/** The innermost series at an offset: that of the ordinal there, else that of the nearest item before. */
export function seriesAt(outline: Outline, at: number): OutlineSeries | null {
  let best: OutlineSeries | null = null;
  let bestStart = -1;
  for (const series of outline.series) {
    if (isAuto(series)) continue;
    for (const item of series.items) {
      const { start } = item.ordinal;
      if (start <= at && at <= item.mark.end) return series;
      if (start <= at && start > bestStart) {
        best = series;
        bestStart = start;
      }
    }
  }
  return best;
}

/** Whether a series that mixes 首先 and 第二 is to have 'words' or 'numbers'; null if it does not mix them. */
export function mixedWords(series: OutlineSeries): 'words' | 'numbers' | null {
  const { items } = series;
  const numbers = items.filter((item) => item.kind === 'ordinal').length;
  const words = items.filter((item) => item.kind === 'sequence-word').length;
  if (numbers === 0 || words === 0) return null;
  return words > numbers && items.length <= sequenceWords.length ? 'words' : 'numbers';
}

/**
 * 一是…二要…三是…: 二要 becomes 二是要 if 是 comes first and prevails; the sentence still reads well. The other way round
 * (二是人员不足) it would not, so that is not repaired.
 */
function strayMust(series: OutlineSeries): boolean {
  if (series.kind !== 'is' || series.items[0]?.kind !== 'is') return false;
  const strays = series.items.filter((item) => item.kind === 'must').length;
  return strays > 0 && series.items.length >= 3 && 2 * strays < series.items.length;
}

function repairWord(
  outline: Outline,
  changes: NumberingChange[],
  item: OutlineItem,
  index: number,
  into: 'words' | 'numbers',
): void {
  const { start, end } = item.ordinal;
  if (outline.draft.text.slice(start, end) === lastWord) return;
  if (into === 'words') {
    const word = sequenceWords[index];
    if (word !== undefined) pushChange(outline, changes, start, end, word, item.title);
    return;
  }
  const number = writeNumber('ordinal', index + 1, '一');
  if (number === null) return;
  if (item.kind === 'ordinal') {
    pushChange(outline, changes, item.numeral.start, item.numeral.end, number, item.title);
    return;
  }
  const mark = item.markText === '' ? '，' : item.markText;
  pushChange(outline, changes, start, item.mark.end, `第${number}${mark}`, item.title);
}

function repairBrackets(
  outline: Outline,
  changes: NumberingChange[],
  item: OutlineItem,
  right: string,
): void {
  if (bracketsOf(outline, item) === null) return;
  const { ordinal, numeral, title } = item;
  pushChange(outline, changes, numeral.start - 1, numeral.start, right.charAt(0), title);
  pushChange(outline, changes, ordinal.end - 1, ordinal.end, right.charAt(1), title);
}

function pushChange(
  outline: Outline,
  changes: NumberingChange[],
  start: number,
  end: number,
  text: string,
  line: string,
  about?: NumberingChange['about'],
): void {
  const old = outline.draft.text.slice(start, end);
  if (old !== text) changes.push({ start, end, text, old, line, ...(about === undefined ? {} : { about }) });
}
