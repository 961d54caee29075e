import type { Finding } from '../rules/types.ts';
import { type PackedFindings, unpackFindings } from './packed-findings.ts';

/**
 * The findings of a draft. Those of a paragraph have offsets of it (UTF-16), so that an unchanged paragraph
 * keeps them.
 */
export interface Found {
  /** One list for each paragraph, in text order. */
  readonly paragraphs: readonly (readonly Finding[])[];
  /** Findings on the whole draft, with offsets of its text. */
  readonly ofDraft: readonly Finding[];
}

/** The change from the findings of one check to the next: a range of paragraphs is replaced. */
export interface FoundChange {
  /** Index of the first replaced paragraph, and the number of replaced ones. */
  readonly from: number;
  readonly count: number;
  /** The findings on the whole draft, then those of each new paragraph. */
  readonly packed: PackedFindings;
}

/** The findings after a change. */
export function changed(before: Found | null, { from, count, packed }: FoundChange): Found {
  const [ofDraft = [], ...lists] = unpackFindings(packed);
  const old = before?.paragraphs ?? [];
  return { paragraphs: [...old.slice(0, from), ...lists, ...old.slice(from + count)], ofDraft };
}
