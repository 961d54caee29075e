import { browser } from 'wxt/browser';

/** Firefox's sidebar API, which Chromium's types lack. */
interface SidebarAction {
  open(): Promise<void>;
}

function sidebarAction(): SidebarAction | undefined {
  return (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction;
}

/** Opens the side panel in a window. Must be called synchronously in a click. */
export function openSidePanel(windowId: number): Promise<void> {
  const sidebar = sidebarAction();
  return sidebar ? sidebar.open() : browser.sidePanel.open({ windowId });
}

/** Opens the options. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}
