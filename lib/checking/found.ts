import type { Finding } from '../rules/types.ts';
import { type PackedFindings, unpackFindings } from './packed-findings.ts';

/** The findings of a draft. Those of a paragraph have offsets of it (UTF-16 units), so that they stay the same in it. */
export interface Found {
  /** For each paragraph, in order of place. */
  readonly paragraphs: readonly (readonly Finding[])[];
  /** Of the draft as a whole, with offsets of its text. */
  readonly ofDraft: readonly Finding[];
}

/** How the findings of one state of a draft became those of the next: a stretch of paragraphs is replaced. */
export interface FoundChange {
  /** Index of the first paragraph that is replaced, and how many are. */
  readonly from: number;
  readonly count: number;
  /** What is found of the draft as a whole, then for each of the new paragraphs. */
  readonly packed: PackedFindings;
}

/** The findings after a change. */
export function changed(before: Found | null, { from, count, packed }: FoundChange): Found {
  const [ofDraft = [], ...lists] = unpackFindings(packed);
  const old = before?.paragraphs ?? [];
  return { paragraphs: [...old.slice(0, from), ...lists, ...old.slice(from + count)], ofDraft };
}
