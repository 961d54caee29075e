import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ask } from '../../entrypoints/writing/ask.ts';
import { createCheckLoop, type Outcome } from '../../entrypoints/writing/check-loop.ts';
import { placedIn } from '../../entrypoints/writing/found-in-text.ts';
import { createChecker } from '../../lib/checking/checker.ts';
import type { CheckStage } from '../../lib/checking/stages.ts';
import type { Edit } from '../../lib/draft/types.ts';
import type { Field } from '../../lib/fields/types.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

const { knowledge } = await loadBuiltInKnowledge([]);
const checker = createChecker(knowledge);
vi.mock('wxt/browser', () => ({ browser: { storage: { local: { get: async () => ({}) } } } }));
vi.mock('../../entrypoints/background/phrases.ts', () => ({
  opened: async () => ({ checker, phrases: { knowledge } }),
}));
const segmenter = vi.hoisted(() => ({ now: null as 'pending' | null, model: null as unknown }));
const prose = vi.hoisted(() => ({ now: null as 'pending' | null, model: null as unknown }));
vi.mock('../../entrypoints/background/prose.ts', () => ({
  loadProse: async () => prose.model,
  proseNow: () => prose.now,
}));
vi.mock('../../entrypoints/background/segmenter.ts', () => ({
  segmenterNow: () => segmenter.now,
  segmenterInUse: async () => segmenter.model,
  loadSegmenter: async () => segmenter.model,
}));
/** A worker: started anew, it has forgotten what it knew. */
const startWorker = async () => {
  vi.resetModules();
  return (await import('../../entrypoints/background/check.ts')).check;
};

const fault = '要深入学习贯彻党的十九大精神。';
/** A fault that only the model of official prose knows. */
const wrong = '扎实推进基础设施建社。';
const draft = ['各位代表：', fault, '坚持问题导向，抓好整改。', fault].join('\n');

interface SentCheck {
  readonly text: string | { readonly since: string; readonly change: Edit };
  readonly stage: CheckStage;
}

