import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftSettings } from '../../lib/storage/settings-fields.ts';

const stored = vi.hoisted(() => new Map<string, unknown>());
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string | null) => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          if (key === null) return Object.fromEntries(stored);
          return stored.has(key) ? { [key]: structuredClone(stored.get(key)) } : {};
        },
        set: async (items: Record<string, unknown>) => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
        },
        remove: async (keys: string[]) => {
          for (const key of keys) stored.delete(key);
        },
      },
    },
  },
}));

const settings = await import('../../lib/storage/settings.ts');
const { migrate } = await import('../../lib/storage/migrations.ts');
const finding = (text: string) => ({ rule: 'outdated-reference', text });

beforeEach(() => stored.clear());

describe('settings', () => {
  it('keep all of what is changed at once', async () => {
    await Promise.all([
      settings.ignoreFinding('a', finding('甲')),
      settings.ignoreFinding('a', finding('乙')),
      settings.ignoreFinding('a', finding('丙')),
      settings.setRule('placeholder', false),
      settings.setRule('numerals', false),
      settings.setPlace('云溪县'),
      settings.setSiteOff('https://a.cn/*', true),
    ]);
    expect((await settings.readDraftSettings('a')).ignored).toHaveLength(3);
    expect(await settings.readSettings()).toMatchObject({
      rulesOff: ['placeholder', 'numerals'],
      place: '云溪县',
      sitesOff: ['https://a.cn/*'],
    });
  });

  it('forget one form of numbers, and keep the other', async () => {
    await settings.setNumberingStyle({ arabic: '、', ordinal: '，' });
    await settings.setNumberingStyle({ arabic: null });
    expect((await settings.readSettings()).numberingStyle).toEqual({ ordinal: '，' });
    await settings.setNumberingStyle({ arabic: '.' });
    expect((await settings.readSettings()).numberingStyle).toEqual({ arabic: '.', ordinal: '，' });
    await settings.setNumberingStyle({ arabic: null, ordinal: null });
    expect((await settings.readSettings()).numberingStyle).toEqual({});
  });

  it('keep a choice for a site until it is taken back', async () => {
    await settings.setSiteChoice('https://a.cn/*', 'codeEditors', true);
    await settings.setSiteChoice('https://a.cn/*', 'optedOut', true);
    await settings.setSiteChoice('https://a.cn/*', 'codeEditors', false);
    const kept = { 'https://a.cn/*': { codeEditors: false, optedOut: true } };
    expect((await settings.readSettings()).siteChoices).toEqual(kept);
    await settings.setSiteChoice('https://a.cn/*', 'optedOut', false);
    expect((await settings.readSettings()).siteChoices).toEqual({});
    stored.set('settings', { siteChoices: { 'https://a.cn/*': { codeEditors: 'yes', optedOut: true } } });
    expect((await settings.readSettings()).siteChoices).toEqual(kept);
  });

  it('take a backup over without losing what is left out here, or reading a site that is not to be read', async () => {
    await settings.setPlace('云溪县');
    await settings.ignoreAlways(finding('甲'));
    await settings.setSiteOff('https://a.cn/*', true);
    const taken = await settings.itemsOfSettings({
      place: '青山县',
      ignored: [finding('甲'), finding('乙')],
      sitesOff: ['https://b.cn/*'],
    });
    expect(Object.keys(taken)).toEqual(['settings']);
    stored.set('settings', taken.settings);
    expect(await settings.readSettings()).toMatchObject({
      place: '青山县',
      ignored: [finding('甲'), finding('乙')],
      sitesOff: ['https://a.cn/*', 'https://b.cn/*'],
    });
  });

  it('fall back field by field, and lose nothing that can be read', async () => {
    stored.set('settings', { rulesOff: 'nonsense', place: '云溪县', sitesOff: [1] });
    expect(await settings.readSettings()).toMatchObject({ rulesOff: [], place: '云溪县', sitesOff: [] });
    stored.set('draft:a', { date: 'never', ignored: [finding('甲')], usedAt: 'x' });
    expect(await settings.readDraftSettings('a')).toEqual({ ignored: [finding('甲')] });
    stored.set('settings', { sitesOff: ['https://a.cn/*', 'x', 'file:///*'] });
    expect((await settings.readSettings()).sitesOff).toEqual(['https://a.cn/*']);
    stored.set('settings', { speakingRate: 6000 });
    expect((await settings.readSettings()).speakingRate).toBe(220);
    stored.set('settings', 7);
    expect(await settings.readSettings()).toMatchObject({ rulesOff: [], place: '' });
  });

  it('fall back item by item in a list', async () => {
    stored.set('settings', {
      rulesOff: ['numerals', 'a-rule-of-another-version', 7],
      sitesOff: [1, 'https://a.cn/*', null],
      siteChoices: { 'https://a.cn/*': { optedOut: true }, 'https://b.cn/*': 'yes' },
      ignored: [finding('甲'), { rule: 'outdated-reference' }, 'x', finding('乙')],
      numberingStyle: { arabic: '1', ordinal: '，' },
    });
    const kept = {
      rulesOff: ['numerals'],
      sitesOff: ['https://a.cn/*'],
      siteChoices: { 'https://a.cn/*': { codeEditors: false, optedOut: true } },
      ignored: [finding('甲'), finding('乙')],
      numberingStyle: { ordinal: '，' },
    };
    expect(await settings.readSettings()).toMatchObject(kept);
    stored.set('draft:a', { date: '2023-12-20', ignored: [finding('甲'), 7, finding('乙')], usedAt: 1 });
    await settings.ignoreFinding('a', finding('丙'));
    expect(await settings.readDraftSettings('a')).toEqual({
      date: '2023-12-20',
      ignored: [finding('甲'), finding('乙'), finding('丙')],
    });
    // What is written next keeps all that could be read.
    await settings.setPlace('云溪县');
    expect(await settings.readSettings()).toMatchObject({ ...kept, place: '云溪县' });
  });

  it('keep one draft’s choices from another’s', async () => {
    await settings.setDraftDate('a', '2023-12-20');
    await settings.ignoreFinding('b', finding('甲'));
    expect(await settings.readDraftSettings('a')).toEqual({ date: '2023-12-20', ignored: [] });
    expect(await settings.readDraftSettings('b')).toEqual({ ignored: [finding('甲')] });
    await settings.setDraftDate('a', null);
    await settings.restoreIgnored('b');
    expect(await settings.readDraftSettings('a')).toEqual({ ignored: [] });
    expect(await settings.readDraftSettings('b')).toEqual({ ignored: [] });
  });

  it('store no address, and find what an earlier version stored by one', async () => {
    const address = 'https://oa.example.cn/doc/7?token=secret#editor';
    stored.set(`draft:${address}`, { date: '2023-12-20', ignored: [], usedAt: 5 });
    stored.set('draft:desk::1-2', { ignored: [finding('甲')], usedAt: 6 });
    await migrate();
    expect(JSON.stringify([...stored])).not.toContain('example');
    expect(await settings.readDraftSettings(address)).toEqual({ date: '2023-12-20', ignored: [] });
    expect(await settings.readDraftSettings('desk::1-2')).toEqual({ ignored: [finding('甲')] });
    await settings.ignoreFinding(address, finding('乙'));
    expect(JSON.stringify([...stored])).not.toContain('example');
    const all = await settings.readAllDrafts();
    expect([...all.values()]).toContainEqual({ date: '2023-12-20', ignored: [finding('乙')] });
    const known = [...all.keys()];
    expect(await settings.readDraftSettings(known.find((key) => !key.startsWith('desk')) ?? '')).toEqual({
      date: '2023-12-20',
      ignored: [finding('乙')],
    });
    // A backup of an earlier version has the address itself.
    const taken = await settings.itemsOfDrafts(new Map([[address, { date: '2024-01-01', ignored: [] }]]));
    expect(Object.keys(taken).join()).not.toContain('example');
    expect(Object.values(taken)).toMatchObject([{ date: '2024-01-01', ignored: [finding('乙')] }]);
  });

  it('keep the day of old beside the date that was chosen in its place, until that is taken back', async () => {
    await settings.setDraftDate('a', '2026-11-29', '2022-02-16');
    await settings.ignoreFinding('a', finding('甲'));
    const kept = { date: '2026-11-29', oldDay: '2022-02-16', ignored: [finding('甲')] };
    expect(await settings.readDraftSettings('a')).toEqual(kept);
    expect((await settings.readAllDrafts()).get('a')).toEqual(kept);
    // The date line was put right, and another day is chosen.
    await settings.setDraftDate('a', '2026-12-05');
    expect(await settings.readDraftSettings('a')).toEqual({ ...kept, date: '2026-12-05' });
    await settings.setDraftDate('a', null);
    expect(await settings.readDraftSettings('a')).toEqual({ ignored: [finding('甲')] });
    await settings.setDraftDate('a', '2026-11-29');
    expect(await settings.readDraftSettings('a')).toEqual({
      date: '2026-11-29',
      ignored: [finding('甲')],
    });
    stored.set('draft:b', { date: '2026-11-29', oldDay: 'never', ignored: [], usedAt: 1 });
    expect(await settings.readDraftSettings('b')).toEqual({ date: '2026-11-29', ignored: [] });
    stored.set('draft:b', { oldDay: '2022-02-16', ignored: [], usedAt: 1 });
    expect(await settings.readDraftSettings('b')).toEqual({ ignored: [] });
  });

  it('take the days of a backup together, and keep those here where it has none', async () => {
    await settings.setDraftDate('a', '2026-11-29', '2022-02-16');
    await settings.setDraftDate('b', '2026-11-29', '2022-02-16');
    const given = new Map<string, DraftSettings>([
      ['a', { date: '2025-03-04', ignored: [] }],
      ['b', { ignored: [finding('甲')] }],
      ['c', { date: '2026-11-29', oldDay: '2021-05-06', ignored: [] }],
    ]);
    for (const [key, item] of Object.entries(await settings.itemsOfDrafts(given))) stored.set(key, item);
    expect(await settings.readDraftSettings('a')).toEqual({ date: '2025-03-04', ignored: [] });
    expect(await settings.readDraftSettings('b')).toEqual({
      date: '2026-11-29',
      oldDay: '2022-02-16',
      ignored: [finding('甲')],
    });
    expect(await settings.readDraftSettings('c')).toEqual({
      date: '2026-11-29',
      oldDay: '2021-05-06',
      ignored: [],
    });
  });

  it('forget no draft of this machine for those of a backup', async () => {
    await settings.setDraftDate('mine', '2026-01-02');
    await settings.ignoreFinding('both', finding('甲'));
    const given = new Map<string, DraftSettings>([
      ['both', { date: '2025-03-04', ignored: [finding('乙')] }],
      ...Array.from({ length: 400 }, (_, i) => [`old${i}`, { date: '2020-01-01', ignored: [] }] as const),
    ]);
    for (const [key, item] of Object.entries(await settings.itemsOfDrafts(given))) stored.set(key, item);
    expect((await settings.readDraftSettings('mine')).date).toBe('2026-01-02');
    expect(await settings.readDraftSettings('both')).toEqual({
      date: '2025-03-04',
      ignored: [finding('甲'), finding('乙')],
    });
    expect([...stored.keys()].filter((key) => key.startsWith('draft:'))).toHaveLength(300);
  });

  it('go on after a write that failed', async () => {
    const broken = settings.setPlace(undefined as unknown as string);
    await expect(broken).rejects.toThrow();
    await settings.setPlace('青山县');
    expect((await settings.readSettings()).place).toBe('青山县');
  });
});
