import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { serial } from '../../lib/common/serial.ts';
import type { OrganisationPack } from '../../lib/phrases/own/organisation.ts';
import { newPrivateKey, publicKeyOf, signPack } from '../../scripts/sign-pack.ts';

/** The browser as the background sees it: its stores, and what it allows. */
const fake = vi.hoisted(() => ({
  local: new Map<string, unknown>(),
  managed: {} as Record<string, unknown> | Error | Promise<never>,
  allowed: true,
  listeners: [] as ((changes: object, area: string) => void)[],
}));
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: structuredClone(fake.local.get(key)) }),
        set: async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) fake.local.set(key, structuredClone(value));
        },
        remove: async (key: string) => {
          fake.local.delete(key);
        },
      },
      onChanged: {
        addListener: (listener: (changes: object, area: string) => void) => fake.listeners.push(listener),
      },
      managed: {
        get: async () => {
          if (fake.managed instanceof Error) throw fake.managed;
          return fake.managed;
        },
      },
    },
    permissions: { contains: async () => fake.allowed },
  },
}));

const updating = await import('../../entrypoints/background/update.ts');
const { readPolicy } = await import('../../entrypoints/background/policy.ts');
const { nothingSaid, readOrganisations, readUpdateRecord, writeUpdateRecord } = await import(
  '../../entrypoints/background/pack-store.ts'
);

/** Sets what the policy says from now on. */
function setPolicy(policy: typeof fake.managed): void {
  fake.managed = policy;
  for (const listener of fake.listeners) listener({}, 'managed');
}

const inTurn = serial();
const lookForUpdate = (asked: boolean) => updating.lookForUpdate(asked, inTurn);
const key = newPrivateKey();
const address = 'https://oa.example.cn/pack.json';
const update = (version: number) =>
  signPack(
    JSON.stringify({
      name: '市委办词库',
      version,
      entries: [{ name: '市民服务中心', wrong: `误写${version}` }],
    }),
    key,
  ).update;
const day = 24 * 60 * 60 * 1_000;
const said = async () => (await readUpdateRecord())?.said.zh;
const versions = async () => (await readOrganisations()).map(({ version }: OrganisationPack) => version);

