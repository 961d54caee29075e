import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fading } from '../../components/fading.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a message that goes by itself', () => {
  it('stays 6 seconds, or 10 if it can be undone', () => {
    const end = vi.fn();
    const fading = new Fading(end);
    fading.begin(false);
    vi.advanceTimersByTime(5_999);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(end).toHaveBeenCalledOnce();
    fading.begin(true);
    vi.advanceTimersByTime(9_999);
    expect(end).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1);
    expect(end).toHaveBeenCalledTimes(2);
  });

  it('stays while the pointer or the focus is on it, and then for its whole time again', () => {
    const end = vi.fn();
    const fading = new Fading(end);
    fading.begin(false);
    vi.advanceTimersByTime(5_000);
    fading.hold('pointer');
    fading.hold('focus');
    vi.advanceTimersByTime(60_000);
    fading.release('pointer');
    vi.advanceTimersByTime(60_000);
    expect(end).not.toHaveBeenCalled();
    fading.release('focus');
    vi.advanceTimersByTime(5_999);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(end).toHaveBeenCalledOnce();
  });

  it('gives its place and its time to the next one, and ends only once', () => {
    const end = vi.fn();
    const fading = new Fading(end);
    fading.begin(false);
    vi.advanceTimersByTime(5_000);
    fading.begin(true);
    vi.advanceTimersByTime(9_000);
    expect(end).not.toHaveBeenCalled();
    fading.stop();
    fading.hold('focus');
    fading.release('focus');
    vi.advanceTimersByTime(60_000);
    expect(end).not.toHaveBeenCalled();
  });
});
