import { beforeEach, describe, expect, it, vi } from 'vitest';

const made: Record<string, unknown>[] = [];
let origins: string[] = [];
let settings: Record<string, unknown> = {};
const openDesk = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock('../../entrypoints/surface/windows.ts', () => ({ openDesk }));
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
const { menuClicked, syncMenus } = await import('../../entrypoints/background/menus.ts');

const item = (wanted = 'check-selection') => made.find(({ id }) => id === wanted);

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

describe('the context menu of the icon', () => {
  it('opens the desk, also while no site is allowed', async () => {
    origins = [];
    settings = {};
    await syncMenus();
    expect(item('open-desk')).toEqual({ id: 'open-desk', title: '打开文稿台', contexts: ['action'] });
  });

  it('does so synchronously in the click, in the window of the tab', () => {
    void menuClicked({ menuItemId: 'open-desk' } as never, { windowId: 7 } as never);
    expect(openDesk).toHaveBeenCalledExactlyOnceWith(7);
  });
});
