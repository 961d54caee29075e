import { describe, expect, it } from 'vitest';
import { entryInFull } from '../../lib/phrases/entry.ts';
import { attested, knowledgeOf, packOf, samplePacks, source } from './phrase-packs.ts';

const knowledge = knowledgeOf([
  ...samplePacks(),
  packOf('formulation', [
    {
      id: 'a',
      name: '旧目标',
      validFrom: '2002-01-01',
      validTo: '2011-12-31',
      successor: '中目标',
      ...attested,
    },
    { id: 'a2', name: '旁目标', validTo: '2009-12-31', successor: '“中目标”', ...attested },
    {
      id: 'b',
      name: '中目标',
      validFrom: '2012-01-01',
      validTo: '2020-12-31',
      successor: '新目标',
      ...attested,
    },
    {
      id: 'c',
      name: '新目标',
      validFrom: '2021-01-01',
      forms: [{ text: '新目标' }, { text: '崭新目标' }],
      wrong: [
        { text: '做到新目标', right: '实现新目标', why: '固定搭配' },
        { text: '新的目标', right: '新目标' },
        { text: '新的“目标”', right: '新目标' },
      ],
      ...attested,
    },
    { id: 'd', name: '另一件', validTo: '2020-12-31', successor: '两件事、三件事', ...attested },
    { id: 'round-1', name: '甲法', validTo: '2020-12-31', successor: '乙法', ...attested },
    { id: 'round-2', name: '乙法', validTo: '2021-12-31', successor: '甲法', ...attested },
  ]),
  packOf('regulation', [
    {
      id: 'old',
      name: '《中华人民共和国税法》',
      validTo: '2020-12-31',
      successor: '《关税法》',
      ...attested,
    },
    { id: 'new', name: '《中华人民共和国关税法》', validFrom: '2021-01-01', ...attested },
  ]),
]);
const open = (id: string, date = '2026-06-01') => {
  const entry = entryInFull(knowledge, id, date);
  if (entry === null) throw new Error(`No entry ${id}.`);
  return entry;
};
const steps = (id: string, date?: string) =>
  open(id, date).timeline.map(({ name, standing, here }) => `${here ? '*' : ''}${name} ${standing}`);

describe('an entry in full', () => {
  it('tells all that the packs say of it', () => {
    expect(open('formulation/c')).toMatchObject({
      phrase: { name: '新目标', standing: 'current', source, attestation: 'A', matched: [] },
      otherWordings: ['崭新目标'],
      partners: ['实现新目标'],
      wrong: [
        { text: '做到新目标', right: '实现新目标', why: '固定搭配' },
        { text: '新的目标', right: '新目标' },
      ],
      validFrom: '2021-01-01',
      datesVerified: true,
    });
    expect(open('set-phrase/four-consciousnesses').phrase.members).toHaveLength(4);
  });

  it('follows the wording through all that it replaced and what replaced it', () => {
    const all = ['旁目标 superseded', '旧目标 superseded', '*中目标 superseded', '新目标 current'];
    expect(steps('formulation/b')).toEqual(all);
    expect(steps('formulation/c')).toEqual(all.map((one) => one.replace('*', '')).with(3, '*新目标 current'));
    expect(steps('formulation/a')).toEqual(['*旧目标 superseded', '中目标 superseded', '新目标 current']);
  });

  it('knows a law by its short name, and puts several successors into their own words', () => {
    expect(steps('regulation/new')[0]).toBe('《中华人民共和国税法》 superseded');
    expect(open('formulation/d').timeline.at(-1)).toEqual({
      name: '两件事、三件事',
      standing: 'current',
      here: false,
    });
  });

  it('ends where wordings replace each other in a ring', () => {
    expect(steps('formulation/round-1')).toEqual(['乙法 superseded', '*甲法 superseded']);
  });

  it('shows the run of a series, judged on the day', () => {
    expect(steps('series/party-congress/1', '2020-01-01')).toEqual([
      '*党的十九大 current',
      '党的二十大 current',
    ]);
    expect(steps('series/party-congress/2')).toEqual(['党的十九大 historical', '*党的二十大 current']);
    expect(open('series/party-congress/2')).toMatchObject({
      series: '中国共产党全国代表大会',
      validFrom: '2022-10-16',
      validTo: '2022-10-22',
    });
  });

  it('is null for an id that the packs do not hold', () => {
    for (const id of ['formulation/none', '', 'series/party-congress/3'])
      expect(entryInFull(knowledge, id, '2026-06-01'), id).toBeNull();
  });
});
