import type { Knowledge, Series, SeriesMember } from '../../lib/phrases/types.ts';

/** The day of the meetings known when the whole drafts of tests/drafts/time were labelled. */
const labelledOn = '2026-10-15';

/** A plenum with usual properties. */
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

/** The one announced but not yet held on that day. */
const called = plenum({
  name: '二十届五中全会',
  session: 5,
  expected: true,
  subjects: ['从严治党', '自我革命'],
  from: '2026-10-26',
  to: '2026-10-29',
});

/**
 * Knowledge with meetings, plans and campaigns as of the day of labelling, so that later packs do not change what is
 * the latest.
 */
export function asLabelled<K extends Knowledge>(knowledge: K): K {
  return withMembers(knowledge, ({ numbering, members }) => [
    ...members.filter(({ from }) => from <= labelledOn),
    ...(numbering === 'plenum' ? [called] : []),
  ]);
}

/** Knowledge with other members in each series. */
export function withMembers<K extends Knowledge>(
  knowledge: K,
  membersOf: (series: Series) => readonly SeriesMember[],
): K {
  return {
    ...knowledge,
    series: knowledge.series.map((series) => ({ ...series, members: membersOf(series) })),
  };
}
