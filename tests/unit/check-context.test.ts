import { describe, expect, test } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { readPack } from '../../lib/phrases/pack.ts';
import {
  checkContext,
  checkContextPacks,
  type JudgeSentence,
  judgeSentences,
  readMarked,
  withoutGroup,
} from '../../scripts/check-context.ts';
import { knowledgeOf, packOf, samplePacks } from './phrase-packs.ts';

const day = '2026-11-29';
const study = {
  id: 'study',
  category: 'task',
  direction: 'forward',
  scope: 'clause',
  words: ['贯彻', '落实'],
  alarm: ['各地贯彻⟦党的十九大⟧精神。'],
};
const since = {
  id: 'since',
  category: 'history',
  direction: 'backward',
  scope: 'adjacent',
  words: ['以来'],
  silent: ['各地贯彻⟦党的十九大⟧以来的部署。'],
};
/** Its word stands in no sentence beside a mention. */
const idle = { ...since, id: 'idle', words: ['之际'] };

/** The faults of these groups: `group: message`. */
function faultsOf(...groups: readonly object[]): string[] {
  const pack = packOf('context', groups);
  const knowledge = knowledgeOf([...samplePacks().filter(({ kind }) => kind !== 'context'), pack]);
  const segmenter = {
    isWholeWords: () => true,
    isWord: () => true,
    isStray: () => false,
    wordAt: (_: string, at: number) => ({ start: at, end: at + 1 }),
  };
  return checkContext(pack, judgeSentences(knowledge, day, segmenter)).map(
    ({ entry, message }) => `${entry}: ${message}`,
  );
}

describe('a sentence of a group', () => {
  test('is read without its marks', () => {
    const { text, target } = readMarked('各地贯彻⟦党的十九大⟧精神。');
    expect(text).toBe('各地贯彻党的十九大精神。');
    expect(text.slice(target.start, target.end)).toBe('党的十九大');
  });

  test('names one target, or the pack says so', () => {
    const item = { ...study, alarm: ['各地贯彻党的十九大精神。'] };
    const { problems } = readPack('context.yaml', { kind: 'context', trueUntil: day, groups: [item] });
    expect(problems.map(({ message }) => message.zh).join()).toContain('⟦⟧');
  });
});

describe('checking groups by their own sentences', () => {
  test('finds nothing in groups that do what they say', () => {
    expect(faultsOf(study, since)).toEqual([]);
  });

  test('finds a group without sentences', () => {
    const { alarm: _, ...bare } = study;
    expect(faultsOf(bare, since)).toEqual([expect.stringMatching(/^study: 本组没有例句/u)]);
  });

  test('finds a sentence that is judged otherwise', () => {
    expect(faultsOf(study, { ...since, alarm: since.silent, silent: [] })).toEqual([
      'since: 例句应判为须改，实际没有：各地贯彻⟦党的十九大⟧以来的部署。',
    ]);
    expect(faultsOf({ ...study, silent: study.alarm, alarm: [] }, since)).toEqual([
      'study: 例句不应提示，实际判为须改：各地贯彻⟦党的十九大⟧精神。',
    ]);
  });

  test('finds a sentence about nothing that hangs on time', () => {
    expect(faultsOf({ ...study, silent: ['各地抓好⟦落实⟧工作。'] }, since)).toEqual([
      expect.stringMatching(/^study: 例句的⟦⟧里不是/u),
    ]);
  });

  test('finds a group that decides nothing', () => {
    // Right as they are, and right without the group.
    expect(faultsOf(study, since, { ...idle, alarm: study.alarm, silent: since.silent })).toEqual([
      expect.stringMatching(/^idle: 少了本组/u),
    ]);
  });

  test('asks that one sentence hangs on the group, not all', () => {
    expect(faultsOf(study, { ...since, alarm: study.alarm })).toEqual([]);
  });

  test('sees what a turn decides, though it says nothing of its own', () => {
    const lookingBack = {
      id: 'looking-back',
      category: 'history',
      direction: 'forward',
      scope: 'sentence',
      words: ['去年'],
      silent: ['去年各地贯彻⟦党的十九大⟧精神。'],
    };
    const turn = {
      id: 'turn',
      category: 'termination',
      direction: 'forward',
      scope: 'sentence',
      words: ['下一步'],
      alarm: ['去年不容易，下一步各地贯彻⟦党的十九大⟧精神。'],
    };
    expect(faultsOf(study, lookingBack, turn)).toEqual([]);
  });

  test('names file, group and sentence for each fault', () => {
    const judge: JudgeSentence = () => 'keep';
    expect(checkContext(packOf('context', [study]), judge)).toEqual([
      {
        file: 'context.yaml',
        entry: 'study',
        message: expect.stringContaining('须改'),
        sentence: '各地贯彻⟦党的十九大⟧精神。',
      },
    ]);
  });
});

describe('a lexicon without a group', () => {
  const facts = samplePacks().filter(({ kind }) => kind !== 'context');
  const verdict = (groups: readonly object[], text: string, without: string) => {
    const knowledge = withoutGroup(knowledgeOf([...facts, packOf('context', groups)]), without);
    return createChecker(knowledge).timeline(text, { today: day, date: day }).mentions[0]?.verdict;
  };

  test('lacks its words, and no others', () => {
    const groups = [study, since];
    expect(verdict(groups, '各地贯彻党的十九大以来的部署。', 'none')).toBe('keep');
    expect(verdict(groups, '各地贯彻党的十九大以来的部署。', 'since')).toBe('change');
    expect(verdict(groups, '各地贯彻党的十九大精神。', 'study')).toBe('check');
  });

  test('keeps its pseudo-modifiers', () => {
    const groups = [study, { ...idle, pseudo: ['大贯彻'] }];
    expect(verdict(groups, '加大贯彻党的十九大的力度。', 'idle')).toBe('check');
    expect(verdict([study], '加大贯彻党的十九大的力度。', 'idle')).toBe('change');
  });
});

describe('checking packs', () => {
  const withDay = (groups: readonly object[], judgedOn?: string) => {
    const data = { kind: 'context', trueUntil: day, groups, ...(judgedOn === undefined ? {} : { judgedOn }) };
    const { pack } = readPack('own.yaml', data);
    if (pack === null) throw new Error('The pack is broken.');
    return [...samplePacks().filter(({ kind }) => kind !== 'context'), pack];
  };

  test('takes the day from the head of the pack', async () => {
    expect(await checkContextPacks(withDay([study, since], day))).toEqual({ faults: [], unchecked: [] });
    // Before the next congress nothing is outdated.
    const { faults } = await checkContextPacks(withDay([study, since], '2021-03-01'));
    expect(faults.map(({ file, entry }) => `${file} ${entry}`)).toEqual(['own.yaml study', 'own.yaml since']);
  });

  test('asks for the day where there are sentences', async () => {
    const { faults } = await checkContextPacks(withDay([study, since]));
    expect(faults).toEqual([
      { file: 'own.yaml', entry: 'study', message: expect.stringContaining('judgedOn') },
    ]);
  });

  test('names a pack that has neither', async () => {
    const { alarm: _, ...bare } = study;
    const { faults, unchecked } = await checkContextPacks(withDay([bare]));
    expect(faults).toEqual([]);
    expect(unchecked).toEqual([expect.stringContaining('own.yaml')]);
  });
});
