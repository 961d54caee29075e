import { moved } from '../rules/moved.ts';
import type { Finding } from '../rules/types.ts';

/**
 * Lists of findings as they are sent to a page. A long draft repeats the same fault many times, and the
 * message is serialised by one thread and parsed by the other.
 */
export interface PackedFindings {
  /** Each distinct finding once, with offset 0. */
  readonly distinct: readonly Finding[];
  /**
   * For each list: [index in `distinct`, start (UTF-16 units), index, start, …], in the order of its findings.
   */
  readonly lists: readonly (readonly number[])[];
}

/** Packs lists of findings. */
export function packFindings(lists: readonly (readonly Finding[])[]): PackedFindings {
  const distinct: Finding[] = [];
  const indexes = new Map<string, number>();
  const indexOf = (finding: Finding): number => {
    const atStart = moved(finding, -finding.start);
    const key = JSON.stringify(atStart);
    let index = indexes.get(key);
    if (index === undefined) {
      index = distinct.length;
      indexes.set(key, index);
      distinct.push(atStart);
    }
    return index;
  };
  return {
    distinct,
    lists: lists.map((list) => list.flatMap((finding) => [indexOf(finding), finding.start])),
  };
}

/** Unpacks the lists. */
export function unpackFindings({ distinct, lists }: PackedFindings): Finding[][] {
  return lists.map((list) => {
    const findings: Finding[] = [];
    for (let i = 0; i + 1 < list.length; i += 2) {
      const finding = distinct[list[i] ?? -1];
      // Each place needs a separate object, and `moved` may return the same one.
      if (finding !== undefined) findings.push({ ...moved(finding, list[i + 1] ?? 0) });
    }
    return findings;
  });
}
