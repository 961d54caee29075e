import { countBefore } from '../common/lower-bound.ts';
import { type Announcement, countOf, findAnnouncements, firstUnlisted, writeCount } from './announcements.ts';
import { counterOf, isWhole, lineOf } from './known-lists.ts';
import { parseNumber } from './numeral-values.ts';
import type { Outline, OutlineItem, OutlineSeries } from './outline.ts';
import { hasSign, signOf } from './signs.ts';
import type { Paragraph, Span } from './types.ts';

/** A number that refers back to the items of a list: 以上四点, 上述三条措施. Offsets are UTF-16 units of the draft. */
export interface BackCount {
  readonly value: number;
  /** The number alone: 四. */
  readonly numeral: Span;
  /** Number and measure word: 四点. */
  readonly phrase: Span;
  /** The list that it counts; null unless only one can be meant. */
  readonly series: OutlineSeries | null;
  /** True if a list stands directly before it and no earlier list of the draft has so many items. */
  readonly wrong: boolean;
}

const said = '(?:所?[讲说谈提述]|强调|汇报|分享|提到|谈到|讲到)';
const me = '(?:我们?)?';
const cue =
  `(?<sure>(?:前述|上述|前文|上文)${said}?)|` +
  `以上(?:就?是)?${me}(?:今天|要|想){0,2}${said}?|(?:${me}(?:前面|上面|刚才)|(?:前面|上面|刚才)${me})${said}`;
/** Without bare 项 and 条: 上述三项 may refer to anything. */
const unit =
  '点(?![半钟之差多一二三四五六七八九十\\d])|个?方面|件(?:大|实)?事|项(?:重点)?(?:工作|任务)|项(?:措施|举措|要求)|' +
  '条(?:意见|要求|建议|措施|举措|经验|启示|体会|希望|原则)|个(?:问题|环节|重点|关键词|启示|体会|着力点)|' +
  '大(?:任务|举措)|层意思|句话|[步关](?=[走：，。；]|$)';
const pattern = new RegExp(
  `(?:${cue})[的了过]{0,2}这?(?<number>[一二三四五六七八九十两]{1,3}|[\\d０-９]{1,2})(?<unit>${unit})`,
  'gu',
);
const sign = signOf('前述', '上述', '前文', '上文', '以上', '前面', '上面', '刚才');
/**
 * What may stand before the cue in its sentence. Longer words may tell what is meant or quote somebody, or 以上 may
 * belong to 65岁以上.
 */
const opening =
  /^(?:(?:同志们|因此|所以|总之|综上|最后)[，！]?)?(?:请|希望|大家|我们?|要|应|把|将|对于?|就|按照?|围绕|针对|根据|结合|做[好到]|抓[好住]|落实好?|关于|除了?|通过|从|在){0,3}$/u;
const sureOpening = /^(?:(?:同志们|因此|所以|总之|综上|最后)[，！]?)?[^，、“《]{0,10}$/u;
const longestOpening = 14;
const cache = new WeakMap<Outline, readonly BackCount[]>();

/** The counts of a draft that look back to its own lists, in order; remembered per outline. */
export function findBackCounts(outline: Outline): readonly BackCount[] {
  const before = cache.get(outline);
  if (before !== undefined) return before;
  const found: BackCount[] = [];
  for (const paragraph of outline.draft.paragraphs) {
    if (hasSign(paragraph.signs, sign)) readParagraph(outline, paragraph, found);
  }
  cache.set(outline, found);
  return found;
}

const bySeries = new WeakMap<Outline, ReadonlyMap<OutlineSeries, readonly BackCount[]>>();
const none: readonly BackCount[] = [];

/** The counts that look back to one list, in order. */
export function backCountsOf(outline: Outline, series: OutlineSeries): readonly BackCount[] {
  let lists = bySeries.get(outline);
  if (lists === undefined) {
    const counts = new Map<OutlineSeries, BackCount[]>();
    for (const count of findBackCounts(outline)) {
      if (count.series === null) continue;
      const same = counts.get(count.series);
      if (same === undefined) counts.set(count.series, [count]);
      else same.push(count);
    }
    lists = counts;
    bySeries.set(outline, lists);
  }
  return lists.get(series) ?? none;
}

/**
 * What a count should be once its list is repaired; the present words if that is unknown. It is changed only where it
 * says what the last number of its list says, or the count that announces the list.
 */
