import { beforeEach, describe, expect, it, vi } from 'vitest';

const { stored, badges } = vi.hoisted(() => ({
  stored: new Map<string, unknown>(),
  badges: [] as string[],
}));
vi.mock('wxt/browser', () => {
  const area = {
    get: async (keys: string | string[]) =>
      Object.fromEntries([keys].flat().flatMap((key) => (stored.has(key) ? [[key, stored.get(key)]] : []))),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) stored.set(key, value);
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) stored.delete(key);
    },
  };
  return {
    browser: {
      storage: { session: area, local: area },
      runtime: { getManifest: () => ({}) },
      action: {
        setBadgeText: async ({ text }: { text: string }) => badges.push(text),
        setBadgeBackgroundColor: async () => undefined,
        setTitle: async () => undefined,
      },
    },
  };
});
const { pageChanged } = await import('../../entrypoints/background/tabs.ts');

const top = { tabId: 7, frameId: 0 };
const framed = { tabId: 7, frameId: 4 };
const found = (count: number) => ({ count, errors: 0, question: null, optedOut: false });
const last = () => stored.get('frame:7');

describe('the frame that stands for a tab', () => {
  beforeEach(() => {
    stored.clear();
    badges.length = 0;
  });

  it('is the first with a field, until the author uses another', async () => {
    await pageChanged(top, found(2), false);
    await pageChanged(framed, found(3), false);
    expect([last(), badges.at(-1)]).toEqual([0, '5']);
    await pageChanged(framed, found(3), true);
    expect(last()).toBe(4);
  });

  it('is another once its only field is hidden, whichever tells first', async () => {
    await pageChanged(top, found(2), true);
    await pageChanged(framed, found(2), false);
    await pageChanged(top, null, false);
    expect([last(), badges.at(-1)]).toEqual([4, '2']);
    stored.clear();
    await pageChanged(top, found(2), true);
    await pageChanged(top, null, false);
    expect([last(), badges.at(-1)]).toEqual([undefined, '']);
    await pageChanged(framed, found(2), false);
    expect(last()).toBe(4);
  });

  it('stays while another has no field', async () => {
    await pageChanged(framed, found(2), true);
    await pageChanged(top, null, false);
    expect([last(), badges.at(-1)]).toEqual([4, '2']);
  });
});
