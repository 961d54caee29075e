import { countBefore } from '../common/lower-bound.ts';
import { findAnnouncements } from './announcements.ts';
import { parseNumeral } from './numeral-values.ts';
import type { Outline, OutlineItem, OutlineSeries } from './outline.ts';
import { formerCount } from './renumbering.ts';
import type { Span } from './types.ts';

/**
 * A number that gave the count of a list before its numbers went wrong: 四种品质：一是…二是…四是…, and behind it 这四种品质
 * or 四个问题讲完了. A repair changes it, but it never causes one. Offsets are UTF-16 units of the draft.
 */
export interface LooseCount {
  readonly value: number;
  /** The number alone: 四. */
  readonly numeral: Span;
  /** Number and measure word: 四种. */
  readonly phrase: Span;
  /** The list whose former count it gives. */
  readonly series: OutlineSeries;
}

/** A number and a measure word anywhere in the draft. */
interface Read {
  readonly value: number;
  readonly numeral: Span;
  readonly phrase: Span;
  /** The text behind the measure word, to the end of the clause. */
  readonly noun: string;
}

/** A list whose numbers show that it once had another count. */
interface Shifted {
  readonly series: OutlineSeries;
  readonly former: number;
}

const pattern =
  /(?<![第几数两一二三四五六七八九十百千万亿〇零\d０-９.．])(?<number>[一二三四五六七八九十两]{1,3})(?<measure>[个种类项条点件大句层步关招道场块张份面把门支股组处桩课方])/gu;
/** Times, measures and names that contain a number. */
const noList =
  /^(?:个(?:多|半)?(?:月|小时|百分|星期|季度|年|工作日|亿|万)|个(?:意识|自信|全面|维护|确立|代表)|点(?:[半钟多之五]|\d)|大(?:班子|于|多|量|小)|方(?!面)|面(?:积|对)|道路|类似|组织|处(?:理|置|于|级)|把握|关(?:于|键|心|系)|步伐|支(?:持|部)|条件|层次|课题)/u;
/** People and places are counted far more often than listed. */
const people =
  /^[^，。]{0,3}?(?:名|位|人|同志|干部|党员|群众|代表|委员|单位|部门|机关|乡|镇|村|县|市|区|省|州|街道|企业|公司|学校|家庭|国家|支部|小组|队|班|车间|分?厂|孩子|学生|先进|先锋)/u;
/** Words before a count that make it an announcement even with a clause between it and its list. */
const announces =
  /(?:有|存在|面临|看到了?|提出?了?|[讲谈]|[抓做办]好|突出|把握|坚持|安排了?|部署了?|出台了?|做到|概括为|归纳为|实施|推进|落实)$/u;
/** 这四种 refers back, except in 就是这四种, 做到这四点. */
const pointing = /(?<![是下好到])[这那]$/u;
/** Nouns of lists: their count may stand a sentence away from its list. */
const listNoun =
  /^(?:点|个?方面|[个项条件大种类].{0,6}?(?:任务|工作|措施|举措|要求|问题|意见|建议|工程|行动|环节|重点|启示|体会|原则|目标|大?事))/u;
const looksBack = /(?:前面|上面|刚才|上次|去年|前年|上述|以上|前述|过去|已经?)[^，。；：]{0,6}$/u;
/** Words that make a count refer back: directly before it, or behind its noun. */
const cueBefore =
  /(?:[这那]|上述|以上|前述|前文所?[述说]|(?:前面|上面|刚才|开头|今天)(?:我们?)?所?[讲说谈提][到过了]?的?)$/u;
const cueBehind =
  /^[^，。；：、]{0,6}?(?:(?:都|就|全部?)?[讲说谈]完|(?:都|就)?[讲说]到(?:这|此)|是一个(?:有机)?整体|办好了|做到了|缺一不可)|^[^，。；：、]{0,6}，(?:环环相扣|相辅相成|缺一不可|相互|互为)/u;
const clauseEnd = /[，。；：、！？“”《》（）,;:!?()\s]/u;

/** How far the search goes before a list and behind it, in UTF-16 units. */
const longestLead = 160;
const farthestBehind = { inline: 400, headed: 800 } as const;
const cache = new WeakMap<Outline, readonly LooseCount[]>();

/** The loose counts of a draft, if any list lost or gained items; remembered per outline. */
export function findLooseCounts(outline: Outline): readonly LooseCount[] {
  const before = cache.get(outline);
  if (before !== undefined) return before;
  const shifted = outline.series.flatMap((series): Shifted[] => {
    const former = formerCount(outline, series);
    return former === null ? [] : [{ series, former }];
  });
  const found = shifted.length === 0 ? [] : new Finder(outline, shifted).find();
  cache.set(outline, found);
  return found;
}

