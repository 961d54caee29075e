import { findOne, isSearchable } from './embedded.ts';
import { formatArabic, formatCount, parseArabic, parseNumeral } from './numerals.ts';
import type { Outline, OutlineSeries } from './outline.ts';
import { hasSign, pairsOf, signOf } from './signs.ts';
import type { Paragraph, Span } from './types.ts';

/** A number that announces a list: 讲三点意见：. Offsets are UTF-16 units of the draft. */
export interface Announcement {
  readonly value: number;
  /** The number alone: 三. */
  readonly numeral: Span;
  /** Number and measure word: 三点. */
  readonly phrase: Span;
  /** The list that stands directly behind it; null where none does. */
  readonly series: OutlineSeries | null;
  /** True for 二点, 二个方面: before a measure word two is 两. */
  readonly wrongTwo: boolean;
}

const measure =
  '点|个方面|方面|件事|件大事|件实事|项工作|项任务|项重点工作|项重点任务|项措施|项举措|项要求|条意见|条要求|条建议|' +
  '条措施|个问题|个环节|个重点|个关键|个要求|层意思|句话';
/** Number, measure word, and the short rest of the sentence. */
const announced = new RegExp(
  `([一二三四五六七八九十两]{1,3}|\\d{1,2})(${measure})([^。：:；，,！？\\n]{0,14}(?:[，,][^。：:；！？\\n]{0,18})?)([：:。]|$)`,
  'gu',
);
/** A number and the beginning of a measure word, or the inner of one. */
const announcedSign = signOf(
  ...pairsOf('一二三四五六七八九十两0123456789', '点方'),
  '个方',
  ...pairsOf('件', '事大实'),
  ...pairsOf('项', '工任重措举要'),
  ...pairsOf('条', '意要建措'),
  ...pairsOf('个', '问环重关要'),
  '层意',
  '句话',
);
/** The rest of a sentence that ends in 。 may only name what is listed: 讲三点意见。 but not 从两方面采取措施。 */
const namesList =
  /^的?(?:主要|具体|重点|基本|初步|指导性)?(?:意见|建议|要求|体会|感受|希望|想法|看法|工作|任务|内容|问题|措施|举措|重点|事情|情况|认识|考虑|打算|安排|思考|准备|关系|原则|提醒)?(?:[，,](?:供|请|希望|望|与|同|和|也|作为|以)|$)/u;
/** What makes a number announce: 讲, 提, 强调 …; looked for in the same clause before it. */
const cue =
  /讲|谈|提|强调|说|汇报|交流|分享|介绍|做好|抓好|抓|突出|把握|注意|坚持|采取|落实|做到|处理好|解决好|从|以下|如下|下面|主要|重点|围绕/u;
/** 第三点, 十二点 read from the middle, 三十二个方面. */
const partOfNumber = /[第一二三四五六七八九十百千\d.．〇零]/u;
const known = new WeakMap<Outline, readonly Announcement[]>();

/** The announcements of a draft, in order; remembered per outline. */
export function findAnnouncements(outline: Outline): readonly Announcement[] {
  const before = known.get(outline);
  if (before !== undefined) return before;
  const firsts = new Map<number, OutlineSeries>();
  for (const series of outline.series) {
    const first = series.items[0];
    if (first !== undefined) firsts.set(first.ordinal.start, series);
  }
  const found: Announcement[] = [];
  for (const paragraph of outline.draft.paragraphs) {
    if (paragraph.text.length >= 4 && hasSign(paragraph.signs, announcedSign))
      readParagraph(outline, firsts, paragraph, found);
  }
  known.set(outline, found);
  return found;
}

/** The number of items a list has, as an announcement of it would be written; what stands there where it cannot be told. */
export function rightCount(outline: Outline, announcement: Announcement): string {
  const { series, value } = announcement;
  const { text, complete } = outline.draft;
  const written = text.slice(announcement.numeral.start, announcement.numeral.end);
  const keep = announcement.wrongTwo && value === 2 ? '两' : written;
  if (series === null || !complete) return keep;
  const count = series.items.length;
  if (count < 2 || count > 99 || series.kind === 'sequence-word' || series.base !== 1) return keep;
  if (count === value || (count < value && mayHoldMore(outline, series))) return keep;
  return /\d/u.test(written) ? formatArabic(count, written) : formatCount(count);
}

/** Each search for a heading that lost its line break goes through the rest of the draft: so many for one draft. */
const mostSearches = 100;
const searches = new WeakMap<Outline, number>();

/** A last item in other words (最后，……), or a heading that lost its line break, may complete the list. */
function mayHoldMore(outline: Outline, series: OutlineSeries): boolean {
  const last = series.items.at(-1);
  if (last === undefined) return false;
  const { text } = outline.draft;
  const end = outline.draft.paragraphs[last.paragraph]?.end ?? text.length;
  if (/[。；](?:最后|此外|另外|同时|还有|还要|再就是|再者)/u.test(text.slice(last.mark.end, end)))
    return true;
  if (!isSearchable(series.kind)) return false;
  // Beyond that nothing is known, so nothing is said.
  const made = searches.get(outline) ?? 0;
  if (made >= mostSearches) return true;
  searches.set(outline, made + 1);
  return findOne(outline.draft, series.kind, series.items.length + 1, last.mark.end, text.length) !== null;
}

function readParagraph(
  outline: Outline,
  firsts: ReadonlyMap<number, OutlineSeries>,
  paragraph: Paragraph,
  found: Announcement[],
): void {
  const { text } = paragraph;
  announced.lastIndex = 0;
  for (let match = announced.exec(text); match !== null; match = announced.exec(text)) {
    const [whole, number = '', word = '', rest = '', stop = ''] = match;
    // The rest of the sentence may hold the announcement itself: 围绕三个方面，讲两点意见：
    announced.lastIndex = match.index + number.length + word.length;
    const value = parseNumeral(number) ?? parseArabic(number);
    if (value === null || value < 2 || partOfNumber.test(text.charAt(match.index - 1))) continue;
    const clause =
      text
        .slice(Math.max(0, match.index - 24), match.index)
        .split(/[，。：；！？“”]/u)
        .at(-1) ?? '';
    // 讲了五点意见 tells of what was said; 做了以下三项工作 announces all the same.
    if (!cue.test(clause) || (clause.endsWith('了') && !/以下|如下/u.test(clause))) continue;
    const end = match.index + whole.length;
    if (stop !== '：' && stop !== ':' && !namesList.test(rest)) continue;
    const start = paragraph.start + match.index;
    found.push({
      value,
      numeral: { start, end: start + number.length },
      phrase: { start, end: start + number.length + word.length },
      series: seriesBehind(outline, firsts, paragraph, end),
      wrongTwo: number === '二',
    });
  }
}

/** The list that begins right behind an offset of a paragraph, or in the next paragraph when this one ends there. */
function seriesBehind(
  outline: Outline,
  firsts: ReadonlyMap<number, OutlineSeries>,
  paragraph: Paragraph,
  end: number,
): OutlineSeries | null {
  let at = paragraph.start + end;
  const { text } = outline.draft;
  while (at < text.length && /[\s　]/u.test(text.charAt(at))) at++;
  return firsts.get(at) ?? null;
}
