import { describe, expect, it } from 'vitest';
import { besidePattern, isBeside } from '../../lib/phrases/beside-words.ts';
import { standsBeside } from '../../lib/rules/confusable/beside.ts';
import { checkCollocations } from '../../scripts/check-collocations.ts';
import { builtInPackFiles, readPackFiles } from '../../scripts/read-packs.ts';
import { packOf } from './phrase-packs.ts';

const source = { title: '例' };

/** Where a word stands beside what a notation says, in a text: the offsets. */
function placesIn(text: string, word: string, beside: string[], unless: string[] = []): number[] {
  const form = { text: word, right: '', level: 'warning', segment: false, beside, unless } as const;
  return [...text.matchAll(new RegExp(word, 'gu'))]
    .map(({ index }) => index)
    .filter((at) => standsBeside(text, at, form));
}

describe('the words beside a word', () => {
  it('stand directly before or behind it', () => {
    expect(placesIn('形式严峻，形式依然严峻', '形式', ['~严峻'])).toEqual([0]);
    expect(placesIn('认清形式，认清了形式', '形式', ['认清~'])).toEqual([2]);
  });

  it('stand within eight characters of its clause for …', () => {
    expect(placesIn('反应群众的一些诉求', '反应', ['~…诉求'])).toEqual([0]);
    expect(placesIn('反应很快，群众的诉求', '反应', ['~…诉求'])).toEqual([]);
    expect(placesIn('反应一二三四五六七八诉求', '反应', ['~…诉求'])).toEqual([0]);
    expect(placesIn('反应一二三四五六七八九诉求', '反应', ['~…诉求'])).toEqual([]);
  });

  it('are the ends of the clause for ^ and $, and a digit for #', () => {
    expect(placesIn('截止3月，报名截止3月；截止三月', '截止', ['^~#'])).toEqual([0, 12]);
    expect(placesIn('落实措施，措施得力。', '措施', ['~$'])).toEqual([2]);
  });

  it('are one of several, or none', () => {
    const beside = ['~(依然|仍)?(严峻|复杂)'];
    expect(placesIn('形式复杂，形式仍严峻，形式很好', '形式', beside)).toEqual([0, 5]);
  });

  it('do not count beside what is excepted', () => {
    expect(placesIn('当前形式主义，当前形式严峻', '形式', ['当前~'], ['~主义'])).toEqual([9]);
  });

  it('are refused with marks of no meaning, and with brackets that do not close', () => {
    expect(['~严峻', '面临的~', '(甲|乙)~', '^~#', '把~$'].map(isBeside)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    const refused = ['~[严峻]', '~.严峻', '(甲~', '~+', '甲～', '~…一…二…三…四…五'];
    expect(refused.filter(isBeside)).toEqual([]);
    expect(() => besidePattern('(甲~')).toThrow(SyntaxError);
  });
});

describe('the lines of collocations', () => {
  it('alarm in each sentence that must, and are silent in each that must not', async () => {
    const { packs } = await readPackFiles(await builtInPackFiles());
    expect(packs.find(({ kind }) => kind === 'collocation')?.items.length).toBeGreaterThan(100);
    expect(await checkCollocations(packs)).toEqual([]);
  });

  it('name a sentence that is judged otherwise', async () => {
    const line = { text: '形式 型势', right: '形势', beside: ['~严峻'], source, attestation: 'C' };
    const lines = [
      { ...line, alarm: ['当前形式严峻。', '型势严峻，形式多样。'], silent: ['形式多样。'] },
      { ...line, beside: ['认清~'], alarm: ['要看清形式。'], silent: ['要认清形式。'] },
    ];
    const faults = await checkCollocations([packOf('collocation', lines)]);
    expect(faults.map(({ entry, sentence }) => [entry, sentence])).toEqual([
      ['形式 型势', '要看清形式。'],
      ['形式 型势', '要认清形式。'],
    ]);
  });
});
