import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { ProseModel } from '../../lib/phrases/prose/prose-model.ts';
import { createSegmenter } from '../../lib/phrases/segmenter.ts';
import { rules } from '../../lib/rules/index.ts';
import type { Segmenter } from '../../lib/rules/types.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { loadProse } from '../../scripts/prose/load-prose.ts';

let checker: Checker;
let segmenter: Segmenter;
let prose: ProseModel;
beforeAll(async () => {
  checker = createChecker((await loadBuiltInKnowledge()).knowledge);
  prose = await loadProse();
  const wasm = createRequire(import.meta.url)
    .resolve('jieba-wasm/web')
    .replace(/\.js$/u, '_bg.wasm');
  segmenter = await createSegmenter(await readFile(wasm));
});

describe.each(rules)('the example of $id', ({ id, title, about, basis, example }) => {
  it('is found by the rule and becomes what the options show', () => {
    const { before, after, date, place } = example;
    const options = {
      today: date,
      date,
      segmenter,
      prose,
      language: 'en' as const,
      ...(place === undefined ? {} : { place }),
    };
    const { findings } = checker.check(before, options);
    const own = findings.filter(({ rule }) => rule === id);
    expect(own.length).toBeGreaterThan(0);
    expect(findings.filter(({ rule, level }) => rule !== id && level !== 'hint')).toEqual([]);
    expect(applyEdits(before, own[0]?.fixes[0]?.edits ?? [])).toBe(after);
    for (const { message, fixes } of own) {
      for (const words of [message, ...fixes.map(({ label }) => label)])
        expect(words.replace(/“[^”]*”/gu, '')).toMatch(/[A-Za-z]{3}[^，。：]*$/u);
    }
  });

  it('comes with words in both languages', () => {
    for (const words of [title, about, basis]) {
      expect(words.zh).toMatch(/\p{Script=Han}|GB/u);
      expect(words.en).toMatch(/[A-Za-z]{3}/u);
    }
  });
});
