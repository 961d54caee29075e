import type { Entry } from './types.ts';

/** What entries are filed under, and how many of them. */
export interface Topic {
  readonly name: string;
  readonly count: number;
}

/** Counts the topics of all entries, the largest first; those of one size as they come. */
export function topicsOf(entries: readonly Entry[]): Topic[] {
  const counts = new Map<string, number>();
  for (const { topic } of entries) if (topic !== undefined) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return Array.from(counts, ([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}
