import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPack } from '../../lib/phrases/pack.ts';
import type { Numbering, SeriesMember } from '../../lib/phrases/types.ts';

/** The dates, numbers and order of the series that a wrong edit would break. */

const file = new URL('../../assets/phrases/series.yaml', import.meta.url);
const pack = readPack('series', parse(readFileSync(file, 'utf8'))).pack;

function members(numbering: Numbering): readonly SeriesMember[] {
  const found = (pack?.series ?? []).filter((one) => one.numbering === numbering);
  expect(found.map((one) => one.numbering)).toEqual([numbering]);
  return found[0]?.members ?? [];
}

function meeting(numbering: Numbering, term: number, session?: number): SeriesMember | undefined {
  return members(numbering).find((member) => member.term === term && member.session === session);
}

describe('series', () => {
  it.each<[Numbering, number]>([
    ['party-congress', 9],
    ['plenum', 39],
    ['discipline-plenum', 21],
    ['people-congress', 24],
    ['political-consultative', 24],
    ['youth-league-congress', 2],
    ['trade-union-congress', 2],
    ['womens-congress', 2],
    ['five-year-plan', 6],
    ['campaign', 13],
  ])('%s stands in order of time, with at least %i members', (numbering, least) => {
    const all = members(numbering);
    expect(all.length).toBeGreaterThanOrEqual(least);
    all.forEach((member, i) => {
      expect(member.from <= member.to, member.name).toBe(true);
      const before = all[i - 1];
      if (before !== undefined) expect(before.to < member.from, `${before.name} → ${member.name}`).toBe(true);
    });
  });

  it.each<Numbering>(['plenum', 'discipline-plenum', 'people-congress', 'political-consultative'])(
    '%s leaves no session out within a term',
    (numbering) => {
      members(numbering).forEach((member, i, all) => {
        const before = all[i - 1];
        const sameTerm = before?.term === member.term;
        expect(member.session, member.name).toBe(sameTerm ? (before?.session ?? 0) + 1 : 1);
        if (before !== undefined && !sameTerm) expect(member.term, member.name).toBe((before.term ?? 0) + 1);
      });
    },
  );

  it('takes for closed only what had closed by the day the pack is true', () => {
    for (const { numbering, members: all } of pack?.series ?? []) {
      if (['five-year-plan', 'campaign', 'post'].includes(numbering)) continue;
      for (const { name, to, expected } of all)
        expect(to <= (pack?.trueUntil ?? ''), `${name} ${expected}`).toBe(!expected);
    }
  });

  it.each<[Numbering, Partial<SeriesMember>]>([
    ['party-congress', { term: 20, to: '2022-10-22' }],
    ['plenum', { term: 20, session: 4, to: '2025-10-23' }],
    ['discipline-plenum', { term: 20, session: 6, to: '2026-08-22' }],
    ['people-congress', { term: 14, session: 4, to: '2026-03-12' }],
    ['political-consultative', { term: 14, session: 4, to: '2026-03-11' }],
  ])('knows of %s the session of %o', (numbering, session) => {
    expect(members(numbering)).toContainEqual(expect.objectContaining({ ...session, expected: false }));
  });

  it('has each congress and plenum attested: an unattested one makes nothing outdated', () => {
    for (const numbering of ['party-congress', 'plenum', 'people-congress', 'five-year-plan'] as const) {
      expect(members(numbering).filter((member) => member.attestation === 'none')).toEqual([]);
    }
  });

  it('dates meetings by their last day', () => {
    expect(meeting('party-congress', 18)?.to).toBe('2012-11-14');
    expect(meeting('party-congress', 19)?.to).toBe('2017-10-24');
    expect(meeting('plenum', 18, 3)).toMatchObject({ to: '2013-11-12', name: '十八届三中全会' });
    expect(meeting('plenum', 19, 6)?.to).toBe('2021-11-11');
    expect(meeting('discipline-plenum', 20, 5)?.to).toBe('2026-01-14');
    expect(meeting('people-congress', 13, 3)).toMatchObject({ from: '2020-05-22', to: '2020-05-28' });
  });

  it('has the congresses of mass organisations by their last day', () => {
    expect(meeting('youth-league-congress', 19)).toMatchObject({ name: '团十九大', to: '2023-06-22' });
    expect(meeting('trade-union-congress', 18)).toMatchObject({ name: '中国工会十八大', to: '2023-10-12' });
    expect(meeting('womens-congress', 13)).toMatchObject({ name: '中国妇女十三大', to: '2023-10-26' });
  });

  it('names the people’s congress and the consultative conference in their own word order', () => {
    for (const { name } of members('people-congress'))
      expect(name).toMatch(/^十[一二三四]?届全国人大[一二三四五]次会议$/u);
    for (const { name } of members('political-consultative')) {
      expect(name).toMatch(/^全国政协十[一二三四]?届[一二三四五]次会议$/u);
    }
  });

  it('runs five-year plans from 2001+5(n-10) for five whole years', () => {
    const plans = members('five-year-plan');
    expect(plans.map((plan) => plan.term)).toEqual([10, 11, 12, 13, 14, 15]);
    for (const plan of plans) {
      const first = 2001 + 5 * ((plan.term ?? 0) - 10);
      expect([plan.from, plan.to]).toEqual([`${first}-01-01`, `${first + 4}-12-31`]);
    }
  });

  it('looks for campaigns by names that stand for one of them only', () => {
    const forms = members('campaign').flatMap((member) => member.forms);
    expect(new Set(forms).size).toBe(forms.length);
    for (const short of ['主题教育', '学习教育', '两学一做', '党史学习教育', '创先争优活动']) {
      expect(forms).not.toContain(short);
    }
    expect(members('campaign').find((member) => member.forms.includes('党纪学习教育'))?.to).toBe(
      '2024-07-31',
    );
    expect(members('campaign')).toContainEqual(
      expect.objectContaining({ name: '树立和践行正确政绩观学习教育', to: '2026-07-31' }),
    );
  });
});
