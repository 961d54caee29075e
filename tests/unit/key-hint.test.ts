import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pageKeysInWords } from '../../components/page-keys.ts';
import { createKeyHint } from '../../entrypoints/writing/key-hint.ts';

const fake = vi.hoisted(() => ({
  stored: new Map<string, unknown>(),
  commands: [] as { name: string; shortcut: string }[],
}));
vi.mock('wxt/browser', () => ({
  browser: {
    commands: { getAll: async () => fake.commands },
    storage: {
      local: {
        get: async (key: string) => (fake.stored.has(key) ? { [key]: fake.stored.get(key) } : {}),
        set: async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) fake.stored.set(key, value);
        },
      },
    },
  },
}));
const { keyHint } = await import('../../entrypoints/background/key-hint.ts');
const { answer } = await import('../../entrypoints/background/requests/dispatch.ts');

const page = { isOwnPage: false, frame: { tabId: 1, frameId: 0 }, address: 'https://example.com/' };
const tell = (note?: 'shown' | 'known') => answer({ type: 'key-hint', note }, page);
const keys = { next: 'Alt+Shift+J', open: 'Alt+Shift+K' };

beforeEach(() => {
  fake.stored.clear();
  fake.commands = [
    { name: 'next-finding', shortcut: 'Alt+Shift+J' },
    { name: 'open-card', shortcut: 'Alt+Shift+K' },
    { name: 'previous-finding', shortcut: '' },
  ];
});

describe('the line about shortcuts', () => {
  it('is for cards three times, and elsewhere until it is acknowledged', async () => {
    expect(await tell()).toMatchObject({ keys, inCard: true });
    await Promise.all([tell('shown'), tell('shown')]);
    expect(await tell()).toMatchObject({ keys, inCard: true });
    expect(await tell('shown')).toMatchObject({ keys, inCard: false });
    expect(await tell('known')).toMatchObject({ keys: null, inCard: false });
    expect(await tell()).toMatchObject({ keys: null, inCard: false });
  });

  it('is over in cards, too, once it is acknowledged', async () => {
    expect(await tell('known')).toMatchObject({ keys: null, inCard: false });
  });

  it('tells the keys that the author has set, and nothing where there are none', async () => {
    fake.commands = [{ name: 'open-card', shortcut: 'Ctrl+Shift+9' }];
    expect(await tell()).toMatchObject({ keys: { next: '', open: 'Ctrl+Shift+9' } });
    fake.commands = [{ name: 'hide-tab', shortcut: 'Alt+Shift+H' }];
    expect(await tell()).toMatchObject({ keys: null, inCard: false });
  });

  it.each([null, 7, { known: 'yes', shown: -1 }, { shown: 1.5 }])(
    'is as after installing where %j is stored',
    async (damaged) => {
      fake.stored.set('key-hint', damaged);
      expect(await tell()).toMatchObject({ keys, inCard: true });
    },
  );

  it('leaves out what has no keys', () => {
    expect(pageKeysInWords(keys)).toEqual(['Alt+Shift+J 下一处', 'Alt+Shift+K 打开此处的说明']);
    expect(pageKeysInWords({ next: '', open: 'Alt+Shift+K' })).toEqual(['Alt+Shift+K 打开此处的说明']);
  });
});

describe('the line of a frame', () => {
  const lines = () => {
    const ask = vi.fn(async (request: object): Promise<unknown> => await answer(request, page));
    return { ask, hint: createKeyHint(ask as never) };
  };

  it('is counted for each card, and gone when it is acknowledged', async () => {
    const { ask, hint } = lines();
    expect(hint.take()).toBeNull();
    expect(ask).not.toHaveBeenCalled();
    hint.learn({ keys, inCard: true });
    expect(hint.take()).toEqual(keys);
    expect(ask).toHaveBeenLastCalledWith({ type: 'key-hint', note: 'shown' });
    hint.known();
    expect(hint.take()).toBeNull();
    await vi.waitFor(async () => expect(await tell()).toMatchObject({ keys: null }));
  });

  it('is shown by no fourth card', async () => {
    const { hint } = lines();
    hint.learn({ keys, inCard: true });
    for (let card = 1; card <= 3; card++) {
      expect(hint.take()).toEqual(keys);
      await vi.waitFor(() => expect(fake.stored.get('key-hint')).toMatchObject({ shown: card }));
    }
    await vi.waitFor(() => expect(hint.take()).toBeNull());
  });

  it('goes on where nobody answers', async () => {
    const hint = createKeyHint(vi.fn(async () => null) as never);
    hint.learn({ keys, inCard: true });
    expect(hint.take()).toEqual(keys);
    await Promise.resolve();
    expect(hint.take()).toEqual(keys);
  });

  it('is told a frame when it begins', async () => {
    expect(await keyHint()).toEqual({ keys, inCard: true });
  });
});
