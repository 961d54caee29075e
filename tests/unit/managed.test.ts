import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { followManaged, managedFrom } from '../../lib/storage/managed.ts';
import { policyFaults } from '../../lib/storage/policy-faults.ts';
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
        removeListener: (listener: (changes: object, area: string) => void) => {
          fake.listeners = fake.listeners.filter((other) => other !== listener);
        },
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

  it('is followed by pages: once it is told, however late, and at every change', async () => {
    let tell: (policy: Record<string, unknown>) => void = () => undefined;
    setPolicy(
      new Promise<Record<string, unknown>>((resolve) => {
        tell = resolve;
      }),
    );
    const life = new AbortController();
    const places: string[] = [];
    followManaged(async () => {
      places.push((await settings.readSettings()).place);
    }, life.signal);
    await settings.readSettings();
    expect(places).toEqual([]);
    tell({ place: '云溪县' });
    await vi.waitFor(() => expect(places).toEqual(['云溪县']));
    setPolicy({ place: '青山县' });
    await vi.waitFor(() => expect(places).toEqual(['云溪县', '青山县']));
    life.abort();
    setPolicy({ place: '白水县' });
    await settings.readSettings();
    expect(places).toHaveLength(2);
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
    expect(managedFrom(wrong)).toEqual({ packs: [], sites: ['oa'], settings: {}, stored: wrong });
    expect(managedFrom(null)).toEqual({ packs: [], sites: [], settings: {}, stored: {} });
    expect(managedFrom({ ...wrong, sites: ['oa', 'oa:8080'], place: '云溪县' })).toMatchObject({
      packs: [],
      sites: ['oa', 'oa:8080'],
      settings: { place: '云溪县' },
    });
  });

  const right = { packs: [{}], sites: ['https://oa.example.cn'], place: '云溪县', strictness: 'quiet' };
  it('is told of by nothing where it can be used', () => {
    expect(policyFaults(right)).toEqual([]);
    expect(policyFaults({})).toEqual([]);
  });

  it.each([
    ['packs', {}, '单位策略的 packs 没有采用：应为词库的列表。'],
    ['packs', '[]', '单位策略的 packs 没有采用：应为词库的列表。'],
    ['sites', 'https://oa.example.cn', '单位策略的 sites 没有采用：应为网址的列表。'],
    ['sites', ['https://oa.example.cn', 7], '单位策略的 sites 第 2 项没有采用：不是网址。'],
    ['sites', ['单位 网站'], '单位策略的 sites 第 1 项没有采用：不是网址。'],
    ['sites', null, '单位策略的 sites 没有采用：应为网址的列表。'],
    ['place', 7, '单位策略的 place 没有采用：应为地方名，至多 20 字。'],
    ['place', ['云溪县'], '单位策略的 place 没有采用：应为地方名，至多 20 字。'],
    ['place', '云'.repeat(21), '单位策略的 place 没有采用：应为地方名，至多 20 字。'],
    ['strictness', '从严', '单位策略的 strictness 没有采用：应为“quiet”“normal”“strict”之一。'],
    ['strictness', true, '单位策略的 strictness 没有采用：应为“quiet”“normal”“strict”之一。'],
    ['stritness', 'quiet', '单位策略里的“stritness”没有采用：稿准只认 packs、sites、place、strictness。'],
    ['constructor', 1, '单位策略里的“constructor”没有采用：稿准只认 packs、sites、place、strictness。'],
  ])('is told of by one sentence where %s is %j, and the rest is used', (key, value, sentence) => {
    const stored = { ...right, [key]: value };
    expect(policyFaults(stored).map(({ zh }) => zh)).toEqual([sentence]);
    const read = managedFrom(stored);
    const whole = managedFrom(right);
    if (key !== 'packs') expect(read.packs).toEqual(whole.packs);
    if (key !== 'sites') expect(read.sites).toEqual(whole.sites);
    for (const other of ['place', 'strictness'] as const)
      if (key !== other) expect(read.settings[other]).toBe(whole.settings[other]);
  });

  it('is told of by a limited number of sentences', () => {
    const sites = Array.from({ length: 150 }, () => '?');
    expect(policyFaults({ sites })).toHaveLength(20);
    const many = Array.from({ length: 150 }, (_, at) => `oa${at}`);
    expect(policyFaults({ sites: many }).map(({ zh }) => zh)).toEqual([
      '单位策略的 sites 超过 100 项，后面的没有采用。',
    ]);
  });

  it('is refused by no browser for its words, of which the options could not tell then', () => {
    // Chromium drops a key of which one word is not in an enum, or one number too small, without a sentence.
    const schema = readFileSync('assets/public/managed_schema.json', 'utf8');
    expect(schema).not.toMatch(/"(?:enum|pattern|minimum|maximum|required|additionalProperties)"/u);
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
