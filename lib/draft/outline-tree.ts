import type { Outline, OutlineItem, OutlineSeries } from './outline.ts';

/** A heading and those under it. Offsets are UTF-16 units of the draft. */
export interface OutlineNode {
  readonly start: number;
  readonly end: number;
  /** The beginning of the heading, ordinal included. */
  readonly title: string;
  readonly children: readonly OutlineNode[];
}

interface Growing extends OutlineNode {
  readonly children: Growing[];
}

/** The headings of a draft as a tree, in the order of the text. Runs inside paragraphs (一是…二是…) are left out. */
export function outlineTree(outline: Outline): OutlineNode[] {
  const seriesOf = new Map<OutlineItem, OutlineSeries>();
  const headings: OutlineItem[] = [];
  for (const series of outline.series) {
    for (const item of series.items) {
      seriesOf.set(item, series);
      if (item.place !== 'inline') headings.push(item);
    }
  }
  headings.sort((a, b) => a.ordinal.start - b.ordinal.start);
  const roots: Growing[] = [];
  const nodes = new Map<OutlineItem, Growing>();
  let last: Growing | undefined;
  for (const item of headings) {
    const { start, end } = spanOf(item);
    const node: Growing = { start, end, title: item.title, children: [] };
    // A list that the editor numbers belongs to the heading above it.
    const parent = item.place === 'auto' ? last : nodeAbove(item, seriesOf, nodes);
    (parent?.children ?? roots).push(node);
    nodes.set(item, node);
    if (item.place !== 'auto') last = node;
  }
  return roots;
}

/** The node of the nearest heading that holds an item; a run inside a paragraph is no heading. */
function nodeAbove(
  item: OutlineItem,
  seriesOf: ReadonlyMap<OutlineItem, OutlineSeries>,
  nodes: ReadonlyMap<OutlineItem, Growing>,
): Growing | undefined {
  let parent = seriesOf.get(item)?.parent ?? null;
  while (parent !== null) {
    const node = nodes.get(parent);
    if (node !== undefined) return node;
    parent = seriesOf.get(parent)?.parent ?? null;
  }
  return undefined;
}

/** The span of the title in the text; an automatic number is not in it. */
function spanOf(item: OutlineItem): { start: number; end: number } {
  const { start } = item.ordinal;
  const prefix = item.place === 'auto' ? item.title.indexOf(' ') + 1 : (item.label?.length ?? 0);
  return { start, end: start + item.title.length - prefix };
}
