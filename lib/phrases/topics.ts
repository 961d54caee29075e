import { topicOrder } from './labels.ts';
import type { Entry } from './types.ts';

/** A topic of entries, and how many it has. */
export interface Topic {
  readonly name: string;
  readonly count: number;
}

/**
 * The topics of all entries: the speech parts in the order of a speech, the subjects of a county's year, then the others,
 * the largest first; those of one size in the order of the entries.
 */
export function topicsOf(entries: readonly Entry[]): Topic[] {
  const counts = new Map<string, number>();
  for (const { topic } of entries) if (topic !== undefined) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return Array.from(counts, ([name, count]) => ({ name, count })).sort(
    (a, b) => topicOrder(a.name) - topicOrder(b.name) || b.count - a.count,
  );
}
