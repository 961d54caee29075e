import type { Knowledge, Series, SeriesMember } from '../../lib/phrases/types.ts';

/** The day up to which meetings were known when the whole drafts of tests/drafts/time were labelled. */
const labelledOn = '2026-10-15';

/** A plenum with what most have in common. */
export function plenum(
  member: Pick<SeriesMember, 'name' | 'session' | 'from' | 'to'> & Partial<SeriesMember>,
) {
  return {
    term: 20,
    forms: [],
    subjects: [],
    slogans: [],
    expected: false,
    source: { title: '测试文件', date: member.to },
    attestation: 'A',
    datesVerified: true,
    ...member,
  } satisfies SeriesMember;
}

/** The one that had been called and not yet held on that day. */
const called = plenum({
  name: '二十届五中全会',
  session: 5,
  expected: true,
  subjects: ['从严治党', '自我革命'],
  from: '2026-10-26',
  to: '2026-10-29',
});

/**
 * Knowledge in which meetings, plans and campaigns stand as they did when the drafts were labelled, whatever packs have
 * learned since: what a label calls the latest is the latest.
 */
export function asLabelled<K extends Knowledge>(knowledge: K): K {
  return withMembers(knowledge, ({ numbering, members }) => [
    ...members.filter(({ from }) => from <= labelledOn),
    ...(numbering === 'plenum' ? [called] : []),
  ]);
}

/** Knowledge in which the members of each series are others. */
export function withMembers<K extends Knowledge>(
  knowledge: K,
  membersOf: (series: Series) => readonly SeriesMember[],
): K {
  return {
    ...knowledge,
    series: knowledge.series.map((series) => ({ ...series, members: membersOf(series) })),
  };
}
