import { browser } from 'wxt/browser';

/** A query is passed in session storage: in the address it would stay in the browser history. */
const keyOf = (id: string) => `search:${id}`;

/**
 * What a popup in a separate tab or window was opened with: the words to search for, and the tab for
 * insertions. Takes `location.search`; both are undefined in the toolbar's popup. Removes the stored words.
 */
export async function readPopupQuery(search: string): Promise<{ query?: string; tabId?: number }> {
  const given = new URLSearchParams(search);
  const id = given.get('search');
  const tab = given.get('tab') ?? '';
  return {
    ...(id === null ? {} : { query: await takeStored(id) }),
    ...(/^\d{1,15}$/.test(tab) ? { tabId: Number(tab) } : {}),
  };
}

async function takeStored(id: string): Promise<string> {
  const key = keyOf(id);
  const stored = await browser.storage.session.get(key);
  const words: unknown = stored[key];
  await browser.storage.session.remove(key);
  return typeof words === 'string' ? words : '';
}

/** The address of a popup, from the extension's root, that searches for these words. */
export async function popupFor(query: string, tabId?: number): Promise<string> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [keyOf(id)]: query.slice(0, 200) });
  const parameters = new URLSearchParams({ search: id, ...(tabId === undefined ? {} : { tab: `${tabId}` }) });
  return `/popup.html?${parameters}`;
}
