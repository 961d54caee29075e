import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ask } from '../../entrypoints/writing/ask.ts';
import { createDayCount } from '../../entrypoints/writing/day-count.ts';

const draft = (text: string) => ({ text, complete: true, draftKey: 'k' });

describe('what today would bring to an old draft', () => {
  let life: AbortController;
  beforeEach(() => {
    vi.useFakeTimers();
    life = new AbortController();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const start = (answers: (text: string) => unknown = () => ({ count: 34 })) => {
    const send = vi.fn(async (request: { text: string }) => answers(request.text));
    const onCount = vi.fn();
    const count = createDayCount({ ask: send as unknown as Ask, signal: life.signal, onCount });
    return { send, onCount, count };
  };

  it('is asked once for a text, a while after its marks are painted', async () => {
    const { send, onCount, count } = start();
    count.painted(draft('甲'));
    await vi.advanceTimersByTimeAsync(240);
    expect(send).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(20);
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'count-today', ...draft('甲') });
    expect(onCount).toHaveBeenCalledExactlyOnceWith('甲', 34);
    count.painted(draft('甲'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(send).toHaveBeenCalledOnce();
  });

  it('is not asked for texts that are written on', async () => {
    const { send, count } = start();
    for (const text of ['甲', '甲乙', '甲乙丙']) {
      count.painted(draft(text));
      await vi.advanceTimersByTimeAsync(100);
      count.wait();
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(send).not.toHaveBeenCalled();
    count.painted(draft('甲乙丙'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(send).toHaveBeenCalledOnce();
  });

  it('is told of the last text alone', async () => {
    const waiting = new Map<string, (answer: unknown) => void>();
    const { onCount, count } = start((text) => new Promise((resolve) => waiting.set(text, resolve)));
    for (const text of ['甲', '乙']) {
      count.painted(draft(text));
      await vi.advanceTimersByTimeAsync(300);
    }
    waiting.get('乙')?.({ count: 2 });
    waiting.get('甲')?.({ count: 1 });
    await vi.advanceTimersByTimeAsync(0);
    expect(onCount).toHaveBeenCalledExactlyOnceWith('乙', 2);
  });

  it('is asked again once it is forgotten, and where nobody answered', async () => {
    const { send, onCount, count } = start(() => null);
    for (let i = 0; i < 2; i++) {
      count.painted(draft('甲'));
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(send).toHaveBeenCalledTimes(2);
    send.mockResolvedValue({ count: 3 });
    for (let i = 0; i < 2; i++) {
      count.forget();
      count.painted(draft('甲'));
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(send).toHaveBeenCalledTimes(4);
    expect(onCount).toHaveBeenCalledTimes(2);
  });

  it('says nothing where it could not be counted, and ends with the page', async () => {
    const { send, onCount, count } = start(() => ({ count: null }));
    count.painted(draft('甲'));
    await vi.advanceTimersByTimeAsync(300);
    count.painted(draft('乙'));
    life.abort();
    await vi.advanceTimersByTimeAsync(300);
    expect(send).toHaveBeenCalledOnce();
    expect(onCount).not.toHaveBeenCalled();
  });
});
