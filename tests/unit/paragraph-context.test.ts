import { beforeAll, describe, expect, it } from 'vitest';
import { judgeParagraphs } from '../../lib/checking/judge-paragraphs.ts';
import { ParagraphCache } from '../../lib/checking/paragraph-cache.ts';
import { parseDraft } from '../../lib/draft/draft.ts';
import type { Knowledge } from '../../lib/phrases/types.ts';
import { rules } from '../../lib/rules/index.ts';
import { RuleParagraph } from '../../lib/rules/paragraph.ts';
import { keyOf, type ParagraphContext } from '../../lib/rules/paragraph-context.ts';
import type { ParagraphRule, RuleFinding } from '../../lib/rules/types.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

let knowledge: Knowledge;
let context: ParagraphContext;
beforeAll(async () => {
  ({ knowledge } = await loadBuiltInKnowledge());
  context = {
    date: '2026-11-20',
    knowledge,
    segmenter: {
      isWholeWords: () => true,
      isWord: () => false,
      isStray: () => true,
      wordAt: (_: string, at: number) => ({ start: at, end: at + 1 }),
    },
    wantSegmenter: () => undefined,
  };
});

const paragraphRules = rules.filter((rule): rule is ParagraphRule => rule.scope === 'paragraph');

/** Paragraphs that each have a fault for some rule, of very different lengths. */
const texts = [
  '反对官僚主义、形式主义、享乐主义和奢靡之风。',
  '深入学习习近平新时代特色社会主义思想，要深入学习贯彻党的十九大精神。',
  '⻄部山区收入水品提高，要统愁推进各项工作，建立建全机制。',
  `${'要抓好落实，'.repeat(1_000)}推进国家治理能力和治理体系现代化。`,
  '要守大德、明公德、严私德。',
];

function paragraphsOf(all: readonly string[]): RuleParagraph[] {
  return parseDraft(all.join('\n')).paragraphs.map((paragraph) => new RuleParagraph(paragraph, knowledge));
}

describe('what a paragraph rule is handed', () => {
  it('has nothing that tells of the place in the draft', () => {
    const [paragraph] = paragraphsOf(texts);
    for (const field of ['start', 'end', 'index']) expect(paragraph).not.toHaveProperty(field);
    const rule: Pick<ParagraphRule, 'check'> = {
      check(paragraph, context) {
        // @ts-expect-error: the same words stand elsewhere too
        void paragraph.start;
        // @ts-expect-error: the same words stand elsewhere too
        void paragraph.index;
        // @ts-expect-error: no key holds a draft
        void context.draft;
        // @ts-expect-error: no key holds how the date was found
        void context.asOf;
        // @ts-expect-error: no key holds the form of ordinals
        void context.numberingStyle;
        return [];
      },
    };
    expect(rule.check(paragraphsOf([''])[0] as RuleParagraph, context)).toEqual([]);
  });

  it.each([
    ['date', { date: '2026-11-21' }],
    ['writtenOn', { writtenOn: '2022-03-09' }],
    ['place', { place: '云溪县' }],
    ['unit', { unit: '云溪县' }],
  ] as const)('has another key for another %s', (_field, change) => {
    expect(keyOf({ ...context, ...change })).not.toBe(keyOf(context));
  });

  it('has the same key with another tool, and one key for no two pairs of words', () => {
    expect(keyOf({ ...context, wantSegmenter: () => undefined })).toBe(keyOf(context));
    expect(keyOf({ ...context, place: 'a,b' })).not.toBe(keyOf({ ...context, place: 'a', unit: 'b' }));
  });
});

describe('what is read of a paragraph', () => {
  it('stays as it is while others are read', () => {
    const paragraphs = paragraphsOf(texts);
    const held = paragraphs.map(({ units, bare }) => ({ units, bare: bare.units.subarray(0, bare.length) }));
    for (const { units, bare } of paragraphsOf([...texts].reverse()))
      expect(units.length).toBeGreaterThanOrEqual(bare.length);
    for (const [at, { units, bare }] of held.entries()) {
      const text = texts[at] ?? '';
      expect(String.fromCharCode(...units)).toBe(text);
      expect(String.fromCharCode(...bare)).toBe(text.replace(/[、，和与及]/gu, ''));
    }
  });

  it('is the same where each rule asks all others in the middle of its work', () => {
    const findingsOf = (paragraph: RuleParagraph, own: ParagraphContext): RuleFinding[] =>
      paragraphRules.flatMap((rule) => rule.check(paragraph, own));
    const alone = paragraphsOf(texts).map((paragraph) => findingsOf(paragraph, context));
    expect(alone.every((findings) => findings.length > 0)).toBe(true);

    const others = paragraphsOf(texts);
    let isNested = false;
    const nest = () => {
      if (isNested) return;
      isNested = true;
      for (const other of others) findingsOf(other, context);
      isNested = false;
    };
    // Whatever a rule asks of its context, the other paragraphs are judged first.
    const nested = new Proxy(context, {
      get(target, field: keyof ParagraphContext) {
        nest();
        return target[field];
      },
    });
    const nestedKnowledge = new Proxy(knowledge, {
      get(target, field: keyof Knowledge) {
        nest();
        return target[field];
      },
    });
    const interleaved = paragraphsOf(texts).map((paragraph) =>
      findingsOf(paragraph, { ...nested, knowledge: nestedKnowledge }),
    );
    expect(interleaved).toEqual(alone);
  });

  it('is judged once, and again for another place', () => {
    let asked = 0;
    const counting: ParagraphRule = {
      ...(paragraphRules[0] as ParagraphRule),
      check: () => {
        asked++;
        return [];
      },
    };
    const cache = new ParagraphCache<readonly RuleFinding[]>();
    const judge = (own: ParagraphContext) => [
      ...judgeParagraphs(paragraphsOf(texts), [counting], own, cache),
    ];
    judge(context);
    judge(context);
    expect(asked).toBe(texts.length);
    judge({ ...context, place: '云溪县' });
    expect(asked).toBe(texts.length * 2);
  });
});