class Finder {
  private readonly outline: Outline;
  private readonly shifted: readonly Shifted[];
  private readonly formers: ReadonlyMap<OutlineSeries, number>;
  private readonly reads: readonly Read[];
  private readonly starts: ReadonlyMap<number, readonly number[]>;
  private readonly next: ReadonlyMap<OutlineItem, OutlineItem>;
  private readonly found = new Map<number, LooseCount>();
  /** Offsets of numbers that are known to mean something else. */
  private readonly settled = new Set<number>();

  constructor(outline: Outline, shifted: readonly Shifted[]) {
    this.outline = outline;
    this.shifted = shifted;
    this.formers = new Map(shifted.map(({ series, former }) => [series, former]));
    this.reads = readCounts(outline.draft.text);
    const starts = new Map<number, number[]>();
    const next = new Map<OutlineItem, OutlineItem>();
    for (const { items } of outline.series) {
      const same = starts.get(items.length);
      const start = items[0]?.ordinal.start ?? 0;
      if (same === undefined) starts.set(items.length, [start]);
      else same.push(start);
      for (const [index, item] of items.entries()) {
        const behind = items[index + 1];
        if (behind !== undefined) next.set(item, behind);
      }
    }
    this.starts = starts;
    this.next = next;
  }

  find(): readonly LooseCount[] {
    const announced = new Set<OutlineSeries | null>();
    for (const { series, numeral } of findAnnouncements(this.outline)) {
      announced.add(series);
      if (series !== null) this.settled.add(numeral.start);
    }
    for (const one of this.shifted) if (!announced.has(one.series)) this.before(one);
    this.echoes();
    // Of two lists that end before a count, it means the later one.
    for (const one of [...this.shifted].reverse()) this.behind(one);
    return [...this.found.values()].sort((a, b) => a.numeral.start - b.numeral.start);
  }

  private add({ value, numeral, phrase }: Read, series: OutlineSeries): void {
    if (!this.settled.has(numeral.start)) this.found.set(numeral.start, { value, numeral, phrase, series });
    this.settled.add(numeral.start);
  }

  /** Adds the count in the words that lead to a list: the end of the sentence or of the paragraph before it. */
  private before({ series, former }: Shifted): void {
    const lead = this.leadOf(series);
    if (lead === null) return;
    const { text } = this.outline.draft;
    const read = this.reads[firstFrom(this.reads, lead.end) - 1];
    if (read === undefined || read.numeral.start < lead.start || read.value !== former) return;
    const rest = text.slice(read.phrase.end, lead.end);
    const words = text.slice(Math.max(lead.start, read.numeral.start - 14), read.numeral.start);
    if (looksBack.test(words)) return;
    if (people.test(read.noun) && rest.length > 3) return;
    if (pointing.test(words)) return;
    const near = rest.length <= 16 && !/[，,；。！？]/u.test(rest);
    const whole = text.slice(read.numeral.end, lead.end);
    const announced = announces.test(words) || listNoun.test(whole);
    // 中央八项规定, 三大攻坚战 are names.
    if (
      whole.startsWith('大') ? !listNoun.test(whole) : !announced && !/[：:，,]/u.test(text.charAt(lead.end))
    )
      return;
    // In the sentence before the last, only nouns of lists announce one.
    const apart = /[。！？]/u.test(rest) && !listNoun.test(whole);
    if (near || (!apart && announces.test(words) && !people.test(read.noun))) this.add(read, series);
  }

  /** The span of the words that lead to a list: its sentence, or the last two of the paragraph before. */
  private leadOf(series: OutlineSeries): Span | null {
    const { draft } = this.outline;
    const first = series.items[0];
    if (first === undefined) return null;
    let paragraph = draft.paragraphs[first.paragraph];
    const inside = first.place === 'inline' || first.place === 'embedded';
    if (!inside) {
      do paragraph = draft.paragraphs[(paragraph?.index ?? 0) - 1];
      while (paragraph !== undefined && paragraph.text.trim() === '');
    }
    if (paragraph === undefined) return null;
    const to = inside ? first.ordinal.start : paragraph.end;
    const from = Math.max(paragraph.start, to - longestLead);
    const words = draft.text.slice(from, to);
    const trimmed = words.replace(/[：:。；，,\s]+$/u, '');
    let stop = lastStop(trimmed, trimmed.length);
    if (!inside && stop > 0) stop = lastStop(trimmed, stop - 1);
    return { start: from + stop, end: from + trimmed.length };
  }

