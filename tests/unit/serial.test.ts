import { describe, expect, it } from 'vitest';
import { serial } from '../../lib/common/serial.ts';

describe('a serial queue', () => {
  it('starts each piece of work only when the one before has settled, in the order given', async () => {
    const queue = serial();
    const events: string[] = [];
    const work = (name: string, wait: number) => () => {
      events.push(`${name} starts`);
      return new Promise<string>((resolve) => {
        setTimeout(() => {
          events.push(`${name} ends`);
          resolve(name);
        }, wait);
      });
    };
    const results = await Promise.all([queue(work('a', 5)), queue(work('b', 0)), queue(work('c', 0))]);
    expect(results).toEqual(['a', 'b', 'c']);
    expect(events).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
  });

  it('tells a failure to its own caller only, and goes on', async () => {
    const queue = serial();
    const fault = new Error('b failed');
    const settled = await Promise.allSettled([
      queue(async () => 'a'),
      queue(() => Promise.reject(fault)),
      queue(() => {
        throw fault;
      }),
      queue(async () => 'd'),
    ]);
    expect(settled).toEqual([
      { status: 'fulfilled', value: 'a' },
      { status: 'rejected', reason: fault },
      { status: 'rejected', reason: fault },
      { status: 'fulfilled', value: 'd' },
    ]);
  });

  it('is one of several: work of another queue does not wait', async () => {
    const [one, other] = [serial(), serial()];
    void one(() => new Promise<never>(() => undefined));
    await expect(other(async () => 'free')).resolves.toBe('free');
  });

  it('hands the work nothing of the work before', async () => {
    const queue = serial();
    await queue(async () => 'a');
    const given: unknown[] = [];
    await queue(async (...all: unknown[]) => void given.push(...all));
    expect(given).toEqual([]);
  });
});
