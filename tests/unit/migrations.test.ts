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

/** Values that no version has written, for whatever stands in storage. */
const odd: readonly unknown[] = [null, 7, '', 'x', [], {}, [null], { a: { b: [1] } }, true];

/** All places of a value, down to items of lists, as paths; what is inside a pack or a phrase is one thing. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      path[0] === 'own' && path.length > 2 ? [] : placesIn(inner, [...path, key]),
    ),
  ];
}

/** A copy of items with another value at a path. */
function withAt(items: object, path: readonly string[], value: unknown): Record<string, unknown> {
  // Not structuredClone, by which what stands at two places stays one thing.
  const copy: Record<string, unknown> = JSON.parse(JSON.stringify(items));
  const inner = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
  inner[path.at(-1) ?? ''] = value;
  return copy;
}

describe.each([
  ['0.1.0', of010],
  ['0.2.0', of020],
])('the storage of %s with an odd value', (_, items) => {
  const draftKey = `draft:${address}`;
  /** All that the extension reads of its storage, by what a fault of one must not take away. */
  const readAll = async () => {
    const { ignored: always, ...read } = await settings.readSettings();
    const { ignored: here, ...days } = await settings.readDraftSettings(address);
    return { ...read, always, here, ...days, ...(await readKept()), own: await readOwn() };
  };
  /** What is read of the parts that a path is not in. */
  const untouched = (path: readonly string[], read: Awaited<ReturnType<typeof readAll>>) => {
    const [key, field = ''] = path;
    const names: Record<string, string> =
      key === draftKey ? { ignored: 'here' } : key === 'settings' ? { ignored: 'always' } : {};
    const lost =
      path.length === 1
        ? key === 'settings'
          ? [...Object.keys(defaultSettings), 'always']
          : key === draftKey
            ? ['here', 'date', 'oldDay']
            : key === 'own'
              ? ['own']
              : ['starred', 'recent']
        : key === 'own'
          ? ['own']
          : [names[field] ?? field, ...(field === 'date' ? ['oldDay'] : [])];
    return Object.fromEntries(Object.entries(read).filter(([name]) => !lost.includes(name)));
  };

  it('at any place loses nothing else', async () => {
    store(items);
    await migrate();
    const whole = await readAll();
    const wholePacks = [await readOrganisations(), await readUpdateRecord()] as const;
    let tried = 0;
    for (const path of placesIn(items).filter(({ length }) => length > 0)) {
      for (const value of odd) {
        stored.clear();
        store(withAt(items, path, value));
        await migrate();
        const at = `${path.join('.')} ${JSON.stringify(value)}`;
        const read = await readAll();
        expect(untouched(path, read), at).toEqual(untouched(path, whole));
        if (path[0] !== 'organisations') expect(await readOrganisations(), at).toEqual(wholePacks[0]);
        if (path[0] !== 'packUpdate') expect(await readUpdateRecord(), at).toEqual(wholePacks[1]);
        expect(stored.get(formatKey), at).toBe(storageFormat);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(300);
  });

  it('in a list loses that item alone', async () => {
    const more = { ...ignored, text: '质监局' };
    const rows: readonly (readonly [path: readonly string[], list: (one: unknown) => unknown[]])[] = [
      [['settings', 'rulesOff'], (one) => ['placeholder', one, 'numerals']],
      [['settings', 'sitesOff'], (one) => ['https://a.cn/*', one, 'https://docs.qq.com/*']],
      [['settings', 'ignored'], (one) => [more, one, ignored]],
      [[draftKey, 'ignored'], (one) => [more, one, ignored]],
      [['own', 'phrases'], (one) => [own, one, { ...own, id: 'own-b2', name: '云溪办' }]],
      [['organisations'], (one) => [pack, one, { ...pack, id: 'def' }]],
    ];
    for (const [path, list] of rows) {
      for (const value of odd) {
        stored.clear();
        const all = list(value);
        store(withAt(items, path, all));
        await migrate();
        const { rulesOff, sitesOff, ignored: always } = await settings.readSettings();
        const { ignored: here } = await settings.readDraftSettings(address);
        const lists = [rulesOff, sitesOff, always, here, await readOwn(), await readOrganisations()];
        expect(
          lists[rows.findIndex(([other]) => other === path)],
          `${path} ${JSON.stringify(value)}`,
        ).toEqual(all.filter((one) => one !== value));
      }
    }
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
