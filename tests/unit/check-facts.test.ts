import { describe, expect, test } from 'vitest';
import { checkFacts, waitingForEvidence } from '../../scripts/check-facts.ts';
import { builtInPackFiles, readPackFiles } from '../../scripts/read-packs.ts';
import { attested, packOf } from './phrase-packs.ts';

const member = (name: string, numbers: object, day = '2025-10-23') => ({
  name,
  ...numbers,
  from: day,
  to: day,
  ...attested,
});
const seriesPack = (numbering: string, ...members: object[]) =>
  packOf('series', [{ id: 'demo', name: '系列', numbering, members }]);
const said = (packs: Parameters<typeof checkFacts>[0], builtIn: readonly string[] = []) =>
  checkFacts(packs, new Set(builtIn)).map(({ file, entry, message }) => `${file} ${entry}: ${message}`);

describe('the facts of the packs', () => {
  test('are without a fault in the built-in packs', async () => {
    const { packs } = await readPackFiles(await builtInPackFiles());
    expect(
      said(
        packs,
        packs.map(({ file }) => file),
      ),
    ).toEqual([]);
  });

  test('hold no session twice', () => {
    const third = member('二十届三中全会', { term: 20, session: 3 }, '2024-07-18');
    const fourth = member('二十届四中全会', { term: 20, session: 4 });
    expect(said([seriesPack('plenum', third, fourth)])).toEqual([]);
    expect(said([seriesPack('plenum', third, fourth, { ...fourth, name: '党的二十届四中全会' })])).toEqual([
      'series.yaml 党的二十届四中全会: 与“二十届四中全会”是同一届次（第20届第4次）。',
    ]);
  });

  test('hold no congress, no meeting of a year and no holder twice', () => {
    expect(
      said([seriesPack('mass-congress', member('十大', { term: 10 }), member('第十次大会', { term: 10 }))]),
    ).toHaveLength(1);
    expect(said([seriesPack('named-by-year', member('某会', {}), member('某会又一次', {}))])).toHaveLength(1);
    expect(said([seriesPack('post', member('张三', {}, '2013-03-15'), member('张三', {}))])).toHaveLength(1);
    expect(said([seriesPack('campaign', member('甲教育', {}), member('乙教育', {}))])).toEqual([]);
  });

  test('are filed under topics that the screens know, where they are built in', () => {
    const strange = packOf('formulation', [{ id: 'a', name: '提法', topic: '经济建设', ...attested }]);
    expect(said([strange])).toEqual([]);
    expect(said([strange], ['formulation.yaml'])).toEqual([
      expect.stringContaining('formulation.yaml a: 没有“经济建设”这个主题'),
    ]);
    const known = packOf('formulation', [{ id: 'a', name: '提法', topic: '经济', ...attested }]);
    expect(said([known], ['formulation.yaml'])).toEqual([]);
  });

  test('are true until one day in all built-in packs', () => {
    const older = packOf('formulation', [], '2026-01-01');
    const newer = packOf('institution', [], '2026-10-10');
    expect(said([older, newer], ['formulation.yaml'])).toEqual([]);
    expect(said([older, newer], ['formulation.yaml', 'institution.yaml'])).toEqual([
      'institution.yaml trueUntil: trueUntil 是 2026-10-10，而 formulation.yaml 是 2026-01-01；内置词库要核对到同一天。',
    ]);
  });

  test('that wait for evidence are listed, but not everyday phrases', () => {
    const { source } = attested;
    const packs = [
      packOf('regulation', [
        { id: 'unseen', name: '《甲法》', source, attestation: 'none' },
        { id: 'undated', name: '《乙法》', validTo: '2020-12-31', datesVerified: false, ...attested },
        { id: 'open', name: '《丙法》', datesVerified: false, ...attested },
        { id: 'seen', name: '《丁法》', validTo: '2020-12-31', ...attested },
      ]),
      packOf('phrase', [{ id: 'usual', name: '谢谢大家', topic: '号召结尾', source, attestation: 'none' }]),
    ];
    expect(waitingForEvidence(packs)).toEqual([
      { file: 'regulation.yaml', entry: 'unseen', name: '《甲法》', message: '字样没有查实' },
      { file: 'regulation.yaml', entry: 'undated', name: '《乙法》', message: '日期没有查实' },
    ]);
  });
});
