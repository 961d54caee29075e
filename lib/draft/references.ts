import { paragraphAt } from './embedded.ts';
import { parseArabic, parseNumeral } from './numerals.ts';
import type { OrdinalKind } from './ordinals.ts';
import type { Outline, OutlineItem, OutlineSeries } from './outline.ts';
import type { Paragraph, Span } from './types.ts';

/** Words that name an item of this draft's numbering: 前述第三点, 见第（二）部分. Offsets are UTF-16 units of the draft. */
export interface NumberReference {
  readonly value: number;
  /** The number alone: 三. */
  readonly numeral: Span;
  /** Without its cue: 第三点. */
  readonly phrase: Span;
  /** What it refers to, where only one list can be meant; else null. */
  readonly series: OutlineSeries | null;
  /** True when it points back by 前述, 上述 …; false for a mere 见, and for 第三条 and 第三项, as laws have them too. */
  readonly sure: boolean;
}

const number = '[一二三四五六七八九十]{1,3}|\\d{1,2}';
const unit =
  '部分|大点|点|个方面|方面|条意见|条要求|条建议|条措施|条|项任务|项工作|项措施|项要求|项|个问题|件事|章|节';
const pattern = new RegExp(
  `第(?:(?<open>[（(])(?<inner>${number})[）)]|(?<bare>${number}))(?<unit>${unit})`,
  'gu',
);
/** The cue stands directly before 第: what stands between (上述文件第三条) says that something else is meant. */
const cueBefore =
  /(?<back>前述|上述|前文|上文|前面(?:所?讲|说|提到|谈到)?的?|上面(?:所?讲|说|提到)?的?|刚才(?:讲|说|提到|谈到)的|本讲话|本报告|本稿)$|(?<other>.?)(?:详见|参见|见)$/u;
const longestCue = 8;
/** 意见第三条, 可见第三产业, 《办法》见第三条: words that only look like a cue, or name another document. */
const otherWord = /[》”’可常罕少多显预看会接听主意高再已]/u;
/** 第三条规定 of a law, 第三至第五点, 第三点五. */
const goesOn = /^(?:[至到、—和及与]第?[一二三四五六七八九十\d（(]|[款项目路道线街河例半]|规定|之[一二三])/u;
const known = new WeakMap<Outline, readonly NumberReference[]>();

/** Kinds that a unit may name, the likeliest first. */
const topKinds: readonly OrdinalKind[] = ['part', 'chinese'];
const listKinds: readonly OrdinalKind[] = ['ordinal', 'chinese', 'arabic', 'of-them', 'is', 'must'];

/** The references of a draft to its own numbering, in order; remembered per outline. */
export function findReferences(outline: Outline): readonly NumberReference[] {
  const before = known.get(outline);
  if (before !== undefined) return before;
  const found: NumberReference[] = [];
  for (const paragraph of outline.draft.paragraphs) {
    if (paragraph.text.includes('第')) readParagraph(outline, paragraph, found);
  }
  known.set(outline, found);
  return found;
}

function readParagraph(outline: Outline, paragraph: Paragraph, found: NumberReference[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(paragraph.text); match !== null; match = pattern.exec(paragraph.text)) {
    const before = paragraph.text.slice(Math.max(0, match.index - longestCue), match.index);
    const cue = cueBefore.exec(before)?.groups;
    if (cue === undefined || otherWord.test(cue.other ?? '')) continue;
    const { open, inner, bare, unit: word = '' } = match.groups ?? {};
    const written = inner ?? bare ?? '';
    const value = parseNumeral(written) ?? parseArabic(written);
    if (value === null || goesOn.test(paragraph.text.slice(match.index + match[0].length))) continue;
    const end = paragraph.start + match.index + match[0].length;
    const numeralEnd = end - word.length - (open === undefined ? 0 : 1);
    const numeral = { start: numeralEnd - written.length, end: numeralEnd };
    const phrase = { start: numeral.start - (open === undefined ? 1 : 2), end };
    const at = { start: phrase.start, end };
    found.push({
      value,
      numeral,
      phrase,
      series: meantBy(outline, kindsOf(word, inner), at, cue.back !== undefined, value),
      sure: cue.back !== undefined && word !== '条' && word !== '项',
    });
  }
}

function kindsOf(word: string, inner: string | undefined): readonly OrdinalKind[] {
  if (inner !== undefined)
    return [/\d/u.test(inner) ? 'arabic-bracketed' : 'chinese-bracketed'] satisfies OrdinalKind[];
  if (word === '章') return ['chapter'];
  if (word === '节') return ['section'];
  // 上述第十条 of a law that was just spoken of is not the tenth of this draft's points.
  if (word === '条') return ['article'];
  return word === '部分' || word === '大点' ? topKinds : listKinds;
}

/**
 * The list that is meant; null unless there is exactly one of these kinds that can be: of at least two items, and for
 * a reference back one that begins before it. Of several, the only one that has an item of that number. A draft with a
 * second speech has two lists, and neither is sure.
 */
function meantBy(
  outline: Outline,
  kinds: readonly OrdinalKind[],
  at: Span,
  back: boolean,
  value: number,
): OutlineSeries | null {
  const lists = listsByKind(outline);
  if (kinds[0] === 'chinese-bracketed') return bracketedList(outline, lists.get(kinds[0]) ?? [], at.start);
  // Where a draft has parts, 第三部分 is no 三、.
  const named = kinds[0] === 'part' && lists.has('part') ? kinds.slice(0, 1) : kinds;
  const fitting: OutlineSeries[] = [];
  for (const kind of named) {
    for (const series of lists.get(kind) ?? []) {
      if (back && !startsBefore(series, at.start)) break;
      // A draft of so many lists says nothing of which one is meant.
      if (fitting.push(series) > mostLists) return null;
    }
  }
  if (fitting.length < 2) return fitting[0] ?? null;
  const carrying = fitting.filter(({ items }) => items.some((item) => item.value === value));
  return carrying.length === 1 ? (carrying[0] ?? null) : null;
}

const mostLists = 20;

/** Under one 一、 there may be only one list of （一）, though the draft has many. Takes all of them in order. */
function bracketedList(
  outline: Outline,
  lists: readonly OutlineSeries[],
  offset: number,
): OutlineSeries | null {
  let low = -1;
  let high = lists.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const series = lists[middle];
    if (series !== undefined && startsBefore(series, offset)) low = middle;
    else high = middle - 1;
  }
  const nearest = lists[low];
  if (nearest === undefined) return null;
  if (lists.length === 1) return nearest;
  const isAlone = nearest.parent !== lists[low - 1]?.parent && nearest.parent !== lists[low + 1]?.parent;
  return isAlone && holds(outline, nearest, offset) ? nearest : null;
}