/** A field without a page, and a loop on it. */
async function start() {
  const life = new AbortController();
  const field = { text: draft, composing: false, complete: true, listItems: () => [] };
  const outcomes: Outcome[] = [];
  const sent: SentCheck[] = [];
  const worker = { check: await startWorker() };
  const ask = vi.fn(async (request: SentCheck & { complete: boolean; draftKey: string }) => {
    sent.push(request);
    return await worker.check(request);
  });
  const loop = createCheckLoop({
    field: field as unknown as Field,
    draftKey: () => 'k',
    ask: ask as unknown as Ask,
    signal: life.signal,
    read: () => field.text,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  /** The words that the last outcome marks. */
  const words = () => {
    const last = outcomes.at(-1);
    if (last?.is !== 'checked') throw new Error(last?.is);
    return placedIn(last.text, last.found).map(({ start, end }) => last.text.slice(start, end));
  };
  return { field, loop, outcomes, sent, worker, words, ask, life };
}

beforeEach(() => {
  segmenter.now = null;
  segmenter.model = null;
  prose.now = null;
  prose.model = null;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the check of a field', () => {
  it('sends a text whole once, and then what has changed', async () => {
    const { field, loop, sent, words } = await start();
    await loop.now();
    expect(words()).toEqual(['党的十九大', '党的十九大']);
    field.text = draft.replace('十九', '二十');
    await loop.now();
    expect(words()).toEqual(['党的十九大']);
    field.text = `${draft}\n${fault}`;
    await loop.now();
    expect(words()).toEqual(['党的十九大', '党的十九大', '党的十九大']);
    expect(sent.map(({ text }) => typeof text)).toEqual(['string', 'object', 'object']);
    expect(sent[1]?.text).toMatchObject({ change: { text: '二十' } });
  });

  it('sends it whole again to a worker that was stopped between two changes', async () => {
    const { field, loop, sent, worker, words } = await start();
    await loop.now();
    worker.check = await startWorker();
    field.text = `${fault}\n${draft}`;
    await loop.now();
    expect(words()).toEqual(['党的十九大', '党的十九大', '党的十九大']);
    field.text = draft.replace('十九', '二十');
    await loop.now();
    expect(words()).toEqual(['党的十九大']);
    expect(sent.map(({ text }) => typeof text)).toEqual(['string', 'object', 'string', 'object']);
  });

  it('takes the answer to the newest text alone, and still finds its way from there', async () => {
    const { field, loop, outcomes, words } = await start();
    const first = loop.now();
    field.text = fault;
    await Promise.all([first, loop.now()]);
    expect(outcomes.length).toBe(1);
    expect(words()).toEqual(['党的十九大']);
    field.text = draft;
    await loop.now();
    expect(words()).toEqual(['党的十九大', '党的十九大']);
  });

  it('tells what is certain early, and asks once more for the rest', async () => {
    segmenter.now = 'pending';
    const { field, loop, outcomes, sent } = await start();
    field.text = `市环保局要抓好整改。\n${fault}`;
    await loop.now();
    expect(sent.map(({ stage }) => stage)).toEqual(['early', 'decided']);
    expect(outcomes.map((one) => (one.is === 'checked' ? one.undecided?.length : one.is))).toEqual([
      1,
      undefined,
    ]);
  });

  it('marks without the model of official prose at first, and asks once more for what it finds', async () => {
    const { loadProse } = await import('../../scripts/prose/load-prose.ts');
    const { loadSegmenter } = await import('../../scripts/load-segmenter.ts');
    prose.model = await loadProse();
    prose.now = 'pending';
    segmenter.model = await loadSegmenter();
    const { field, loop, outcomes, sent, words } = await start();
    field.text = `${fault}\n${wrong}`;
    await loop.now();
    expect(sent.map(({ stage }) => stage)).toEqual(['early', 'decided']);
    expect(outcomes.map((one) => (one.is === 'checked' ? one.undecided?.length : one.is))).toEqual([
      2,
      undefined,
    ]);
    expect(words()).toEqual(['党的十九大', '建社']);
  });

  it('says why a text is declined, and nothing of one without Chinese characters', async () => {
    const { field, loop, outcomes, sent } = await start();
    field.text = fault.repeat(20_000);
    await loop.now();
    expect(outcomes.at(-1)).toEqual({ is: 'declined', why: expect.stringContaining('万字') });
    field.text = 'Hello';
    await loop.now();
    expect(outcomes.at(-1)).toEqual({ is: 'unneeded' });
    expect(sent).toEqual([]);
  });

  it('passes a refusal on, and keeps what it knows for the next check', async () => {
    const { field, loop, outcomes, ask, sent, words } = await start();
    await loop.now();
    ask.mockResolvedValueOnce({ fault: '已停止核对。' } as never);
    field.text = fault;
    await loop.now();
    expect(outcomes.at(-1)).toEqual({ is: 'declined', why: '已停止核对。' });
    await loop.now();
    expect(words()).toEqual(['党的十九大']);
    expect(typeof sent.at(-1)?.text).toBe('object');
  });

  it('waits for the end of a composition', async () => {
    const { field, loop, outcomes, sent } = await start();
    field.composing = true;
    await loop.now();
    expect(sent).toEqual([]);
    field.composing = false;
    const checking = loop.now();
    field.composing = true;
    await checking;
    expect(outcomes).toEqual([]);
    field.composing = false;
    vi.useFakeTimers();
    loop.soonUnlessSent(field.text);
    await vi.advanceTimersByTimeAsync(300);
    vi.useRealTimers();
    await vi.waitFor(() => expect(outcomes.length).toBe(1));
  });

  it('ends with its signal', async () => {
    const { loop, outcomes, life } = await start();
    const checking = loop.now();
    life.abort();
    await checking;
    await loop.now();
    expect(outcomes).toEqual([]);
  });
});
