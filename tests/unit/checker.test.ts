import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

let checker: Checker;
let fresh: () => Checker;
const today = '2026-11-20';

beforeAll(async () => {
  const { knowledge } = await loadBuiltInKnowledge();
  fresh = () => createChecker(knowledge);
  checker = fresh();
});

const line = '深入学习贯彻党的十九大精神，增强“四个意识”、坚定“四个自信”、做到“两个维护”。';

describe('the checker', () => {
  it('finds nothing in nothing', () => {
    for (const text of ['', '\n', '\n\n\n', '　', '\r\n'])
      expect(checker.check(text, { today }).findings).toEqual([]);
  });

  it('gives offsets of the whole text, whatever the line breaks', () => {
    for (const br of ['\n', '\r\n']) {
      const text = `同志们：${br}${line}${br}${line}`;
      const spans = checker.check(text, { today }).findings.map(({ start, end }) => text.slice(start, end));
      expect(spans).toEqual(['党的十九大', '党的十九大']);
    }
  });

  it('survives lone surrogates and keeps its place beside characters outside the BMP', () => {
    const text = `\ud842${line}\udfb7\n𠮷𠮷${line}`;
    const spans = checker.check(text, { today }).findings.map(({ start, end }) => text.slice(start, end));
    expect(spans).toEqual(['党的十九大', '党的十九大']);
  });

  it('says the same from its cache as afresh', () => {
    const text = Array.from({ length: 40 }, (_, i) => (i % 7 === 0 ? line : `第${i}段，安排工作。`)).join(
      '\n',
    );
    const first = checker.check(text, { today });
    expect(checker.check(text, { today })).toEqual(first);
    expect(fresh().check(text, { today })).toEqual(first);
  });

  it('judges the same text anew on another date', () => {
    expect(checker.check(line, { today, date: '2019-03-01' }).findings).toEqual([]);
    expect(checker.check(line, { today }).findings).toHaveLength(1);
  });

  it('leaves out a rule that is switched off', () => {
    expect(checker.check(line, { today, off: new Set(['outdated-reference']) }).findings).toEqual([]);
  });

  it('gets through a million characters', () => {
    const text = `${'这是一段平常的话，没有什么要说的。\n'.repeat(60_000)}${line}`;
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(checker.check(text, { today }).findings).toHaveLength(1);
  });

  it('decides an ambiguous hit only with a segmenter', () => {
    const text = '市环保局要抓好整改。';
    const without = fresh().check(text, { today });
    const yes = fresh().check(text, {
      today,
      segmenter: {
        isWholeWords: () => true,
        isWord: () => true,
        isStray: () => false,
        wordAt: (_: string, at: number) => ({ start: at, end: at + 1 }),
      },
    });
    const no = fresh().check(text, {
      today,
      segmenter: {
        isWholeWords: () => false,
        isWord: () => true,
        isStray: () => false,
        wordAt: (_: string, at: number) => ({ start: at, end: at + 1 }),
      },
    });
    expect(no.findings).toEqual([]);
    expect(yes.findings).toHaveLength(1);
    expect(without.wantsSegmenter).toBe(true);
    expect(without.findings).toEqual([]);
  });

  it('lets no two findings overlap', () => {
    const text = `${line}\n今年是“十三五”规划收官之年。要坚持党要管党、从严治党。`;
    const { findings } = checker.check(text, { today });
    for (const [i, finding] of findings.entries()) {
      expect(finding.start).toBeGreaterThanOrEqual(findings[i - 1]?.end ?? 0);
    }
    expect(findings.length).toBeGreaterThanOrEqual(3);
  });
});
