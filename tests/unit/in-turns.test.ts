import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTurns, wholeInTurns } from '../../entrypoints/background/in-turns.ts';

/** Time as the work sees it, ms: it passes only while a piece of work is done. */
let now = 0;
beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Work of pieces that take so many ms each, and what has been done of it. */
function work(pieces: number, each: number) {
  const done: number[] = [];
  function* all(): Generator<number, string, void> {
    for (let at = 0; at < pieces; at++) {
      now += each;
      done.push(at);
      yield at;
    }
    return 'all';
  }
  return { done, all: all() };
}

describe('work in turns', () => {
  it('lets others in after 50 ms, and not before', async () => {
    const { done, all } = work(30, 10);
    const seen: number[] = [];
    const ends = wholeInTurns(all);
    // Somebody who wants a turn as often as possible.
    let isRunning = true;
    const other = (async () => {
      while (isRunning) {
        seen.push(done.length);
        await new Promise((resolve) => {
          setTimeout(resolve);
        });
      }
    })();
    expect(await ends).toBe('all');
    isRunning = false;
    await other;
    expect(done.length).toBe(30);
    expect([...new Set(seen)].sort((a, b) => a - b)).toEqual([5, 10, 15, 20, 25, 30]);
  });

  it('takes short work as one', async () => {
    const { all } = work(4, 10);
    let others = 0;
    setTimeout(() => others++);
    await wholeInTurns(all);
    expect(others).toBe(0);
  });

  it('ends work between two pieces, with what is known', async () => {
    const { done, all } = work(30, 10);
    expect(await inTurns(all, (taken) => taken > 120)).toEqual({ is: 'ended', known: 12 });
    expect(done.length).toBe(13);
  });

  it('ends work that became stale while others had their turn, before its next piece', async () => {
    const { done, all } = work(30, 10);
    let isStale = false;
    setTimeout(() => {
      isStale = true;
    });
    expect(await inTurns(all, () => isStale)).toEqual({ is: 'ended', known: 4 });
    expect(done.length).toBe(5);
  });
});