const listsOf = new WeakMap<Outline, ReadonlyMap<OrdinalKind, OutlineSeries[]>>();

/** The series of at least two items by their kinds, in the order of the text. */
function listsByKind(outline: Outline): ReadonlyMap<OrdinalKind, OutlineSeries[]> {
  const before = listsOf.get(outline);
  if (before !== undefined) return before;
  const lists = new Map<OrdinalKind, OutlineSeries[]>();
  for (const series of outline.series) {
    if (series.items.length < 2) continue;
    const same = lists.get(series.kind);
    if (same === undefined) lists.set(series.kind, [series]);
    else same.push(series);
  }
  listsOf.set(outline, lists);
  return lists;
}

function startsBefore(series: OutlineSeries, offset: number): boolean {
  return (series.items[0]?.ordinal.start ?? offset) < offset;
}

/** Whether an offset stands in the part of the draft that a series divides. */
function holds(outline: Outline, series: OutlineSeries, offset: number): boolean {
  if (series.parent === null || !startsBefore(series, offset)) return false;
  const next = nextItems(outline).get(series.parent);
  return next === undefined || offset < next.ordinal.start;
}

const nextOf = new WeakMap<Outline, ReadonlyMap<OutlineItem, OutlineItem>>();

/** The item behind each in its series. */
function nextItems(outline: Outline): ReadonlyMap<OutlineItem, OutlineItem> {
  const before = nextOf.get(outline);
  if (before !== undefined) return before;
  const next = new Map<OutlineItem, OutlineItem>();
  for (const { items } of outline.series) {
    for (const [index, item] of items.entries()) {
      const behind = items[index + 1];
      if (behind !== undefined) next.set(item, behind);
    }
  }
  nextOf.set(outline, next);
  return next;
}

/** The item that a reference names by its number as it stands; null where none or several carry it. */
export function referredItem(reference: NumberReference): { item: OutlineItem; index: number } | null {
  const { series, value } = reference;
  if (series === null) return null;
  const index = series.items.findIndex((item) => item.value === value);
  const item = series.items[index];
  if (item === undefined || series.items.some((other, at) => at !== index && other.value === value))
    return null;
  return { item, index };
}

/**
 * True when a list is whole and the reference names a number beyond its last. A run inside a paragraph is meant only
 * by what stands near it: further on, points without ordinals may have been made.
 */
export function namesNothing(outline: Outline, { series, value, phrase }: NumberReference): boolean {
  if (series === null || !outline.draft.complete || series.base !== 1 || series.restarts.size > 0)
    return false;
  const last = series.items.at(-1);
  const isRun = series.items.some(({ place }) => place === 'inline');
  if (isRun && paragraphAt(outline.draft, phrase.start) > (last?.paragraph ?? 0) + 1) return false;
  return value > series.items.length && series.items.every((item, index) => item.value === index + 1);
}
