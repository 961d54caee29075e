import type { Span } from '../../lib/draft/types.ts';
import { type Finding, ruleIds } from '../../lib/rules/types.ts';

/** A finding in the list, under a name that it keeps while the text around it changes. */
export interface Listed {
  readonly key: string;
  readonly finding: Finding;
}

/** Findings that stand together under a heading. */
export interface Group {
  /** '' where there is nothing to say: the whole list in one. */
  readonly title: string;
  /** True where the title is the draft's own heading. */
  readonly ofDraft: boolean;
  readonly key: string;
  readonly items: readonly Listed[];
}

/** A heading of the draft; UTF-16 offsets. */
export interface Heading extends Span {
  readonly title: string;
}

/** Names each finding by what it is and how often that came before. Findings in order of place. */
export function listed(findings: readonly Finding[], text: string): Listed[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = `${finding.rule}:${text.slice(finding.start, Math.min(finding.end, finding.start + 40))}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return { key: `${name}:${times}`, finding };
  });
}

/** The findings under the headings they stand behind; those before the first one come under `opening`. */
export function byPlace(items: readonly Listed[], headings: readonly Heading[], opening: string): Group[] {
  if (headings.length === 0) return items.length === 0 ? [] : [{ title: '', ofDraft: false, key: '', items }];
  const edges = [{ title: opening, start: Number.NEGATIVE_INFINITY }, ...headings];
  return edges.flatMap(({ title, start }, index) => {
    const end = edges[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const own = items.filter(({ finding }) => finding.start >= start && finding.start < end);
    return own.length === 0 ? [] : [{ title, ofDraft: index > 0, key: `${index}`, items: own }];
  });
}

/** The findings by what is found, in the order of the rules; within a group in order of place. */
export function byKind(items: readonly Listed[], titleOf: (rule: string) => string): Group[] {
  return ruleIds.flatMap((rule) => {
    const own = items.filter(({ finding }) => finding.rule === rule);
    return own.length === 0 ? [] : [{ title: titleOf(rule), ofDraft: false, key: rule, items: own }];
  });
}

/** Where the author is in a list: at an item, or, once that has gone, at the place it had. */
export interface Current {
  readonly draftKey: string;
  readonly key: string;
  readonly at: number;
}

/** The place in the list of where the author is; -1 where that has gone. */
export function placeOf(items: readonly Listed[], current: Current | null): number {
  return current === null ? -1 : items.findIndex(({ key }) => key === current.key);
}

/** The item after (`by` 1) or before (-1) where the author is, round and round; -1 in an empty list. */
export function stepFrom(items: readonly Listed[], current: Current | null, by: 1 | -1): number {
  const { length } = items;
  if (length === 0) return -1;
  if (current === null) return by === 1 ? 0 : length - 1;
  const place = placeOf(items, current);
  // What was there has gone, and the next one has come up into its place.
  const to = place >= 0 ? place + by : by === 1 ? current.at : current.at - 1;
  return ((to % length) + length) % length;
}
