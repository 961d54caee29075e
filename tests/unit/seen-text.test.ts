import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { seenText } from '../../lib/draft/seen-text.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { fixesFor } from '../../scripts/check-report.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { seededRandom } from '../bench/synthetic.ts';

let checker: Checker;
beforeAll(async () => {
  checker = createChecker((await loadBuiltInKnowledge()).knowledge);
});

const options = { today: '2026-11-30', date: '2026-11-30' };
const marked = (text: string) =>
  checker.check(text, options).findings.map(({ level, start, end }) => [level, text.slice(start, end)]);
const unseen = [
  '\u00ad',
  '\u200b',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202c',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u2069',
  '\ufe00',
  '\ufe0f',
  '\ufeff',
  '\u0001',
  '\u001f',
  '\u061c',
  '\u{e0020}',
  '\u115f',
  '\u3164',
];

describe('a text without what nobody sees', () => {
  it('is null where there is nothing of it', () => {
    expect(seenText('一、提高认识\n\t要抓好。\r\n')).toBeNull();
  });

  it.each(unseen)('leaves out %j, and knows the way back', (one) => {
    const whole = `甲${one}乙${one}${one}丙\n${one}丁`;
    const seen = seenText(whole);
    expect(seen?.text).toBe('甲乙丙\n丁');
    const at = (words: string) => {
      const start = seen?.text.indexOf(words) ?? -1;
      const span = seen?.toWhole({ start, end: start + words.length }) ?? { start: 0, end: 0 };
      return whole.slice(span.start, span.end);
    };
    expect(['甲', '乙', '丙', '丁'].map(at)).toEqual(['甲', '乙', '丙', '丁']);
    expect(at('甲乙')).toBe(`甲${one}乙`);
    expect(at('乙丙')).toBe(`乙${one}${one}丙`);
  });

  it('finds each offset of a whole text again', () => {
    const random = seededRandom(5);
    for (let round = 0; round < 200; round++) {
      const parts = Array.from({ length: 30 }, () =>
        random() < 0.3 ? (unseen[Math.floor(random() * unseen.length)] ?? '') : '讲',
      );
      const whole = `${parts.join('')}\u200b`;
      const seen = seenText(whole);
      if (seen === null) throw new Error('Something is unseen.');
      for (let start = 0; start < seen.text.length; start++) {
        const span = seen.toWhole({ start, end: start + 1 });
        expect(whole.slice(span.start, span.end)).toBe('讲');
        expect(seen.fromWhole(span.start)).toBe(start);
        expect(seen.fromWhole(span.end)).toBe(start + 1);
      }
    }
  });
});

describe('a draft with characters that nobody sees', () => {
  const words = [
    ['要学习贯彻党的十', '九大精神。', '党的十九大'],
    ['市工', '商局要牵头。', '工商局'],
    ['今年是“十三', '五”规划开局之年，要抓好落实。', ''],
    ['要依据《合', '同法》办理。', '《合同法》'],
  ] as const;

  it.each(words)('%s…%s: is found as without them', (before, after, word) => {
    const plain = checker.check(before + after, options).findings;
    expect(plain.length).toBeGreaterThan(0);
    for (const one of unseen) {
      const text = before + one + after;
      const { findings } = checker.check(text, options);
      const without = findings.filter(({ rule }) => rule !== 'confusable-characters');
      expect(
        without.map(({ rule, level, message }) => [rule, level, message]),
        JSON.stringify(one),
      ).toEqual(plain.map(({ rule, level, message }) => [rule, level, message]));
      for (const { start, end } of without)
        if (word !== '') expect(seenText(text.slice(start, end))?.text ?? '').toContain(word);
      const [fix] = without[0]?.fixes ?? [];
      const fixed = applyEdits(before + after, plain[0]?.fixes[0]?.edits ?? []);
      if (fix !== undefined)
        expect(seenText(applyEdits(text, fix.edits))?.text ?? applyEdits(text, fix.edits)).toBe(fixed);
    }
  });

  it('has its outline read: before an ordinal, within it, and behind it', () => {
    const draft = (one: string) => `${one}一、提高认识\n抓好落实。\n三${one}、压实责任\n抓好落实。`;
    expect(marked(draft('')).map(([level]) => level)).toEqual(['error']);
    for (const one of unseen) expect(marked(draft(one)).some(([level]) => level === 'error')).toBe(true);
    const text = draft('\u200b');
    const fixed = applyEdits(text, fixesFor('numbering', text, []));
    expect(seenText(fixed)?.text).toBe('一、提高认识\n抓好落实。\n二、压实责任\n抓好落实。');
  });

  it('gets one hint for all of them, with one fix', () => {
    const text = '要抓\u200b好落实。\n\u200e一、压\u00ad实责任。\n要学习党的十\u2060九大精神。';
    const { findings } = checker.check(text, options);
    const hints = findings.filter(({ rule }) => rule === 'confusable-characters');
    expect(hints).toHaveLength(1);
    expect(hints[0]?.message).toContain('4处看不见的字符（U+200B、U+200E、U+00AD、U+2060）');
    expect(applyEdits(text, hints[0]?.fixes[0]?.edits ?? [])).toBe(
      '要抓好落实。\n一、压实责任。\n要学习党的十九大精神。',
    );
    const off = new Set(['confusable-characters'] as const);
    expect(checker.check(text, { ...options, off }).findings.map(({ rule }) => rule)).toEqual([
      'outdated-reference',
    ]);
  });

  it.each([
    ['an emoji with its style', '大家辛苦了❤\ufe0f！'],
    ['a family of emoji', '关心每一个家庭👨\u200d👩\u200d👧。'],
    ['the mark of an encoding', '\ufeff同志们：大家好。'],
    ['a keycap', '第1\ufe0f\u20e3步。'],
    ['Mongolian', '会标写着ᠮᠣᠩᠭᠣᠯ\u180eᠠ字样。'],
    ['Uyghur with a joiner', '会标写着ئە\u200cر字样。'],
    ['a variation of a character', '葛\u{e0100}城要抓好落实。'],
  ])('has no hint about %s', (_, text) => {
    expect(marked(text)).toEqual([]);
  });

  it('is placed on the timeline as without them', () => {
    const plain = '（2022年2月16日）\n2022年，要抓好春耕，学习贯彻党的十九大精神。';
    const text = plain.replaceAll('年', '\u200b年').replace('十九', '十\u200e九');
    const words = (draft: string) =>
      checker
        .timeline(draft, options)
        .mentions.map(({ start, end, kind }) => [
          kind,
          seenText(draft.slice(start, end))?.text ?? draft.slice(start, end),
        ]);
    expect(words(text)).toEqual(words(plain));
  });
});
