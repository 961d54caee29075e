import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The panels of the browser that the test plays, and what was opened and kept. */
const fake = vi.hoisted(() => ({
  panels: {} as Record<string, unknown>,
  contexts: [] as object[],
  session: {} as Record<string, unknown>,
  calls: [] as unknown[][],
}));
vi.mock('wxt/browser', () => {
  const noted =
    (name: string) =>
    async (...what: unknown[]) =>
      void fake.calls.push([name, ...what]);
  return {
    browser: {
      get sidePanel() {
        return fake.panels.sidePanel;
      },
      get sidebarAction() {
        return fake.panels.sidebarAction;
      },
      runtime: {
        getURL: (path: string) => `chrome-extension://gaozhun${path}`,
        getContexts: async () => fake.contexts,
      },
      tabs: { create: noted('tabs.create'), update: noted('tabs.update') },
      windows: { create: noted('windows.create'), update: noted('windows.update') },
      storage: {
        session: {
          set: async (items: object) => void Object.assign(fake.session, items),
          remove: async (key: string) => void delete fake.session[key],
        },
      },
    },
  };
});
const { openDesk, openSidePanel } = await import('../../entrypoints/surface/windows.ts');
const { panelAddressFor, readPanelAddress } = await import('../../entrypoints/surface/panel-address.ts');

const wanted = { 'desk-front': { windowId: 3 } };
const desk = 'chrome-extension://gaozhun/sidepanel.html?desk';
const refusal = new Error('`sidePanel.open()` may only be called in response to a user gesture.');

beforeEach(() => {
  Object.assign(fake, { panels: {}, contexts: [], session: {}, calls: [] });
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});

/** What browsers without a panel, or with one that they do not open, have. */
const without: readonly (readonly [string, Record<string, unknown>])[] = [
  ['has no side panel', {}],
  ['has a side panel that cannot be opened', { sidePanel: {} }],
  ['refuses to open it', { sidePanel: { open: () => Promise.reject(refusal) } }],
  [
    'throws at once',
    {
      sidePanel: {
        open() {
          throw refusal;
        },
      },
    },
  ],
  ['has a sidebar that it does not open', { sidebarAction: { open: () => Promise.reject(refusal) } }],
];

describe('the desk', () => {
  it('comes up in the side panel, which is opened synchronously in the click', async () => {
    const open = vi.fn(async () => undefined);
    fake.panels = { sidePanel: { open } };
    const opening = openDesk(3);
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
    await opening;
    expect(fake.session).toEqual(wanted);
    expect(fake.calls).toEqual([]);
  });

  it('comes up in the sidebar of Firefox', async () => {
    const open = vi.fn(async () => undefined);
    fake.panels = { sidebarAction: { open } };
    const opening = openDesk(3);
    expect(open).toHaveBeenCalledOnce();
    await opening;
    expect(fake.session).toEqual(wanted);
  });

  it.each(without)('comes up in a tab where the browser %s', async (_, panels) => {
    fake.panels = panels;
    await openDesk(3);
    expect(fake.calls).toEqual([['tabs.create', { url: desk, windowId: 3 }]]);
    // A side panel that is opened later shows the page.
    expect(fake.session).toEqual({});
  });

  it('comes up in the tab where it is open already', async () => {
    fake.contexts = [
      { documentUrl: 'chrome-extension://gaozhun/options.html', tabId: 10, windowId: 3 },
      { documentUrl: desk, tabId: 11, windowId: 4 },
    ];
    await openDesk(3);
    expect(fake.calls).toEqual([
      ['tabs.update', 11, { active: true }],
      ['windows.update', 4, { focused: true }],
    ]);
  });
});

describe('the side panel', () => {
  it('is opened synchronously in the click', async () => {
    const open = vi.fn(async () => undefined);
    fake.panels = { sidePanel: { open } };
    const opening = openSidePanel(3, 9);
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
    await opening;
    expect([fake.session, fake.calls]).toEqual([{}, []]);
  });

  it.each(without)('is a window that follows the tab where the browser %s', async (_, panels) => {
    fake.panels = panels;
    await openSidePanel(3, 9);
    const url = 'chrome-extension://gaozhun/sidepanel.html?tab=9';
    expect(fake.calls).toEqual([['windows.create', expect.objectContaining({ url, type: 'popup' })]]);
  });
});

describe('the address of the side panel', () => {
  it('tells of the desk, or of the tab to follow', () => {
    expect(readPanelAddress('')).toEqual({ desk: false });
    expect(readPanelAddress('?desk')).toEqual({ desk: true });
    expect(readPanelAddress(new URL(panelAddressFor(9), desk).search)).toEqual({ desk: false, tabId: 9 });
    expect(readPanelAddress('?tab=-1')).toEqual({ desk: false });
  });
});
