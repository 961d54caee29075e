import type { Span } from '../../../lib/draft/types.ts';
import { kindName, kinds } from './kinds.ts';
import type { RenewRow } from './rows.ts';

/** Rows under a heading; '' as title for rows without one. */
export interface RenewGroup {
  readonly key: string;
  readonly title: string;
  /** True if the title is a heading of the draft. */
  readonly ofDraft: boolean;
  readonly rows: readonly RenewRow[];
}

/** The rows by kind of mention, in the order of `kinds`. */
export function byKind(rows: readonly RenewRow[]): RenewGroup[] {
  return kinds.flatMap((kind) => {
    const own = rows.filter(({ mention }) => mention.kind === kind);
    return own.length === 0 ? [] : [{ key: kind, title: kindName(kind), ofDraft: false, rows: own }];
  });
}

/** The rows by the heading before them; those before the first under `opening`. */
export function byPlace(
  rows: readonly RenewRow[],
  headings: readonly (Span & { readonly title: string })[],
  opening: string,
): RenewGroup[] {
  const edges = [
    { title: headings.length === 0 ? '' : opening, start: Number.NEGATIVE_INFINITY },
    ...headings,
  ];
  return edges.flatMap(({ title, start }, at) => {
    const end = edges[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    const own = rows.filter(({ mention }) => mention.start >= start && mention.start < end);
    return own.length === 0 ? [] : [{ key: `${start}`, title, ofDraft: at > 0, rows: own }];
  });
}
