import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAsk } from '../../entrypoints/writing.content/ask.ts';

const { signal } = new AbortController();

describe('asking the background', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks once more, a moment later, when a stopped worker refuses', async () => {
    const send = vi.fn().mockRejectedValueOnce(new Error('no receiver')).mockResolvedValueOnce({ ok: true });
    const gone = vi.fn();
    const answer = createAsk(send, () => false, gone, signal)({ type: 'status' });
    await vi.advanceTimersByTimeAsync(199);
    expect(send).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toEqual({ ok: true });
    expect(gone).not.toHaveBeenCalled();
  });

  it('gives up after the second refusal, without a fault', async () => {
    const send = vi.fn().mockRejectedValue(new Error('no receiver'));
    const answer = createAsk(send, () => false, vi.fn(), signal)({ type: 'status' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await answer).toBeNull();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('sends nothing and tells it when the extension is gone', async () => {
    const send = vi.fn();
    const gone = vi.fn();
    expect(await createAsk(send, () => true, gone, signal)({ type: 'status' })).toBeNull();
    expect(send).not.toHaveBeenCalled();
    expect(gone).toHaveBeenCalledOnce();
  });
});
