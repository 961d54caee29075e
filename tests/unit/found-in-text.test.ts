import { describe, expect, it } from 'vitest';
import {
  carriedOver,
  keptFrom,
  nothingFound,
  placedIn,
  withUndecided,
} from '../../entrypoints/writing/found-in-text.ts';
import type { Found } from '../../lib/checking/found.ts';
import { overlaps } from '../../lib/draft/overlaps.ts';
import type { Finding } from '../../lib/rules/types.ts';

const text = '县环保局要抓好整改。\n要学习党的十九大精神。\n\n市工商局牵头，县环保局配合。';
const words = ['环保局', '党的十九大', '工商局'];

/** A finding at each of the words, with a fix of it; `message` tells one check from another. */
function foundIn(draft: string, sought = words, message = ''): Found {
  const paragraphs = draft.split('\n').map((line) =>
    sought.flatMap((word): Finding[] => {
      const start = line.indexOf(word);
      if (start < 0) return [];
      const end = start + word.length;
      const fixes = [{ label: '改', edits: [{ start, end, text: '另词' }] }];
      return [{ rule: 'outdated-reference', level: 'error', start, end, message, fixes }];
    }),
  );
  return { paragraphs: paragraphs.map((list) => list.sort((a, b) => a.start - b.start)), ofDraft: [] };
}
const wordsAt = (draft: string, found: Found) =>
  placedIn(draft, found).map(({ start, end, fixes }) => {
    expect(fixes[0]?.edits).toEqual([{ start, end, text: '另词' }]);
    return draft.slice(start, end);
  });

describe('findings by the lines of a text', () => {
  it('are placed in the text, in its order', () => {
    expect(wordsAt(text, foundIn(text))).toEqual(['环保局', '党的十九大', '工商局', '环保局']);
    const ofDraft = [...placedIn(text, foundIn(text, ['党的十九大']))];
    const both = { ...foundIn(text, ['环保局']), ofDraft };
    expect(wordsAt(text, both)).toEqual(['环保局', '党的十九大', '环保局']);
    expect(placedIn('', nothingFound(''))).toEqual([]);
  });

  it('are the same objects as long as they do not move', () => {
    const found = foundIn(text);
    const [first, second] = placedIn(text, found);
    const after = text.replace('配合', '配合好');
    expect(placedIn(after, carriedOver(found, text, after, true)).slice(0, 2)).toEqual([first, second]);
    expect(placedIn(after, carriedOver(found, text, after, true))[0]).toBe(first);
    expect(placedIn(after, carriedOver(found, text, after, true))[1]).toBe(second);
  });
});