let answer: () => Response | Promise<Response>;
const asked = vi.fn<(address: string, options: RequestInit) => Promise<Response>>(async () => await answer());

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T08:00:00'), toFake: ['Date'] });
  vi.stubGlobal('fetch', asked);
  asked.mockClear();
  fake.local.clear();
  fake.allowed = true;
  setPolicy({});
  answer = () => new Response(update(3));
  await writeUpdateRecord({ address, key: publicKeyOf(key), said: nothingSaid, lookedAt: 0, fresh: true });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('looking for an update', () => {
  test('takes what is newer and rightly signed, by one request that sends nothing', async () => {
    expect(await lookForUpdate(false)).toBe(true);
    expect(await said()).toBe('已更新到第 3 版。');
    expect(await readOrganisations()).toEqual([
      expect.objectContaining({ id: 'update', name: '市委办词库', version: 3, takenOn: '2026-03-01' }),
    ]);
    expect(asked).toHaveBeenCalledTimes(1);
    const [to, options] = asked.mock.calls[0] ?? [];
    expect(to).toBe(address);
    expect(options).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' });
    expect(options).not.toHaveProperty('body');
  });

  test('happens once a day by itself, whatever it came to, and whenever it is asked for', async () => {
    answer = () => new Response(null, { status: 500 });
    expect(await lookForUpdate(false)).toBe(false);
    vi.setSystemTime(Date.now() + day - 1);
    expect(await lookForUpdate(false)).toBe(false);
    expect(asked).toHaveBeenCalledTimes(1);
    await lookForUpdate(true);
    expect(asked).toHaveBeenCalledTimes(2);
    vi.setSystemTime(Date.now() + day);
    await lookForUpdate(false);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  test('happens although the clock was in the future at the last look', async () => {
    vi.setSystemTime(Date.parse('2100-01-01T08:00:00'));
    await lookForUpdate(false);
    vi.setSystemTime(Date.parse('2026-03-02T08:00:00'));
    answer = () => new Response(update(4));
    expect(await lookForUpdate(false)).toBe(true);
    expect(await lookForUpdate(false)).toBe(false);
  });

  test('holds up no other change while the address does not answer, and drops what another address gives late', async () => {
    let late: (response: Response) => void = () => undefined;
    answer = () => new Promise((resolve) => (late = resolve));
    const looking = lookForUpdate(true);
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    await inTurn(() =>
      writeUpdateRecord({
        address: 'https://other.example.cn/',
        key: publicKeyOf(key),
        said: nothingSaid,
        lookedAt: 0,
        fresh: true,
      }),
    );
    late(new Response(update(5)));
    expect(await looking).toBe(false);
    expect(await versions()).toEqual([]);
  });

  test('puts the new pack in place of the old one, and never an older one', async () => {
    await lookForUpdate(true);
    answer = () => new Response(update(4));
    expect(await lookForUpdate(true)).toBe(true);
    expect(await versions()).toEqual([4]);
    expect(await lookForUpdate(true)).toBe(false);
    expect(await said()).toBe('已是最新。');
    answer = () => new Response(update(3));
    expect(await lookForUpdate(true)).toBe(false);
    expect(await said()).toContain('旧版');
    expect(await versions()).toEqual([4]);
  });

  test.each<[string, () => Response | Promise<Response>, string]>([
    ['the address is gone', () => new Response(null, { status: 404 }), '状态 404'],
    ['nobody is there', () => Promise.reject(new TypeError('Failed to fetch')), '连不上'],
    ['it is a page', () => new Response('<!doctype html>'), '不是词库更新文件'],
    ['it is altered', () => new Response(update(9).replace('误写9', '误写8')), '签名与公钥不符'],
    ['it is endless', () => new Response('x'.repeat(4_000_001)), '太大'],
  ])('keeps the old pack and says why when %s', async (_, given, why) => {
    await lookForUpdate(true);
    answer = given;
    expect(await lookForUpdate(true)).toBe(false);
    expect(await said()).toContain(why);
    expect(await said()).toContain('词库未作改动');
    expect(await versions()).toEqual([3]);
  });

  test('asks nobody where the browser does not allow it, or no address was set up', async () => {
    fake.allowed = false;
    expect(await lookForUpdate(true)).toBe(false);
    expect(await said()).toContain('没有允许');
    await writeUpdateRecord(null);
    expect(await lookForUpdate(true)).toBe(false);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('the packs of a policy', () => {
  const lines = { name: '市委办词库', version: 2, entries: [{ name: '市民服务中心', wrong: ['市民大厅'] }] };

  test('come as objects or as the text of a file; what is broken is left out', async () => {
    setPolicy({
      packs: [lines, { text: JSON.stringify({ ...lines, name: '第二' }) }, { text: '{' }, { name: '空' }, 7],
    });
    const { packs, faults } = await readPolicy();
    expect(packs.map(({ id, name, from }) => [id, name, from])).toEqual([
      ['policy1', '市委办词库', 'policy'],
      ['policy2', '第二', 'policy'],
    ]);
    expect(faults.map(({ zh }) => zh)).toEqual([
      '单位策略的第 3 个词库有误：text 不是有效的 JSON。',
      '单位策略的第 4 个词库有误：这个词库里没有条目。',
      '单位策略的第 5 个词库有误：这个文件不是词库：应有 name（名称）和 entries（条目）或 packs（分类词库）。',
    ]);
  });

  test('are told of entry by entry, and the right entries are used', async () => {
    const entries = [...lines.entries, { name: '' }, { name: '好', level: 'loud' }];
    setPolicy({ packs: [{ ...lines, entries }], place: 7 });
    const { packs, faults } = await readPolicy();
    expect(packs.map(({ name }) => name)).toEqual(['市委办词库']);
    expect(faults).toHaveLength(3);
    expect(faults[0]?.zh).toContain('place');
    expect(faults[1]?.zh).toMatch(/^单位策略的第 1 个词库有误：第 2 行/u);
    expect(faults[2]?.zh).toMatch(/^单位策略的第 1 个词库有误：第 3 行/u);
  });

  test('are none where there is no policy', async () => {
    expect(await readPolicy()).toEqual({ packs: [], faults: [] });
    setPolicy(new Error('No managed storage manifest'));
    expect(await readPolicy()).toEqual({ packs: [], faults: [] });
  });

  test('are none where the browser never answers, so that all else is checked', async () => {
    vi.useFakeTimers();
    setPolicy(new Promise<never>(() => undefined));
    const packs = readPolicy();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await Promise.race([packs, Promise.resolve('no answer')])).toEqual({ packs: [], faults: [] });
    expect(console.warn).toHaveBeenCalledTimes(1);
  });
});
