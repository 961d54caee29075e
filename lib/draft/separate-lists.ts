import { paragraphAt } from './embedded.ts';
import { enclosure, titleOf } from './lines.ts';
import { parseArabic, parseCircled, parseNumeral } from './numerals.ts';
import type { OrdinalKind } from './ordinals.ts';
import type { OutlineItem, OutlineSeries } from './outline.ts';
import { hasSign, pairsOf, signOf } from './signs.ts';
import type { Draft, NumberedItem, Paragraph } from './types.ts';

/**
 * Lists that stand by themselves and open no scope for others: those that the editor numbers, and 一、…；二、…, （1） ①
 * within one paragraph. Each is a series of its own, apart from those that were placed already.
 */
export function separateLists(draft: Draft, placed: readonly OutlineSeries[]): OutlineSeries[] {
  const found: OutlineSeries[] = [];
  if (draft.numbered === undefined && !draft.paragraphs.some(mayHoldList)) return found;
  const taken = new Set<number>();
  for (const { items } of placed) for (const item of items) taken.add(item.ordinal.start);
  if (draft.numbered !== undefined) numberedLists(draft, draft.numbered, taken, found);
  for (const paragraph of draft.paragraphs) {
    if (mayHoldList(paragraph)) listsWithin(draft, paragraph, taken, found);
  }
  return found;
}

const none: ReadonlySet<OutlineItem> = new Set();
/** A second item is what makes a list: paragraphs without one are passed over. */
const second = /[。；：，;:,][\s　]*(?:[二三]、|[（(][23][）)]|[②③])/u;
const secondSign = signOf(...pairsOf('二三', '、'), ...pairsOf('23', '）)'), '②', '③');

function mayHoldList({ text, signs }: Paragraph): boolean {
  return hasSign(signs, secondSign) && second.test(text);
}

const listOrdinal =
  /(?<bare>[一二三四五六七八九十]{1,3})、|(?<open>[（(])(?<inner>\d{1,2})(?<close>[）)])|(?<circled>[①-⑳])/gu;
/** Where a number cannot stand behind an ordinal: 二、三产业, 三、四季度. */
const numberNext = /^(?:[一二三四五六七八九十两\d]|[、至和及])/u;

function seriesOf(kind: OrdinalKind, items: readonly OutlineItem[], base: number): OutlineSeries {
  return { kind, items, parent: null, base, restarts: none, continued: false, inverted: false };
}

/** The lists of one paragraph, behind its own ordinal: only those that begin at 1 and go on to 2 or 3. */
function listsWithin(
  draft: Draft,
  paragraph: Paragraph,
  taken: ReadonlySet<number>,
  found: OutlineSeries[],
): void {
  const { text } = paragraph;
  const open = new Map<OrdinalKind, OutlineItem[]>();
  const close = (kind: OrdinalKind): void => {
    const items = open.get(kind) ?? [];
    open.delete(kind);
    if (items.length > 1 && isSureList(items)) found.push(seriesOf(kind, items, 1));
  };
  const enclosed = enclosure(text);
  listOrdinal.lastIndex = 0;
  for (let match = listOrdinal.exec(text); match !== null; match = listOrdinal.exec(text)) {
    const start = paragraph.start + match.index;
    if (taken.has(start) || !endsBefore(text, match.index)) continue;
    if (enclosed(match.index)) continue;
    const item = itemOf(draft, paragraph, match);
    if (item === null) continue;
    if (item.value === 1) close(item.kind);
    const items = open.get(item.kind);
    if (items !== undefined) items.push(item);
    else if (item.value === 1) open.set(item.kind, [item]);
  }
  for (const kind of [...open.keys()]) close(kind);
}

/** 1, then 2 or, where that is missing, 3; and never far from the count of items. */
function isSureList(items: readonly OutlineItem[]): boolean {
  const second = items[1]?.value ?? 0;
  if (second !== 2 && !(second === 3 && items.length > 2)) return false;
  return items.every((item, index) => Math.abs(item.value - index - 1) <= 2);
}

/** A clause or a sentence has ended before it, or its introduction. */
function endsBefore(text: string, index: number): boolean {
  let at = index - 1;
  while (at >= 0 && /[\s　”’]/u.test(text.charAt(at))) at--;
  return at >= 0 && /[。；：！？;:!?]/u.test(text.charAt(at));
}

function itemOf(draft: Draft, paragraph: Paragraph, match: RegExpExecArray): OutlineItem | null {
  const { bare, inner, circled } = match.groups ?? {};
  const end = match.index + match[0].length;
  if (numberNext.test(paragraph.text.slice(end, end + 1))) return null;
  if (bare !== undefined)
    return inParagraph(draft, paragraph, match, 'chinese', parseNumeral(bare), bare.length);
  if (inner !== undefined)
    return inParagraph(draft, paragraph, match, 'arabic-bracketed', parseArabic(inner), match[0].length);
  return inParagraph(draft, paragraph, match, 'circled', parseCircled(circled ?? ''), match[0].length);
}

function inParagraph(
  draft: Draft,
  paragraph: Paragraph,
  match: RegExpExecArray,
  kind: OrdinalKind,
  value: number | null,
  length: number,
): OutlineItem | null {
  if (value === null) return null;
  const start = paragraph.start + match.index;
  const end = start + length;
  const bracket = kind === 'arabic-bracketed' ? 1 : 0;
  const markEnd = start + match[0].length;
  return {
    kind,
    value,
    place: 'inline',
    sure: false,
    ordinal: { start, end },
    numeral: { start: start + bracket, end: end - bracket },
    mark: { start: end, end: markEnd },
    markText: draft.text.slice(end, markEnd),
    paragraph: paragraph.index,
    title: titleOf(draft.text, start),
  };
}

/** What the editor numbers: lists by depth; one whose numbers go on where another ended is the same list. */
function numberedLists(
  draft: Draft,
  numbered: readonly NumberedItem[],
  taken: ReadonlySet<number>,
  found: OutlineSeries[],
): void {
  const open: OutlineItem[][] = [];
  const close = (depth: number): void => {
    for (const items of open.splice(depth)) {
      const first = items?.[0];
      if (first !== undefined) found.push(seriesOf('arabic', items, first.value));
    }
  };
  for (const one of numbered) {
    if (taken.has(one.start) || one.end > draft.text.length || one.start >= one.end) continue;
    close(one.depth + 1);
    const before = open[one.depth]?.at(-1);
    if (before !== undefined && one.value !== before.value + 1) close(one.depth);
    while (open.length <= one.depth) open.push([]);
    open[one.depth]?.push(autoItem(draft, one));
  }
  close(0);
}

function autoItem(draft: Draft, { start, value }: NumberedItem): OutlineItem {
  const nothing = { start, end: start };
  const title = `${value}. ${titleOf(draft.text, start)}`;
  const paragraph = paragraphAt(draft, start);
  return {
    kind: 'arabic',
    value,
    place: 'auto',
    sure: true,
    ordinal: nothing,
    numeral: nothing,
    mark: nothing,
    markText: '',
    paragraph,
    title,
  };
}
