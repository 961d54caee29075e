import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { managedFrom } from '../../lib/storage/managed.ts';
import { defaultSettings } from '../../lib/storage/settings-fields.ts';

const fake = vi.hoisted(() => ({
  local: {} as Record<string, unknown>,
  managed: {} as Record<string, unknown> | Promise<Record<string, unknown>>,
  asked: 0,
  listeners: [] as ((changes: object, area: string) => void)[],
}));
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: structuredClone(fake.local[key]) }),
        set: async (items: object) => Object.assign(fake.local, structuredClone(items)),
      },
      managed: {
        get: async () => {
          fake.asked++;
          return fake.managed;
        },
      },
      onChanged: {
        addListener: (listener: (changes: object, area: string) => void) => fake.listeners.push(listener),
      },
    },
  },
}));
const settings = await import('../../lib/storage/settings.ts');

/** Sets what an administrator's policy says from now on. */
function setPolicy(policy: typeof fake.managed): void {
  fake.managed = policy;
  for (const listener of fake.listeners) listener({}, 'managed');
}

beforeEach(() => {
  fake.local = {};
  setPolicy({});
});

describe('what an administrator sets', () => {
  it('holds where the author has chosen nothing, and no longer where they have', async () => {
    setPolicy({ place: '云溪县', strictness: 'strict' });
    expect(await settings.readSettings()).toEqual({
      ...defaultSettings,
      place: '云溪县',
      strictness: 'strict',
    });
    await settings.setStrictness('quiet');
    await settings.setUnit('云溪县委办');
    expect(await settings.readSettings()).toMatchObject({ place: '云溪县', strictness: 'quiet' });
    // A change of the policy reaches what was not chosen, though other choices were stored meanwhile.
    setPolicy({ place: '青山县', strictness: 'normal' });
    expect(await settings.readSettings()).toMatchObject({ place: '青山县', strictness: 'quiet' });
    await settings.setPlace('');
    expect((await settings.readSettings()).place).toBe('');
  });

  it('is asked for once, and again when it changes', async () => {
    await settings.readSettings();
    const before = fake.asked;
    await Promise.all([settings.readSettings(), settings.readSettings()]);
    expect(fake.asked).toBe(before);
    setPolicy({ place: '云溪县' });
    expect((await settings.readSettings()).place).toBe('云溪县');
    expect(fake.asked).toBe(before + 1);
  });

  it('holds up nobody where the browser is late, and is there for the next reader', async () => {
    let tell: (policy: Record<string, unknown>) => void = () => undefined;
    setPolicy(
      new Promise<Record<string, unknown>>((resolve) => {
        tell = resolve;
      }),
    );
    const begin = performance.now();
    expect((await settings.readSettings()).place).toBe('');
    expect(performance.now() - begin).toBeLessThan(1_000);
    tell({ place: '云溪县' });
    await vi.waitFor(async () => expect((await settings.readSettings()).place).toBe('云溪县'));
  });

  it('is read key by key', () => {
    const wrong = { packs: 'x', sites: ['oa', 7], place: 5, strictness: 'loud', language: 'en' };
    expect(managedFrom(wrong)).toEqual({ packs: [], sites: [], settings: {} });
    expect(managedFrom(null)).toEqual({ packs: [], sites: [], settings: {} });
    expect(managedFrom({ ...wrong, sites: ['oa', 'oa:8080'], place: '云溪县' })).toEqual({
      packs: [],
      sites: ['oa', 'oa:8080'],
      settings: { place: '云溪县' },
    });
  });

  it('is what the schema says, key by key', () => {
    const schema: { properties: Record<string, unknown> } = JSON.parse(
      readFileSync('assets/public/managed_schema.json', 'utf8'),
    );
    const read = managedFrom({ packs: [1], sites: ['oa'], place: '云溪县', strictness: 'quiet' });
    const { packs, sites, settings: chosen } = read;
    expect(Object.keys({ packs, sites, ...chosen }).sort()).toEqual(Object.keys(schema.properties).sort());
  });
});
