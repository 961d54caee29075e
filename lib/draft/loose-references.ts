import { enclosure, quotedParagraphs } from './line-roles.ts';
import { highestNumber, numeralCharacters, parseNumber } from './numeral-values.ts';
import { expectedValue, isAuto, type Outline, type OutlineSeries } from './outline.ts';
import { placesIn } from './references.ts';
import { isMoved } from './renumbering.ts';
import type { Paragraph, Span } from './types.ts';

/**
 * Words that name an item of the only list of their kind, without a cue that they refer to it: 第三部分, 任务四,
 * 第二个启示. A repair that renumbers the item changes them, but they never cause one. Offsets are UTF-16 units of the
 * draft.
 */
export interface LooseReference {
  /** The number alone: 三. */
  readonly numeral: Span;
  /** With 第 and the unit, or the noun before it. */
  readonly phrase: Span;
  readonly series: OutlineSeries;
  /** The right number of the item. */
  readonly right: number;
}

const number = `[${numeralCharacters}]{1,5}|\\d{1,3}`;
const withUnit = new RegExp(`第(${number})`, 'gu');
const longestUnit = 5;
/** Units that are too general without a noun: 第三个, 第二项, 第四条. */
const bare: ReadonlySet<string> = new Set(['个', '项', '条']);
/** Units by which 第三部分 or 第三点 can mean an item numbered 一、. */
const spokenOf = /^(?:[中里]|当中|所?(?:讲|说|提|谈|列|述))/u;
const plainUnits = ['部分', '点', '条'] as const;
/** Kinds whose items may be called points too. */
const pointKinds: ReadonlySet<string> = new Set(['ordinal', 'of-them', 'is', 'must', 'arabic', 'counted']);
/** Another document directly before: 《规划》第四部分, 条例第四章. */
const document =
  /(?:[》”’]|法|条例|规定|办法|规划|方案|文件|报告|通知|纲要|意见|章程|细则|准则|标准|公报|决定|决议|教材|课本|文章|讲话|合同|协议|书)(?:[的中里]|中的|里的)?$/u;
/** Behind the number: 第四条规定, 任务四项, 任务四到五 name no item. */
const goesOn = /^(?:规定|之[一二三]|款|[个项条件种类天年月日号人名次家批级][^中里])/u;
/** An ordinal at the beginning of a line, though it is in no series: of contents, or of another list. */
const headingEnd = /^(?:[\s　：:，、,.．…]|$)/u;
const cache = new WeakMap<Outline, readonly LooseReference[]>();

/** The loose references of a draft to renumbered items; remembered per outline. */
export function findLooseReferences(outline: Outline): readonly LooseReference[] {
  const before = cache.get(outline);
  if (before !== undefined) return before;
  const found = outline.series.some((series) => isMoved(outline, series)) ? new Finder(outline).find() : [];
  cache.set(outline, found);
  return found;
}

class Finder {
  private readonly outline: Outline;
  private readonly found: LooseReference[] = [];
  /** The list for each unit or noun; null if there are several. */
  private readonly units = new Map<string, OutlineSeries | null>();
  private readonly nouns = new Map<string, OutlineSeries | null>();
  private readonly ordinals = new Set<number>();
  /** The only list of 一、; null if there are several or none. */
  private plain: OutlineSeries | null | undefined;
  /** The numbers of items of other lists of points. */
  private readonly points = new Set<number>();

  constructor(outline: Outline) {
    this.outline = outline;
    for (const series of outline.series) this.learn(series);
  }

