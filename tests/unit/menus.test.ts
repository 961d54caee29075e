import { beforeEach, describe, expect, it, vi } from 'vitest';

const made: Record<string, unknown>[] = [];
let origins: string[] = [];
let settings: Record<string, unknown> = {};
vi.mock('wxt/browser', () => ({
  browser: {
    permissions: { getAll: async () => ({ origins }) },
    storage: { local: { get: async () => ({ settings }) } },
    contextMenus: {
      removeAll: async () => void made.splice(0),
      create: (item: Record<string, unknown>) => void made.push(item),
    },
  },
}));
const { syncMenus } = await import('../../entrypoints/background/menus.ts');

const item = () => made.find(({ id }) => id === 'check-selection');

describe('the context menu of selected words', () => {
  beforeEach(() => {
    origins = ['https://docs.qq.com/*', 'https://example.cn/*'];
    settings = {};
  });

  it('offers the check on the sites that are allowed, less those that are switched off', async () => {
    settings = { sitesOff: ['https://docs.qq.com/*'] };
    await syncMenus();
    expect(item()).toMatchObject({
      title: '用稿准检查所选文字',
      contexts: ['selection'],
      documentUrlPatterns: ['https://example.cn/*'],
    });
  });

  it('offers it nowhere while no site is allowed', async () => {
    origins = [];
    await syncMenus();
    expect(item()).toBeUndefined();
  });

  it('speaks the language that is set, and is made once however often it is asked for', async () => {
    settings = { language: 'en' };
    await Promise.all([syncMenus(), syncMenus(), syncMenus()]);
    expect(item()?.title).toBe('Check the selection with Gaozhun');
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
  });
});
