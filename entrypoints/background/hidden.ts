import { browser } from 'wxt/browser';
import type { PageRequest } from '../../lib/messaging/page-requests.ts';
import { hiddenKey } from '../../lib/storage/session-keys.ts';

/** True while the author wants nothing marked in a tab, whatever page it shows. */
export async function isHidden(tabId: number): Promise<boolean> {
  const key = hiddenKey(tabId);
  return (await browser.storage.session.get(key))[key] === true;
}

/** Hides all marks in a tab or shows them again: in every frame of it now, and in every page it comes to. */
export async function setHidden(tabId: number, hidden: boolean): Promise<void> {
  if (hidden) await browser.storage.session.set({ [hiddenKey(tabId)]: true });
  else await browser.storage.session.remove(hiddenKey(tabId));
  // A tab where nothing of ours runs takes no message, and needs none.
  await browser.tabs
    .sendMessage(tabId, { type: 'page-hide', hidden } satisfies PageRequest)
    .catch(() => undefined);
}

/** The switch of the tab in front, for a shortcut. */
export async function toggleHidden(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await setHidden(tab.id, !(await isHidden(tab.id)));
}
