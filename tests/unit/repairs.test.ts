import { describe, expect, it } from 'vitest';
import { ChangeLog } from '../../entrypoints/writing/change-log.ts';
import { createRepairs } from '../../entrypoints/writing/repairs.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Edit } from '../../lib/draft/types.ts';
import type { Field } from '../../lib/fields/types.ts';

const text = '甲丙甲丙甲丙甲';
/** Each 丙 becomes 乙乙. */
const edits = [1, 3, 5].map((start) => ({ start, end: start + 1, text: '乙乙', reason: '改' }));

/** A field that takes so many edits, from the last to the first, and then does something else. */
function fieldThatTakes(count: number, then = (now: string) => now) {
  let now = text;
  const field: Pick<Field, 'read' | 'apply'> = {
    read: () => now,
    apply(wanted: readonly Edit[], expected) {
      if (now !== expected) return Promise.resolve({ ok: false, reason: 'stale', undone: true });
      now = then(applyEdits(now, count >= wanted.length ? wanted : wanted.slice(wanted.length - count)));
      if (now === applyEdits(expected, wanted)) return Promise.resolve({ ok: true });
      const undone = now === expected;
      return Promise.resolve({ ok: false, reason: undone ? 'refused' : 'differs', undone });
    },
  };
  const log = new ChangeLog();
  const repairs = createRepairs({
    field: field as Field,
    signal: new AbortController().signal,
    log,
    check: () => Promise.resolve(),
    onFixed: () => undefined,
  });
  return { repairs, log, now: () => now };
}

describe('a change of several places', () => {
  it('tells how many an editor took that stopped in between, and takes back those', async () => {
    for (const count of [1, 2]) {
      const { repairs, log, now } = fieldThatTakes(count);
      expect(await repairs.apply(edits, text)).toEqual({
        ok: false,
        reason: 'differs',
        undone: false,
        made: count,
      });
      expect(log.made).toHaveLength(count);
      expect(now()).toBe(applyEdits(text, edits.slice(3 - count)));
      expect(repairs.canRevert(now())).toBe(true);
    }
    const { repairs, now } = fieldThatTakes(3);
    expect(await repairs.apply(edits, text)).toEqual({ ok: true });
    expect(await repairs.revert()).toEqual({ ok: true });
    expect(now()).toBe(text);
  });

  it('claims nothing where the editor took none, or made of them what nobody wanted', async () => {
    const refused = fieldThatTakes(0);
    expect(await refused.repairs.apply(edits, text)).toEqual({ ok: false, reason: 'refused', undone: true });
    expect(refused.repairs.canRevert(text)).toBe(false);
    const odd = fieldThatTakes(2, (now) => `${now}丁`);
    expect(await odd.repairs.apply(edits, text)).toEqual({ ok: false, reason: 'differs', undone: false });
    expect([odd.log.made, odd.repairs.canRevert(odd.now())]).toEqual([[], false]);
  });
});
