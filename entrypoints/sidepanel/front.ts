import { browser } from 'wxt/browser';

/** The views of the side panel. */
export const panelNames = ['page', 'phrases', 'desk'] as const;
export type PanelName = (typeof panelNames)[number];

/** The key in session storage of the view that was in front last. */
const key = 'panel-front';

/** The view that was in front when the panel was last used in this browser session. */
export async function readFront(): Promise<PanelName> {
  const stored = await browser.storage.session.get(key);
  return panelNames.find((name) => name === stored[key]) ?? 'page';
}

/** Notes which view is in front. */
export function keepFront(name: PanelName): void {
  void browser.storage.session.set({ [key]: name });
}
