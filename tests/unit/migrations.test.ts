import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readBackup } from '../../lib/storage/backup.ts';
import { defaultSettings } from '../../lib/storage/settings-fields.ts';

const stored = vi.hoisted(() => new Map<string, unknown>());
const writes = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string | null) => {
          if (key === null) return structuredClone(Object.fromEntries(stored));
          return stored.has(key) ? { [key]: structuredClone(stored.get(key)) } : {};
        },
        set: async (items: Record<string, unknown>) => {
          // The browser ends the worker here.
          if (writes.left-- <= 0) throw new Error('The worker was ended.');
          for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
        },
        remove: async (keys: string | string[]) => {
          for (const key of [keys].flat()) stored.delete(key);
        },
      },
    },
  },
}));

const { formatKey, migrate, storageFormat } = await import('../../lib/storage/migrations.ts');
const settings = await import('../../lib/storage/settings.ts');
const { readKept } = await import('../../lib/storage/recent.ts');
const { readOrganisations, readOwn, readUpdateRecord } = await import(
  '../../entrypoints/background/pack-store.ts'
);

const address = 'https://oa.example.cn/doc/7?token=secret#editor';
const ignored = { rule: 'outdated-reference', text: '工商局', before: '会后，市', after: '要牵头' };
const own = { id: 'own-a1', name: '云溪办事不求人', wrong: ['云溪办事不用求人'], level: 'warning' };
const pack = {
  ...{ id: 'abc', name: '市委办词库', version: 3, from: 'file', takenOn: '2026-03-01' },
  data: [{ kind: 'phrase', trueUntil: '2026-03-01', entries: [] }],
};

/** What 0.1.0 kept in local storage: lib/settings.ts, lib/recent.ts and pack-store.ts of its commit. */
const of010 = {
  settings: {
    ...{ rulesOff: ['numerals'], sitesOff: ['https://docs.qq.com/*'], place: '云溪县', numberingStyle: {} },
    ...{ siteChoices: {}, language: 'zh', ignored: [ignored], strictness: 'normal' },
  },
  [`draft:${address}`]: { date: '2023-12-20', ignored: [ignored], usedAt: 5 },
  'kept-phrases': { starred: ['set-phrase/four'], recent: ['formulation/x'] },
  own: { format: 1, phrases: [own] },
  organisations: [pack],
  packUpdate: {
    ...{ address: 'https://oa.example.cn/pack.json', key: 'AAAA', said: '已是最新。' },
    ...{ lookedAt: 7, fresh: false },
  },
};
/** 0.2.0 kept more: the author's unit, the day of old of a draft. */
const of020 = {
  ...of010,
  settings: { ...of010.settings, unit: '云溪县市场监管局', strictness: 'strict' },
  [`draft:${address}`]: { date: '2026-11-29', oldDay: '2022-02-16', ignored: [ignored], usedAt: 5 },
};

const store = (items: object) => {
  for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
};

beforeEach(() => {
  stored.clear();
  writes.left = Number.POSITIVE_INFINITY;
});

describe.each([
  ['0.1.0', of010],
  ['0.2.0', of020],
])('the storage of %s', (version, items) => {
  const draft =
    version === '0.1.0'
      ? { date: '2023-12-20', ignored: [ignored] }
      : { date: '2026-11-29', oldDay: '2022-02-16', ignored: [ignored] };

  const opens = async (): Promise<void> => {
    expect(await settings.readSettings()).toEqual({ ...defaultSettings, ...items.settings });
    expect(await settings.readDraftSettings(address)).toEqual(draft);
    expect(await readKept()).toEqual(items['kept-phrases']);
    expect(await readOwn()).toEqual([own]);
    expect(await readOrganisations()).toEqual([pack]);
    expect(await readUpdateRecord()).toEqual({
      ...items.packUpdate,
      said: { zh: '已是最新。', en: '已是最新。' },
    });
    expect(JSON.stringify([...stored.keys()])).not.toContain('secret');
    expect(stored.get(formatKey)).toBe(storageFormat);
  };

  it('opens with all that it held', async () => {
    store(items);
    await migrate();
    await opens();
  });

  it('opens with all that it held, wherever the browser ended the worker before', async () => {
    for (let done = 0; ; done++) {
      stored.clear();
      store(items);
      writes.left = done;
      const isWhole = await migrate().then(
        () => true,
        () => false,
      );
      writes.left = Number.POSITIVE_INFINITY;
      await migrate();
      await opens();
      if (isWhole) break;
      expect(done).toBeLessThan(20);
    }
  });

  it('no longer tells what was not chosen', async () => {
    store(items);
    await migrate();
    const { language, siteChoices, numberingStyle } = stored.get('settings') as Record<string, unknown>;
    expect([language, siteChoices, numberingStyle]).toEqual([undefined, undefined, undefined]);
  });

  it('opens as a backup', () => {
    const read = readBackup(
      JSON.stringify({
        ...{ format: 'gaozhun-backup', version: 1, savedOn: '2026-11-20' },
        settings: items.settings,
        drafts: [{ key: address, ...draft }],
        own: [own],
        kept: items['kept-phrases'],
        organisations: [pack],
        update: { address: items.packUpdate.address, key: items.packUpdate.key },
      }),
    );
    expect(read?.faults).toEqual([]);
    expect(read?.backup.settings).toEqual(items.settings);
    expect(read?.backup.drafts).toEqual([{ key: address, ...draft }]);
    expect(read?.backup.own).toEqual([own]);
    expect(read?.backup.organisations).toEqual([pack]);
  });
});

describe('storage', () => {
  it('that is empty is of today’s format from the start', async () => {
    await migrate();
    expect(Object.fromEntries(stored)).toEqual({ [formatKey]: storageFormat });
  });

  it('of today’s format, or a later one, is left as it is', async () => {
    for (const format of [storageFormat, storageFormat + 4]) {
      stored.clear();
      store({ ...of020, [formatKey]: format });
      const before = structuredClone(Object.fromEntries(stored));
      await migrate();
      expect(Object.fromEntries(stored)).toEqual(before);
    }
  });

  it('that holds nonsense is brought on without an error', async () => {
    store({ settings: 7, packUpdate: 'x', [formatKey]: 'new', 'draft:a': null });
    await migrate();
    expect(await settings.readSettings()).toEqual(defaultSettings);
  });
});
