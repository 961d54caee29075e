import { firstUnlisted } from './announcements.ts';
import { type ListGroup, lineOf, listGroups, startsBefore } from './known-lists.ts';
import { numeralCharacters, parseNumber } from './numeral-values.ts';
import type { Outline, OutlineItem, OutlineSeries } from './outline.ts';
import type { Paragraph, Span } from './types.ts';

/** Words that refer to an item of this draft's numbering: 前述第三点, 见第（二）部分. Offsets are UTF-16 units of the draft. */
export interface NumberReference {
  readonly value: number;
  /** The number alone: 三. */
  readonly numeral: Span;
  /** Without its cue: 第三点. */
  readonly phrase: Span;
  /** The list that it refers to; null unless only one can be meant. */
  readonly series: OutlineSeries | null;
  /** True with 前述, 上述 …; false with 见 alone, and for 第三条 and 第三项, which laws have too. */
  readonly sure: boolean;
  /** The largest number of items of a list that it may mean; 0 if unknown. */
  readonly most: number;
}

const number = `[${numeralCharacters}]{1,5}|\\d{1,3}`;
const unit =
  '部分|大点|点|个方面|方面|条(?:意见|要求|建议|措施|举措|经验|启示|体会)|条|项(?:任务|工作|措施|举措|要求)|项|' +
  '个(?:问题|启示|关键词|体会|着力点|环节)|件事|句话|步|关|章|节';
const pattern = new RegExp(
  `第(?:(?<open>[（(])(?<inner>${number})[）)]|(?<bare>${number}))(?<unit>${unit})`,
  'gu',
);
/** The cue must stand directly before 第: other words between (上述文件第三条) refer to something else. */
const cueBefore =
  /(?<back>前述|上述|前文|上文|前面(?:所?讲|说|提到|谈到)?的?|上面(?:所?讲|说|提到)?的?|刚才(?:所?讲|说|提到|谈到)的|本讲话|本报告|本稿)$|(?<other>.?)(?:详见|参见|见)$/u;
const longestCue = 8;
/** Words that only look like a cue, or name another document: 意见第三条, 可见第三产业, 《办法》见第三条. */
const otherWord = /[》”’可常罕少多显预看会接听主意高再已]/u;
/** Behind it, other things are meant: 第三条规定 of a law, 第三至第五点, 第三点五. */
const goesOn = /^(?:[至到、—和及与]第?[一二三四五六七八九十\d（(]|[款项目路道线街河例半]|规定|之[一二三])/u;
const cache = new WeakMap<Outline, readonly NumberReference[]>();

/** Groups of lists that a unit may name. */
const topLists: readonly string[] = ['part', 'chinese'];
const pointLists: readonly string[] = ['ordinal', 'chinese', 'arabic', 'of-them', 'is', 'must'];
/** Those that are never counted as points. */
const noPoints: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article']);

/** The references of a draft to its own numbering, in order; remembered per outline. */
export function findReferences(outline: Outline): readonly NumberReference[] {
  const before = cache.get(outline);
  if (before !== undefined) return before;
  const found: NumberReference[] = [];
  for (const paragraph of outline.draft.paragraphs) {
    if (paragraph.text.includes('第')) readParagraph(outline, paragraph, found);
  }
  cache.set(outline, found);
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
    const value = parseNumber(written);
    if (value === null || goesOn.test(paragraph.text.slice(match.index + match[0].length))) continue;
    const end = paragraph.start + match.index + match[0].length;
    const numeralEnd = end - word.length - (open === undefined ? 0 : 1);
    const numeral = { start: numeralEnd - written.length, end: numeralEnd };
    const phrase = { start: numeral.start - (open === undefined ? 1 : 2), end };
    const names = namesOf(word, inner);
    // In a draft with parts, 第三部分 does not mean 三、.
    const named = names === topLists && listGroups(outline).has('part') ? ['part'] : names;
    const until = cue.back === undefined ? Number.POSITIVE_INFINITY : phrase.start;
    const isPoint = inner === undefined && named.includes('ordinal');
    found.push({
      value,
      numeral,
      phrase,
      series: meantBy(outline, named, phrase.start, until, value),
      sure: cue.back !== undefined && word !== '条' && word !== '项',
      most: mostOf(
        outline,
        isPoint ? pointGroups(outline, word) : groupsOf(outline, named),
        until,
        paragraph,
      ),
    });
  }
}