  private learn(series: OutlineSeries): void {
    if (isAuto(series)) return;
    const { text } = this.outline.draft;
    const units = new Set<string>();
    for (const { kind, numeral, ordinal, value } of series.items) {
      this.ordinals.add(numeral.start);
      if (pointKinds.has(kind)) this.points.add(value);
      if (kind === 'named') {
        const noun = text.slice(ordinal.start, numeral.start).replace(/[（(]$/u, '');
        setOnce(this.nouns, noun, series);
      } else if (kind === 'part' || kind === 'chapter' || kind === 'section' || kind === 'counted')
        units.add(text.slice(numeral.end, ordinal.end));
    }
    // 第一方面 and 第一个方面 are the same.
    if (units.has('方面')) units.add('个方面');
    else if (units.has('个方面')) units.add('方面');
    for (const unit of units) setOnce(this.units, unit, series);
    if (series.kind === 'chinese' && series.items.length > 1)
      this.plain = this.plain === undefined ? series : null;
  }

  find(): readonly LooseReference[] {
    const nouns = [...this.nouns].flatMap(([noun, series]) =>
      noun !== '' && series !== null && isMoved(this.outline, series) ? [noun] : [],
    );
    const named = nouns.length === 0 ? null : new RegExp(`(${nouns.join('|')})[（(]?(${number})`, 'gu');
    const { paragraphs } = this.outline.draft;
    const quoted = quotedParagraphs(paragraphs);
    for (const paragraph of paragraphs) {
      if (quoted.has(paragraph.index)) continue;
      if (paragraph.text.includes('第')) this.readUnits(paragraph);
      if (named !== null) this.readNamed(paragraph, named);
    }
    return this.found;
  }

  private readUnits(paragraph: Paragraph): void {
    const { text } = paragraph;
    const enclosed = quotation(text);
    withUnit.lastIndex = 0;
    for (let match = withUnit.exec(text); match !== null; match = withUnit.exec(text)) {
      const [whole, written = ''] = match;
      const end = match.index + whole.length;
      const value = parseNumber(written);
      const meant = value === null ? null : this.meantBy(text.slice(end, end + 12), value);
      if (value === null || meant === null || enclosed(match.index)) continue;
      const start = match.index;
      this.add(
        paragraph,
        meant.series,
        value,
        { start, end: end + meant.unit.length },
        { start: start + 1, end },
      );
    }
  }

  private readNamed(paragraph: Paragraph, pattern: RegExp): void {
    const { text } = paragraph;
    const enclosed = quotation(text);
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [whole, noun = '', written = ''] = match;
      const series = this.nouns.get(noun) ?? null;
      const value = parseNumber(written);
      if (series === null || value === null || enclosed(match.index)) continue;
      const end = match.index + whole.length;
      this.add(paragraph, series, value, { start: match.index, end }, { start: end - written.length, end });
    }
  }

  /** The list that the words behind 第三 refer to, and their unit. */
  private meantBy(behind: string, value: number): { series: OutlineSeries; unit: string } | null {
    for (let length = Math.min(longestUnit, behind.length); length > 0; length--) {
      const unit = behind.slice(0, length);
      const series = this.units.get(unit);
      if (series === undefined || (bare.has(unit) && !spokenOf.test(behind.slice(length)))) continue;
      return series === null ? null : { series, unit };
    }
    const unit = plainUnits.find((one) => behind.startsWith(one));
    const series = this.plain ?? null;
    if (unit === undefined || series === null || !spokenOf.test(behind.slice(unit.length))) return null;
    return unit !== '部分' && this.points.has(value) ? null : { series, unit };
  }

  /** Offsets of the paragraph. */
  private add(paragraph: Paragraph, series: OutlineSeries, value: number, phrase: Span, numeral: Span): void {
    const { text, start } = paragraph;
    if (!isMoved(this.outline, series) || this.ordinals.has(start + numeral.start)) return;
    const index = placesIn(series).get(value) ?? -1;
    if (index < 0) return;
    const right = expectedValue(series, index);
    const behind = text.slice(phrase.end, phrase.end + 3);
    if (right === value || right > highestNumber || goesOn.test(behind)) return;
    const before = text.slice(Math.max(0, phrase.start - 8), phrase.start);
    if (document.test(before) || (before.trim() === '' && headingEnd.test(behind))) return;
    const shifted = ({ start: from, end }: Span): Span => ({ start: start + from, end: start + end });
    this.found.push({ numeral: shifted(numeral), phrase: shifted(phrase), series, right });
  }
}

/** A test of whether an offset of a paragraph is inside “” or 《》. The offsets must rise from call to call. */
function quotation(text: string): (offset: number) => boolean {
  return enclosure(text.replace(/[（）()]/gu, ' '));
}

function setOnce(lists: Map<string, OutlineSeries | null>, name: string, series: OutlineSeries): void {
  const before = lists.get(name);
  lists.set(name, before === undefined || before === series ? series : null);
}
