import { beforeEach, describe, expect, it, vi } from 'vitest';
import { placedIn } from '../../entrypoints/writing/found-in-text.ts';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { changed } from '../../lib/checking/found.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

const stored = vi.hoisted(() => new Map<string, unknown>());
const made = vi.hoisted(() => ({ checker: undefined as Checker | undefined }));
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: { get: async (key: string) => (stored.has(key) ? { [key]: stored.get(key) } : {}) },
    },
  },
}));
vi.mock('../../entrypoints/background/phrases.ts', () => ({
  opened: async () => ({
    checker: made.checker,
    phrases: { knowledge: made.checker?.knowledge },
  }),
}));
const { check, countToday } = await import('../../entrypoints/background/check.ts');

const text =
  '讲话\n（2022年2月16日）\n同志们：\n要深入学习贯彻党的十九大精神，抓好落实。\n要加快实施“十四五”规划，抓好项目建设。';
const asked = (more: { text?: string } = {}) => ({
  text,
  complete: true,
  draftKey: 'k',
  ...more,
});

/** The findings of a draft. Throws where it is declined. */
const checked = async (more: { text?: string } = {}) => {
  const answer = await check({ ...asked(more), stage: 'decided' });
  if ('fault' in answer) throw new Error(answer.fault);
  if (answer.stage !== 'decided') throw new Error(answer.stage);
  return placedIn(more.text ?? text, changed(null, answer.found));
};

beforeEach(async () => {
  stored.clear();
  made.checker ??= createChecker((await loadBuiltInKnowledge()).knowledge);
});

describe('the count of what today would bring', () => {
  it('is the number of places beyond those of the draft’s own day', async () => {
    const { count } = await countToday(asked());
    expect(count).toBe(2);
    expect((await checked()).map(({ asks }) => asks)).toEqual(['judged-on']);
    stored.set('draft:k', { date: '2022-02-16', ignored: [] });
    expect(await countToday(asked())).toEqual({ count });
  });

  it('leaves out what the author ignores, in this draft or in every one, and rules that are off', async () => {
    const { count } = await countToday(asked());
    const finding = { rule: 'outdated-reference', text: '党的十九大' };
    stored.set('draft:k', { ignored: [finding] });
    expect(await countToday(asked())).toEqual({ count: (count ?? 0) - 1 });
    stored.set('draft:k', { ignored: [] });
    stored.set('settings', { ignored: [finding] });
    expect(await countToday(asked())).toEqual({ count: (count ?? 0) - 1 });
    stored.set('settings', { rulesOff: ['outdated-reference'] });
    expect(await countToday(asked())).toEqual({ count: 0 });
  });

  it('is not made for a text that is too long to be checked', async () => {
    const long = asked({ text: text.repeat(Math.ceil(210_000 / text.length)) });
    expect(await countToday(long)).toEqual({ count: null });
    expect(await check({ ...long, stage: 'decided' })).toEqual({ fault: expect.stringContaining('20万字') });
  });
});

describe('a check', () => {
  it('goes by the day of old that is remembered of a draft whose date line was put right', async () => {
    const today = new Date().getFullYear();
    const renewed = `讲话\n（${today}年11月28日）\n同志们：\n要深入推进安全生产三年行动，抓好落实。`;
    const said = async () => (await checked({ text: renewed })).map(({ message }) => message);
    stored.set('draft:k', { date: `${today}-11-28`, ignored: [] });
    expect(await said()).toEqual([]);
    stored.set('draft:k', { date: `${today}-11-28`, oldDay: '2022-02-16', ignored: [] });
    expect(await said()).toEqual([expect.stringContaining('稿子写于2022年')]);
  });
});