function namesOf(word: string, inner: string | undefined): readonly string[] {
  if (inner !== undefined) return [/\d/u.test(inner) ? 'arabic-bracketed' : 'chinese-bracketed'];
  if (word === '章') return ['chapter'];
  if (word === '节') return ['section'];
  // 上述第十条 may be of a law and does not mean the tenth of this draft's points.
  if (word === '条') return ['article', '第条'];
  return word === '部分' || word === '大点' ? topLists : [...pointLists, `第${word.charAt(0)}`];
}

function groupsOf(outline: Outline, names: readonly string[]): ListGroup[] {
  const groups = listGroups(outline);
  return names.flatMap((name) => groups.get(name) ?? []);
}

/** All lists that may be of points, without those of other counters: 第三步 is not 第三点. */
function pointGroups(outline: Outline, word: string): ListGroup[] {
  const found: ListGroup[] = [];
  for (const [name, group] of listGroups(outline)) {
    if (!noPoints.has(name) && (!name.startsWith('第') || name === `第${word.charAt(0)}`)) found.push(group);
  }
  return found;
}

/** The largest number of items of the lists that begin before an offset; 0 if one has faults or none is near. */
function mostOf(
  outline: Outline,
  groups: readonly ListGroup[],
  offset: number,
  paragraph: Paragraph,
): number {
  let most = 0;
  let near = false;
  for (const group of groups) {
    const summary = group.before(offset);
    if (summary === null) continue;
    if (!summary.whole) return 0;
    most = Math.max(most, summary.most);
    near ||= summary.until >= lineOf(outline.draft, paragraph.index);
  }
  return near ? most : 0;
}

/**
 * The list that is meant; null unless exactly one list of these groups qualifies: of at least two items, and beginning
 * before a reference back. Of several, the only one that has an item of that number. A draft with two speeches has two
 * lists, and neither is sure.
 */
function meantBy(
  outline: Outline,
  names: readonly string[],
  at: number,
  before: number,
  value: number,
): OutlineSeries | null {
  const groups = groupsOf(outline, names);
  if (names[0] === 'chinese-bracketed') return bracketedList(outline, groups[0], at);
  const fitting = groups.flatMap((group) => group.firstTwo(before));
  if (fitting.length < 2) return fitting[0] ?? null;
  const carrying = groups.flatMap((group) => group.firstTwo(before, value));
  return carrying.length === 1 ? (carrying[0] ?? null) : null;
}

/** The list of （一） that is the only one under its 一、. */
function bracketedList(outline: Outline, group: ListGroup | undefined, offset: number): OutlineSeries | null {
  const lists = group?.lists ?? [];
  const at = Math.max(0, (group?.countBefore(offset) ?? 0) - 1);
  const nearest = lists[at];
  if (nearest === undefined || !startsBefore(nearest, offset)) return null;
  if (lists.length === 1) return nearest;
  const isAlone = nearest.parent !== lists[at - 1]?.parent && nearest.parent !== lists[at + 1]?.parent;
  return isAlone && holds(outline, nearest, offset) ? nearest : null;
}

/** Whether an offset is in the part of the draft that a series divides. */
function holds(outline: Outline, series: OutlineSeries, offset: number): boolean {
  if (series.parent === null || !startsBefore(series, offset)) return false;
  const next = nextItems(outline).get(series.parent);
  return next === undefined || offset < next.ordinal.start;
}

const nextOf = new WeakMap<Outline, ReadonlyMap<OutlineItem, OutlineItem>>();

/** The next item in its series for each item. */
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

const placesOf = new WeakMap<OutlineSeries, ReadonlyMap<number, number>>();

/** The index of the item with each number; -1 if several have it. Remembered, as thousands of references may ask. */
export function placesIn(series: OutlineSeries): ReadonlyMap<number, number> {
  const before = placesOf.get(series);
  if (before !== undefined) return before;
  const places = new Map<number, number>();
  for (const [index, { value }] of series.items.entries()) places.set(value, places.has(value) ? -1 : index);
  placesOf.set(series, places);
  return places;
}

/** The item with the number of a reference; null if none or several have it. */
export function referredItem(reference: NumberReference): { item: OutlineItem; index: number } | null {
  const { series, value } = reference;
  if (series === null) return null;
  const index = placesIn(series).get(value) ?? -1;
  const item = series.items[index];
  return item === undefined ? null : { item, index };
}

/**
 * True if the number of a reference is beyond the last of every list that it may mean, and no more points are announced
 * without ordinals (讲五点意见 with no list behind it).
 */
export function namesNothing(outline: Outline, { value, most, phrase }: NumberReference): boolean {
  if (most === 0 || value <= most || !outline.draft.complete) return false;
  const unlisted = firstUnlisted(outline);
  for (const [count, start] of unlisted) if (count >= value && start < phrase.start) return false;
  return true;
}
