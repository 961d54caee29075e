import { compilePacks } from '../../lib/phrases/compile.ts';
import { type LoadedKnowledge, loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { type Pack, readPack } from '../../lib/phrases/pack.ts';
import { type PackKind, packKinds } from '../../lib/phrases/schema.ts';
import type { PinyinOf } from '../../lib/phrases/search-data.ts';

export const source = { title: '测试文件', date: '2026-01-01' };
export const attested = { source, attestation: 'A' };

/** A pack of these items; throws if one of them is broken. */
export function packOf(kind: PackKind, items: readonly unknown[], trueUntil = '2026-10-15'): Pack {
  const { pack, problems } = readPack(`${kind}.yaml`, { kind, trueUntil, [packKinds[kind].list]: items });
  if (pack === null || problems.length > 0)
    throw new Error(problems.map(({ message }) => message.zh).join('\n'));
  return pack;
}

/** Knowledge compiled from these packs. */
export function knowledgeOf(packs: readonly Pack[], pinyinOf?: PinyinOf): LoadedKnowledge {
  return loadKnowledge(compilePacks(packs, pinyinOf));
}

/** A group of modifiers that clears the target before it. */
export function group(id: string, word: string) {
  return { id, category: 'history', direction: 'backward', scope: 'adjacent', words: [word] };
}

/** A few entries of each kind. */
export const samplePacks = (): Pack[] => [
  packOf('set-phrase', [
    {
      id: 'four-consciousnesses',
      name: '“四个意识”',
      aliases: ['增强“四个意识”'],
      members: ['政治意识', '大局意识', '核心意识', '看齐意识'],
      ...attested,
    },
    { id: 'five-in-one', name: '“五位一体”总体布局', aliases: ['“五位一体”'], ...attested },
    {
      id: 'two-upholds',
      name: '“两个维护”',
      wrong: [{ text: '二个维护', right: '两个维护', except: ['第二个维护'] }],
      ...attested,
    },
  ]),
  packOf('institution', [
    {
      id: 'industry-and-commerce-bureau',
      name: '工商局',
      validTo: '2018-12-31',
      successor: '市场监督管理局',
      forms: [
        { text: '工商局', segment: true, local: true, except: ['工商局域网'] },
        { text: '市工商局', replace: '市市场监督管理局', local: true },
      ],
      ...attested,
    },
  ]),
  packOf('series', [
    {
      id: 'party-congress',
      name: '中国共产党全国代表大会',
      numbering: 'party-congress',
      members: [
        { name: '党的十九大', term: 19, from: '2017-10-18', to: '2017-10-24', ...attested },
        { name: '党的二十大', term: 20, from: '2022-10-16', to: '2022-10-22', ...attested },
      ],
    },
  ]),
  packOf('context', [group('since', '以来')], '2020-01-01'),
  packOf('anniversary', [
    {
      id: 'party-founding',
      name: '中国共产党成立',
      forms: ['建党'],
      from: '1921-07-01',
      ages: [],
      unit: '周年',
      ...attested,
    },
  ]),
];
