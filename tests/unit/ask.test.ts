import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAsk } from '../../entrypoints/writing/ask.ts';

const reply = { version: '1', replyTo: 'status' };
const { signal } = new AbortController();

describe('asking the background', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks once more, a moment later, when a stopped worker refuses', async () => {
    const send = vi.fn().mockRejectedValueOnce(new Error('no receiver')).mockResolvedValueOnce(reply);
    const gone = vi.fn();
    const answer = createAsk(send, () => false, gone, signal)({ type: 'status' });
    await vi.advanceTimersByTimeAsync(199);
    expect(send).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toEqual(reply);
    expect(gone).not.toHaveBeenCalled();
  });

  it('gives up after the second refusal, without a fault', async () => {
    const send = vi.fn().mockRejectedValue(new Error('no receiver'));
    const answer = createAsk(send, () => false, vi.fn(), signal)({ type: 'status' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await answer).toBeNull();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('takes no answer to another request for its own, but a refusal', async () => {
    const ask = (answer: unknown) =>
      createAsk(
        async () => answer,
        () => false,
        vi.fn(),
        signal,
      )({ type: 'status' });
    const other = ask({ ...reply, replyTo: 'outline' });
    const none = ask(undefined);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await other).toBeNull();
    expect(await none).toBeNull();
    expect(await ask({ fault: '没有完成。' })).toEqual({ fault: '没有完成。' });
  });

  it('sends nothing and tells it when the extension is gone', async () => {
    const send = vi.fn();
    const gone = vi.fn();
    expect(await createAsk(send, () => true, gone, signal)({ type: 'status' })).toBeNull();
    expect(send).not.toHaveBeenCalled();
    expect(gone).toHaveBeenCalledOnce();
  });
});
