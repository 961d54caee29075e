import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { PageRequest } from '../../lib/messages.ts';

const pageChange = v.object({ count: v.fallback(v.number(), 0), errors: v.fallback(v.number(), 0) });

/** Key in session storage under which the frame of a tab's last used field is remembered. */
export const frameKey = (tabId: number) => `frame:${tabId}`;

/** Remembers which frame of a tab holds the field used last, and shows its number of findings on the icon. */
export async function pageChanged(tabId: number, frameId: number, state: unknown): Promise<void> {
  const { count, errors } = v.parse(pageChange, typeof state === 'object' && state !== null ? state : {});
  await browser.storage.session.set({ [frameKey(tabId)]: frameId });
  const text = count === 0 ? '' : count > 99 ? '99+' : String(count);
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setBadgeBackgroundColor({ tabId, color: errors > 0 ? '#b3392b' : '#8a6414' });
}

/** Sends a request to the frame of the active tab whose field was used last; nothing happens where none is. */
export async function toActivePage(request: PageRequest): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const key = frameKey(tab.id);
  const stored = await browser.storage.session.get(key);
  const frameId = stored[key];
  if (typeof frameId !== 'number') return;
  await browser.tabs.sendMessage(tab.id, request, { frameId });
}