export function rightBackCount(outline: Outline, { series, value, numeral }: BackCount): string {
  const written = outline.draft.text.slice(numeral.start, numeral.end);
  if (series === null || countOf(outline, series, value) === value) return written;
  const follows = series.items.at(-1)?.value === value || placesOf(outline).announced.get(series) === value;
  return follows ? writeCount(series.items.length, written) : written;
}

function readParagraph(outline: Outline, paragraph: Paragraph, found: BackCount[]): void {
  const { text } = paragraph;
  const firstWord = text.length - text.trimStart().length;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { sure, number = '', unit: word = '' } = match.groups ?? {};
    const value = parseNumber(number);
    if (value === null || value < 2) continue;
    const from = Math.max(0, match.index - longestOpening);
    const sentence = (/[^。！？；：]*$/u.exec(text.slice(from, match.index))?.[0] ?? '').trim();
    if (!(sure === undefined ? opening : sureOpening).test(sentence)) continue;
    const cueStart = paragraph.start + match.index;
    const end = cueStart + match[0].length;
    const start = end - word.length - number.length;
    const opens = match.index - sentence.length <= firstWord;
    found.push({
      value,
      numeral: { start, end: start + number.length },
      phrase: { start, end },
      ...judge(outline, { at: cueStart, paragraph, opens, value, word, words: number + word }),
    });
  }
}

/** A count: where its words begin, whether its paragraph begins there, its number, its measure word, and both. */
interface Asked {
  readonly at: number;
  readonly paragraph: Paragraph;
  readonly opens: boolean;
  readonly value: number;
  readonly word: string;
  readonly words: string;
}

function judge(outline: Outline, asked: Asked): { series: OutlineSeries | null; wrong: boolean } {
  const { at, value } = asked;
  const { lists, from } = listsBefore(outline, asked);
  const only = lists.length === 1 ? (lists[0] ?? null) : null;
  // 抓好五件事：…… 前面讲的五件事 repeats the announcement of another list, at any distance.
  const announced = lastAnnounced(outline, asked);
  if (announced !== null && !lists.includes(announced)) return { series: announced, wrong: false };
  // Any list with exactly so many items may be meant.
  if ((placesOf(outline).firstOfCount.get(value) ?? at) < at)
    return { series: only?.items.length === value ? only : null, wrong: false };
  const wrong =
    outline.draft.complete &&
    lists.length > 0 &&
    lists.every((list) => isWhole(list) && countOf(outline, list, value) !== value) &&
    (firstUnlisted(outline).get(value) ?? at) >= at &&
    !mayBeUnnumbered(outline.draft.text.slice(Math.max(from, at - farthestBack), at), value);
  return { series: only, wrong };
}

const announcedWords = new WeakMap<Outline, ReadonlyMap<string, readonly Announcement[]>>();

/** The list that was last announced before a count in the same words; null if there is none. */
function lastAnnounced(outline: Outline, { at, words }: Asked): OutlineSeries | null {
  let byWords = announcedWords.get(outline);
  if (byWords === undefined) {
    const lists = new Map<string, Announcement[]>();
    for (const announcement of findAnnouncements(outline)) {
      const { start, end } = announcement.phrase;
      const same = lists.get(outline.draft.text.slice(start, end));
      if (same === undefined) lists.set(outline.draft.text.slice(start, end), [announcement]);
      else same.push(announcement);
    }
    byWords = lists;
    announcedWords.set(outline, byWords);
  }
  const before = byWords.get(words) ?? [];
  const count = countBefore(before, at, ({ numeral }) => numeral.start);
  return before[count - 1]?.series ?? null;
}

/** Limits of the search backwards: levels of nested lists, lines, UTF-16 units. */
const deepest = 8;
const mostLines = 12;
const farthestBack = 200;

/**
 * The lists that end directly before a count and that it may mean, nearest first, and the offset behind the last
 * ordinal before it. No list if it may count one that goes on behind it, or items without ordinals.
 */