describe('findings, carried over to a text that was changed', () => {
  it.each([
    ['a word before', text.replace('县', '全县')],
    ['a line before', `同志们：\n${text}`],
    ['a break in a line', text.replace('牵头，', '牵头，\n')],
    ['two lines joined', text.replace('整改。\n', '整改。')],
    ['an empty line less', text.replace('\n\n', '\n')],
    ['a word behind', `${text}会后报告。`],
    ['lines away between', text.replace('要学习党的十九大精神。\n\n', '')],
    ['all', '党的二十大'],
  ])('keep to their words: %s', (_, after) => {
    const carried = carriedOver(foundIn(text), text, after, true);
    expect(carried.paragraphs.length).toBe(after.split('\n').length);
    const known = wordsAt(after, carried);
    expect(known).toEqual(wordsAt(after, foundIn(after)).filter((word) => known.includes(word)));
    for (const word of known) expect(words).toContain(word);
  });

  it('keep the objects of the lines that were not touched', () => {
    const found = foundIn(text);
    const { paragraphs } = carriedOver(found, text, text.replace('学习', '认真学习'), true);
    expect(paragraphs[0]).toBe(found.paragraphs[0]);
    expect(paragraphs[3]).toBe(found.paragraphs[3]);
  });

  it('go where their own words change, and lose a fix that would reach into another line', () => {
    expect(wordsAt(text, carriedOver(foundIn(text), text, text.replace('十九', '二十'), true))).not.toContain(
      '党的十九大',
    );
    const wide: Finding = {
      rule: 'outdated-reference',
      level: 'error',
      start: 1,
      end: 4,
      message: '',
      fixes: [{ label: '改', edits: [{ start: 7, end: 9, text: '整治' }] }],
    };
    const broken = carriedOver(
      { paragraphs: [[wide], [], [], []], ofDraft: [] },
      text,
      text.replace('要抓', '要\n抓'),
      true,
    );
    expect(broken.paragraphs[0]).toEqual([{ ...wide, fixes: [] }]);
  });

  it('keep to their words through many changes at random places', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    let now = text;
    let found = foundIn(now);
    for (let i = 0; i < 400; i++) {
      const at = random(now.length + 1);
      const put = ['稿', '\n', '', '县环保局\n'][random(4)] ?? '';
      const next = now.slice(0, at) + put + now.slice(at + random(4));
      found = carriedOver(found, now, next, true);
      for (const word of wordsAt(next, found)) expect(words).toContain(word);
      now = next;
      if (i % 10 === 0) found = keptFrom(found, foundIn(now));
    }
  });

  it('follow a part of a draft that was scrolled', () => {
    const lines = text.split('\n');
    const [before, after] = [lines.slice(0, 2).join('\n'), lines.slice(1).join('\n')];
    expect(wordsAt(after, carriedOver(foundIn(before), before, after, false))).toEqual(['党的十九大']);
  });
});

describe('an early answer', () => {
  const first = { start: 0, end: text.indexOf('\n') };
  const certain = foundIn(text, ['党的十九大']);
  it('keeps what was marked in paragraphs that are not decided yet, and nothing of others', () => {
    expect(wordsAt(text, withUndecided(text, certain, foundIn(text), [first], false))).toEqual([
      '环保局',
      '党的十九大',
    ]);
    expect(wordsAt(text, withUndecided(text, certain, foundIn(text), [], false))).toEqual(['党的十九大']);
  });

  it('keeps the marks on the whole draft where those are not decided yet, but for what is new there', () => {
    const ofDraft = placedIn(text, foundIn(text));
    const before = { paragraphs: [[], [], []], ofDraft };
    const [replaced] = ofDraft;
    if (replaced === undefined) throw new Error('There is something to find.');
    const now = { paragraphs: [[], [], []], ofDraft: [{ ...replaced, message: '另一句' }] };
    const shown = (isPartial: boolean) => withUndecided(text, now, before, [], isPartial).ofDraft;
    expect(shown(true).map(({ message }) => message)).toEqual([
      '另一句',
      ...ofDraft.slice(1).map(({ message }) => message),
    ]);
    expect(shown(true).length).toBeGreaterThan(1);
    expect(shown(false)).toEqual(now.ofDraft);
  });

  it('has the newer finding where both are of one place', () => {
    const newer = foundIn(text, ['环保局'], '另一句');
    const shown = withUndecided(text, newer, foundIn(text), [first], false);
    expect(shown.paragraphs[0]?.map(({ message }) => message)).toEqual(['另一句']);
    const [all] = [placedIn(text, shown)];
    expect(all.some((one, i) => all.some((other, j) => i < j && overlaps(one, other)))).toBe(false);
  });
});

describe('a new answer', () => {
  it('keeps the object of a finding that says the same, so that its card stays open', () => {
    const [before, now] = [foundIn(text), foundIn(text)];
    expect(placedIn(text, keptFrom(before, now))[0]).toBe(placedIn(text, before)[0]);
    expect(keptFrom(before, foundIn(text, words, '另一句')).paragraphs[0]?.[0]).not.toBe(
      before.paragraphs[0]?.[0],
    );
  });
});