  /** Adds repetitions of an announcement, at any distance: 抓好五件事 …… 前面讲的五件事. */
  private echoes(): void {
    const { text } = this.outline.draft;
    const announced = [...findAnnouncements(this.outline), ...this.found.values()].sort(
      (a, b) => a.numeral.start - b.numeral.start,
    );
    const last = new Map<string, { words: string; series: OutlineSeries | null }>();
    let at = 0;
    for (const read of this.reads) {
      for (; (announced[at]?.numeral.start ?? read.numeral.start) < read.numeral.start; at++) {
        const one = announced[at];
        if (one === undefined) break;
        const words = text.slice(one.numeral.end, one.numeral.end + 14);
        last.set(`${one.value}${words.charAt(0)}`, {
          words: words.split(clauseEnd)[0] ?? '',
          series: one.series,
        });
      }
      const measure = text.charAt(read.numeral.end);
      const said = last.get(`${read.value}${measure}`);
      if (said === undefined || this.settled.has(read.numeral.start) || !this.looksBack(read)) continue;
      if (!saysAgain(said.words, measure, read.noun)) continue;
      const { series } = said;
      if (series !== null && this.formers.get(series) === read.value) this.add(read, series);
      else this.settled.add(read.numeral.start);
    }
  }

  private looksBack({ numeral: { start }, phrase }: Read): boolean {
    const { text } = this.outline.draft;
    const behind = text.slice(phrase.end, phrase.end + 20);
    // 这四项任务：一是 announces another list.
    if (/^[^，。；！？\n]*[：:]/u.test(behind)) return false;
    return cueBefore.test(text.slice(Math.max(0, start - 10), start)) || cueBehind.test(behind);
  }

  /** Adds counts in the words directly behind a list, before the outer list continues. */
  private behind({ series, former }: Shifted): void {
    const { items } = series;
    const last = items[items.length - 1];
    if (last === undefined) return;
    const { draft } = this.outline;
    const inside = last.place === 'inline';
    let to = Math.min(draft.text.length, last.mark.end + farthestBehind[inside ? 'inline' : 'headed']);
    if (inside) {
      let paragraph = draft.paragraphs[last.paragraph + 1];
      while (paragraph !== undefined && paragraph.text.trim() === '')
        paragraph = draft.paragraphs[paragraph.index + 1];
      to = Math.min(to, paragraph?.end ?? to);
    }
    if (series.parent !== null) to = Math.min(to, this.next.get(series.parent)?.ordinal.start ?? to);
    for (let index = firstFrom(this.reads, last.mark.end); index < this.reads.length; index++) {
      const read = this.reads[index];
      if (read === undefined || read.numeral.start >= to) break;
      if (read.value !== former || this.settled.has(read.numeral.start)) continue;
      if (people.test(read.noun) || this.isBetween(former, last.mark.end, read.numeral.start)) continue;
      if (this.looksBack(read)) this.add(read, series);
    }
  }

  /** Whether a list of so many items, which the count would mean instead, begins between two offsets. */
  private isBetween(count: number, from: number, to: number): boolean {
    const starts = this.starts.get(count) ?? [];
    return (starts[countBefore(starts, from, (start) => start)] ?? to) < to;
  }
}

/** 五件事 …… 这五件事, 四种可贵的品质 …… 这四种品质, 四点意见 …… 这四点要记牢. */
function saysAgain(words: string, measure: string, noun: string): boolean {
  const again = noun.slice(0, /[件句层方]/u.test(measure) ? 1 : 2);
  return (
    again === '' || /^[都是要就必既也应须能不]/u.test(again) || words.slice(measure.length).includes(again)
  );
}

/** The offset behind the last end of a sentence before an offset of a text; 0 if there is none. */
function lastStop(text: string, before: number): number {
  for (let at = before - 1; at >= 0; at--) if (/[。！？!?；;]/u.test(text.charAt(at))) return at + 1;
  return 0;
}

function readCounts(text: string): Read[] {
  const reads: Read[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { number = '' } = match.groups ?? {};
    const value = parseNumeral(number);
    const start = match.index;
    const end = start + match[0].length;
    const behind = text.slice(end, end + 14);
    // “三大攻坚战” is a name.
    if (text.charAt(start - 1) === '“') continue;
    if (value === null || value < 2 || noList.test(match[0].slice(number.length) + behind)) continue;
    reads.push({
      value,
      numeral: { start, end: start + number.length },
      phrase: { start, end },
      noun: behind.split(clauseEnd)[0] ?? '',
    });
  }
  return reads;
}

/** The index of the first count at an offset or behind it. */
function firstFrom(reads: readonly Read[], offset: number): number {
  return countBefore(reads, offset, ({ numeral }) => numeral.start);
}
