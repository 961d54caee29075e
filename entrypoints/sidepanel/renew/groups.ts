import { type Group, type Heading, underHeadings } from '../listing.ts';
import { kindName, kinds } from './kinds.ts';
import type { RenewRow } from './rows.ts';

/** Rows under a heading. */
export type RenewGroup = Group<RenewRow>;

/** The rows by kind of mention, in the order of `kinds`. */
export function byKind(rows: readonly RenewRow[]): RenewGroup[] {
  return kinds.flatMap((kind) => {
    const items = rows.filter(({ mention }) => mention.kind === kind);
    return items.length === 0 ? [] : [{ key: kind, title: kindName(kind), ofDraft: false, items }];
  });
}

/** The rows by the heading before them; those before the first under `opening`. */
export function byPlace(
  rows: readonly RenewRow[],
  headings: readonly Heading[],
  opening: string,
): RenewGroup[] {
  return underHeadings(rows, ({ mention }) => mention.start, headings, opening);
}
