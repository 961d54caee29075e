import { browser } from 'wxt/browser';
import { unwantDesk, wantDesk } from './desk-front.ts';
import { deskAddress, panelAddressFor } from './panel-address.ts';

/** The panels of the browsers: Chromium has the first, Firefox the second; some forks of Chromium have neither. */
interface Panels {
  readonly sidePanel?: { open?(options: { readonly windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Opens the browser's panel. Rejects if there is none, or the browser does not open it. */
async function openPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  // Nothing may be awaited before: a browser opens its panel synchronously in a click only.
  if (sidebarAction !== undefined) await sidebarAction.open();
  else if (sidePanel?.open !== undefined) await sidePanel.open({ windowId });
  else throw new Error('This browser has no side panel.');
}

/**
 * Opens the side panel in a window; without one, a small window of its own that follows the tab. Must be called
 * synchronously in a click.
 */
export async function openSidePanel(windowId: number, tabId: number): Promise<void> {
  try {
    await openPanel(windowId);
  } catch (fault) {
    console.info('稿准：没有侧边栏，改用小窗口。', fault);
    const url = browser.runtime.getURL(panelAddressFor(tabId));
    await browser.windows.create({ url, type: 'popup', width: 440, height: 760 });
  }
}

/**
 * Opens the desk in a window's side panel; without one, in a tab. Must be called synchronously in a click.
 */
export async function openDesk(windowId: number): Promise<void> {
  // Both at once: a popup is closed by the panel that it opens, and comes to nothing after it.
  const [panel] = await Promise.allSettled([openPanel(windowId), wantDesk(windowId)]);
  if (panel.status === 'fulfilled') return;
  console.info('稿准：没有侧边栏，改用标签页。', panel.reason);
  await unwantDesk();
  await openDeskTab(windowId);
}

/** Shows the tab of the desk; opens one in the window, or in the current one, if there is none. */
export async function openDeskTab(windowId?: number): Promise<void> {
  const address = browser.runtime.getURL(deskAddress);
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const open = contexts.find(({ documentUrl }) => documentUrl === address);
  if (open === undefined) {
    await browser.tabs.create({ url: address, ...(windowId === undefined ? {} : { windowId }) });
    return;
  }
  await browser.tabs.update(open.tabId, { active: true });
  await browser.windows.update(open.windowId, { focused: true });
}

/** Opens the options. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

/** Closes the popup of the icon; a popup in a tab or window of its own stays. */
export function closePopup(): void {
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}
