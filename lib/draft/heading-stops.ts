import type { Outline, OutlineItem, OutlineSeries } from './outline.ts';
import type { Span } from './types.ts';

/** A heading in its own line that ends in 。 while the others of its kind do not. */
export interface HeadingStop {
  readonly item: OutlineItem;
  /** The 。 alone. */
  readonly stop: Span;
}

/** A draft has the habit of writing no 。 from so many headings on, if they outnumber those with it by three to one. */
const fewest = 3;
const longest = 40;

/**
 * The 。 at the end of headings in their own lines, in drafts where nearly all others have none (GB/T 15834—2011 B.4,
 * for consistency). Series with a heading that text follows in the same line are skipped: such a heading ends in 。.
 */
export function unevenStops(outline: Outline): HeadingStop[] {
  return (['chinese', 'chinese-bracketed'] as const).flatMap((kind) => {
    const stops: HeadingStop[] = [];
    let plain = 0;
    for (const series of outline.series) {
      if (series.kind !== kind || !standsAlone(outline, series)) continue;
      for (const item of series.items) {
        const stop = stopOf(outline, item);
        if (stop === null) plain++;
        else stops.push({ item, stop });
      }
    }
    return plain >= fewest && plain >= 3 * stops.length ? stops : [];
  });
}

/** Every item is a short line with other text below it: a heading, not an entry of a list. */
function standsAlone(outline: Outline, series: OutlineSeries): boolean {
  return series.items.every((item, index) => {
    if (item.place === 'inline' || item.place === 'embedded' || item.place === 'auto') return false;
    const line = outline.draft.paragraphs[item.paragraph]?.text.trim() ?? '';
    if (line.length > longest || /[。；！？](?=.)/u.test(line) || /[；！？：]$/u.test(line)) return false;
    const below = lineBelow(outline, item.paragraph);
    return below !== null && below !== series.items[index + 1]?.paragraph;
  });
}

/** Index of the next line that is not empty; null at the end. */
function lineBelow(outline: Outline, paragraph: number): number | null {
  const { paragraphs } = outline.draft;
  for (let index = paragraph + 1; index < paragraphs.length; index++) {
    if (paragraphs[index]?.text.trim() !== '') return index;
  }
  return null;
}

function stopOf(outline: Outline, item: OutlineItem): Span | null {
  const paragraph = outline.draft.paragraphs[item.paragraph];
  if (paragraph === undefined) return null;
  const text = paragraph.text.trimEnd();
  const end = paragraph.start + text.length;
  return text.endsWith('。') ? { start: end - 1, end } : null;
}