function listsBefore(outline: Outline, asked: Asked): { lists: OutlineSeries[]; from: number } {
  const { places, indexes, longer } = placesOf(outline);
  const lists: OutlineSeries[] = [];
  let index = countBefore(places, asked.at, ({ item }) => item.ordinal.start) - 1;
  const from = places[index]?.item.mark.end ?? asked.at;
  const nothing = { lists: [], from };
  if ((longer[index] ?? asked.at) < asked.at) return nothing;
  for (let depth = 0; depth < deepest; depth++) {
    const place = places[index];
    if (place === undefined) break;
    const { item, series } = place;
    if (place.index + 1 < series.items.length) {
      // 一、…二、…以上两点…三、 counts the items so far.
      if (place.index + 1 === asked.value) return nothing;
    } else if (isRightBefore(outline, place, asked)) {
      if (series.kind === 'sequence-word') return nothing;
      if (mayCount(outline, series, asked.word)) lists.push(series);
    }
    if (series.parent !== null) index = indexes.get(series.parent) ?? -1;
    else if (item.place === 'inline' || item.place === 'auto')
      index = (indexes.get(series.items[0] ?? item) ?? 0) - 1;
    else break;
  }
  return { lists, from };
}

/** The line of the last item or the next one; where the count begins its paragraph, the section below that item too. */
function isRightBefore(outline: Outline, { item }: ItemPlace, { paragraph, opens }: Asked): boolean {
  const lines = lineOf(outline.draft, paragraph.index) - lineOf(outline.draft, item.paragraph);
  return lines <= 1 || (opens && item.place !== 'inline' && lines <= mostLines);
}

/** 三步 counts 第一步; 三点 counts neither 第一步 nor parts, chapters or articles. */
function mayCount(outline: Outline, series: OutlineSeries, word: string): boolean {
  if (series.items.length < 2 || /^(?:part|chapter|section|article)$/u.test(series.kind)) return false;
  const counter = counterOf(outline, series);
  return counter === '' ? !/^[步关句]/u.test(word) : word.startsWith(counter) || counter === '个';
}

/** 抓早、抓小、抓实。以上三点: as many items, or clauses that begin alike, are named without ordinals. */
function mayBeUnnumbered(text: string, value: number): boolean {
  const clauses = text.split(/[，；。：！？\n]/u);
  if (clauses.some((clause) => clause.split(/[、和与及]/u).length === value)) return true;
  const alike = new Map<string, number>();
  for (const clause of clauses) {
    const first = clause.trim().charAt(0);
    if (first !== '') alike.set(first, (alike.get(first) ?? 0) + 1);
  }
  return [...alike.values()].includes(value);
}

interface ItemPlace {
  readonly item: OutlineItem;
  readonly series: OutlineSeries;
  readonly index: number;
}

interface Places {
  /** All items in the order of the text, with their places. */
  readonly places: readonly ItemPlace[];
  readonly indexes: ReadonlyMap<OutlineItem, number>;
  /** For each, the offset of the first words behind it that add an item without an ordinal: 最后，. */
  readonly longer: readonly number[];
  /** By number of items, the offset of the first list that has so many. */
  readonly firstOfCount: ReadonlyMap<number, number>;
  readonly announced: ReadonlyMap<OutlineSeries, number>;
}

const placesKnown = new WeakMap<Outline, Places>();
const addition = /[。；！\n][ 　]*(?:最后|此外|另外|还有|再就是|再者)/gu;

function placesOf(outline: Outline): Places {
  const before = placesKnown.get(outline);
  if (before !== undefined) return before;
  const places: ItemPlace[] = [];
  const firstOfCount = new Map<number, number>();
  for (const series of outline.series) {
    const count = series.items.length;
    const start = series.items[0]?.ordinal.start;
    if (count > 1 && start !== undefined && !firstOfCount.has(count)) firstOfCount.set(count, start);
    for (const [index, item] of series.items.entries()) places.push({ item, series, index });
  }
  places.sort((a, b) => a.item.ordinal.start - b.item.ordinal.start);
  const indexes = new Map(places.map(({ item }, index) => [item, index]));
  const announced = new Map<OutlineSeries, number>();
  for (const { series, value } of findAnnouncements(outline))
    if (series !== null) announced.set(series, value);
  const longer = additionsBehind(outline, places);
  const all = { places, indexes, longer, firstOfCount, announced };
  placesKnown.set(outline, all);
  return all;
}

function additionsBehind({ draft }: Outline, places: readonly ItemPlace[]): number[] {
  const starts = [...draft.text.matchAll(addition)].map(({ index }) => index);
  let next = 0;
  return places.map(({ item }) => {
    while ((starts[next] ?? Number.POSITIVE_INFINITY) < item.mark.end) next++;
    return starts[next] ?? Number.POSITIVE_INFINITY;
  });
}
