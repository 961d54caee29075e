import { browser } from 'wxt/browser';

/** Words on their way to the popup wait in the storage of this session: in an address they would stay in the history. */
const keyOf = (id: string) => `search:${id}`;

/**
 * What the popup was opened with in a tab or window of its own: words to search for, and the tab into whose editor
 * phrases go. Takes the address's query; both are undefined for the popup of the toolbar. The words are handed over once.
 */
export async function askedOf(search: string): Promise<{ query?: string; tabId?: number }> {
  const given = new URLSearchParams(search);
  const id = given.get('search');
  const tab = given.get('tab') ?? '';
  return {
    ...(id === null ? {} : { query: await taken(id) }),
    ...(/^\d{1,15}$/.test(tab) ? { tabId: Number(tab) } : {}),
  };
}

async function taken(id: string): Promise<string> {
  const key = keyOf(id);
  const stored = await browser.storage.session.get(key);
  const words: unknown = stored[key];
  await browser.storage.session.remove(key);
  return typeof words === 'string' ? words : '';
}

/** Address of the popup, from the extension's root, that searches for the words at once. */
export async function popupFor(query: string, tabId?: number): Promise<string> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [keyOf(id)]: query.slice(0, 200) });
  const asked = new URLSearchParams({ search: id, ...(tabId === undefined ? {} : { tab: `${tabId}` }) });
  return `/popup.html?${asked}`;
}
