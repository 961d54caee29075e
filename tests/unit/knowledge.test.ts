import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePacks } from '../../lib/phrases/compile.ts';
import { loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { attested, group, knowledgeOf, packOf, samplePacks, source } from './phrase-packs.ts';

const knowledge = knowledgeOf(samplePacks());

/** Hits as “role: words in the text”, in order. */
function hits(text: string, of = knowledge): string[] {
  return of.scan(text).map(({ start, end, pattern }) => `${pattern.role}: ${text.slice(start, end)}`);
}

describe('what the packs say', () => {
  test('comes back whole from the index', () => {
    const packs = samplePacks();
    const loaded = knowledgeOf(packs);
    expect(loaded.entries).toEqual(packs.flatMap(({ entries }) => entries));
    expect(loaded.series).toEqual(packs.flatMap(({ series }) => series));
    expect(loaded.modifiers).toEqual(packs.flatMap(({ modifiers }) => modifiers));
    expect(loaded.anniversaries).toEqual(packs.flatMap(({ anniversaries }) => anniversaries));
    expect(loaded.anniversaries[0]?.source).toEqual(source);
    expect(loaded.entries.map(({ id }) => id)).toContain('institution/industry-and-commerce-bureau');
  });

  test('is true until its oldest pack is; how sentences present things does not age', () => {
    expect(knowledge.trueUntil).toBe('2026-10-15');
    const older = packOf('formulation', [], '2025-03-01');
    expect(knowledgeOf([...samplePacks(), older]).trueUntil).toBe('2025-03-01');
  });

  test('has a version that changes with any item', () => {
    const changed = samplePacks();
    changed[3] = packOf('context', [group('since', '之后')], '2020-01-01');
    expect(knowledgeOf(samplePacks()).version).toBe(knowledge.version);
    expect(knowledgeOf(changed).version).not.toBe(knowledge.version);
  });

  test('keeps the first of two entries with one id', () => {
    const entry = (name: string) => packOf('formulation', [{ id: 'same', name, ...attested }]);
    expect(knowledgeOf([entry('甲'), entry('乙')]).entries.map(({ name }) => name)).toEqual(['甲']);
  });

  test('is empty without packs, and finds nothing', () => {
    const empty = knowledgeOf([]);
    expect(empty.entries).toEqual([]);
    expect(empty.scan('党的二十大')).toEqual([]);
  });
});

describe('scanning', () => {
  test('finds set phrases with or without quotation marks, and keeps the marks around out of the hit', () => {
    expect(hits('做到四个意识')).toEqual(['name: 四个意识']);
    expect(hits('增强“四个意识”')).toEqual(['alias: 增强“四个意识”', 'name: 四个意识']);
    expect(hits('增强四个意识')).toEqual(['alias: 增强四个意识', 'name: 四个意识']);
    expect(hits('统筹推进"五位一体"总体布局')).toEqual(['name: "五位一体"总体布局', 'alias: 五位一体']);
    expect(hits('统筹推进五位一体总体布局')).toEqual(['name: 五位一体总体布局', 'alias: 五位一体']);
  });

  test('names entry, item and words of each hit', () => {
    const [hit] = knowledge.scan('原市工商局');
    const entry = knowledge.entries[hit?.pattern.entry ?? -1];
    expect(entry?.id).toBe('institution/industry-and-commerce-bureau');
    expect(hit).toMatchObject({ start: 1, end: 5, pattern: { text: '市工商局', role: 'form', item: 1 } });
  });

  test('drops a hit inside a longer one of the same role, and only there', () => {
    expect(hits('市工商局与县工商局')).toEqual(['form: 市工商局', 'form: 工商局']);
  });

  test('drops a hit inside a wording that its own form excepts', () => {
    expect(hits('工商局域网')).toEqual([]);
    expect(hits('工商局域网与工商局')).toEqual(['form: 工商局']);
    expect(hits('第二个维护')).toEqual([]);
    expect(hits('做到二个维护')).toEqual(['wrong: 二个维护']);
  });

  test('does not let one entry’s exception silence another’s wrong form', () => {
    const wrong = (id: string, text: string, except?: string[]) => ({
      id,
      name: id,
      wrong: [{ text, right: '正确', ...(except ? { except } : {}) }],
      ...attested,
    });
    const pack = packOf('formulation', [wrong('a', '甲乙', ['甲乙丙']), wrong('b', '乙丙')]);
    expect(hits('甲乙丙', knowledgeOf([pack]))).toEqual(['wrong: 乙丙']);
  });

  test('gives every entry that has the same wording', () => {
    const one = (id: string) => ({ id, name: '五个必须', ambiguous: true, ...attested });
    const loaded = knowledgeOf([packOf('set-phrase', [one('a'), one('b')])]);
    expect(loaded.scan('做到五个必须').map(({ pattern }) => pattern.entry)).toEqual([0, 1]);
  });

  test('sorts by start, the longer first, whatever the text', () => {
    const piece = fc.constantFrom(
      '增强',
      '“四个意识”',
      '四个意识',
      '五位一体',
      '市工商局',
      '域网',
      '第',
      '二个维护',
      '\ud800',
      '，',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const found = knowledge.scan(text);
        for (const { start, end, pattern } of found) expect(text.slice(start, end)).toBe(pattern.text);
        const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
        expect(found).toEqual(sorted);
      }),
    );
  });

  test('is the same from an index that was copied, as IndexedDB does', () => {
    const copy = loadKnowledge(structuredClone(compilePacks(samplePacks())));
    expect(copy.scan('增强“四个意识”，二个维护')).toEqual(knowledge.scan('增强“四个意识”，二个维护'));
  });
});
