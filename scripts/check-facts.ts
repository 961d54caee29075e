import { topicNames } from '../components/topic-names.ts';
import type { Pack } from '../lib/phrases/pack.ts';
import type { Series, SeriesMember } from '../lib/phrases/types.ts';
import type { Contradiction } from './cross-check.ts';

/** A fact without evidence enough to judge by, and what it lacks. */
export interface Waiting extends Contradiction {
  readonly name: string;
}

/**
 * Finds sessions that a series has twice, topics of built-in packs that the screens do not know, and built-in packs that
 * are true until other days than the first: the product names one day for all.
 * @param builtIn the files of the built-in packs; others may have topics and days of their own
 */
export function checkFacts(packs: readonly Pack[], builtIn: ReadonlySet<string>): Contradiction[] {
  const found: Contradiction[] = [];
  const own = packs.filter(({ file }) => builtIn.has(file));
  for (const { file, series } of packs)
    for (const one of series)
      for (const { name, message } of repeatedIn(one)) found.push({ file, entry: name, message });
  for (const { file, entries, series, anniversaries } of own) {
    const facts = [
      ...entries.map(({ id, kind, topic }) => ({ entry: id.slice(kind.length + 1), topic })),
      ...series.flatMap(({ members }) => members.map(({ name, topic }) => ({ entry: name, topic }))),
      ...anniversaries.map(({ id, topic }) => ({ entry: id, topic })),
    ];
    for (const { entry, topic } of facts)
      if (topic !== undefined && !Object.hasOwn(topicNames, topic))
        found.push({ file, entry, message: `没有“${topic}”这个主题，已有的是：${knownTopics()}。` });
  }
  const [first, ...others] = own;
  for (const { file, trueUntil } of others)
    if (first !== undefined && trueUntil !== first.trueUntil)
      found.push({
        file,
        entry: 'trueUntil',
        message: `trueUntil 是 ${trueUntil}，而 ${first.file} 是 ${first.trueUntil}；内置词库要核对到同一天。`,
      });
  return found;
}

function knownTopics(): string {
  return Object.keys(topicNames)
    .filter((topic) => topic !== '我的提法')
    .join('、');
}

function repeatedIn({ numbering, members }: Series): { name: string; message: string }[] {
  const first = new Map<string, string>();
  return members.flatMap((member) => {
    const { name } = member;
    const key = numberOf(numbering, member);
    const before = key === undefined ? undefined : first.get(key);
    if (before !== undefined) return [{ name, message: `与“${before}”是同一届次（${key}）。` }];
    if (key !== undefined) first.set(key, name);
    return [];
  });
}

/** What a series has only once. */
function numberOf(
  numbering: Series['numbering'],
  { name, term, session, to }: SeriesMember,
): string | undefined {
  if (numbering === 'named-by-year') return `${to.slice(0, 4)}年`;
  if (numbering === 'campaign' || numbering === 'post') return name;
  if (term === undefined) return undefined;
  return session === undefined ? `第${term}` : `第${term}届第${session}次`;
}

/**
 * Lists the facts that wait for evidence: those without attestation, which are searched and never marked, and those
 * that end on a day that was not seen. Everyday phrases need no evidence.
 */
export function waitingForEvidence(packs: readonly Pack[]): Waiting[] {
  return packs
    .filter(({ kind }) => kind !== 'phrase')
    .flatMap(({ file, entries, series, anniversaries }) =>
      [
        ...entries.map((entry) => ({ ...entry, entry: entry.id.slice(entry.kind.length + 1) })),
        ...series.flatMap(({ members }) =>
          members.map((member) => ({ ...member, entry: member.name, validTo: member.to })),
        ),
        ...anniversaries.map((one) => ({ ...one, entry: one.id, validTo: one.from })),
      ].flatMap(({ entry, name, attestation, datesVerified, validTo }): Waiting[] => {
        if (attestation === 'none') return [{ file, entry, name, message: '字样没有查实' }];
        return datesVerified || validTo === undefined ? [] : [{ file, entry, name, message: '日期没有查实' }];
      }),
    );
}
