/**
 * What the popup was opened with in a tab or window of its own: words to search for, and the tab into whose editor
 * phrases go. Takes the address's query; both are undefined for the popup of the toolbar.
 */
export function askedOf(search: string): { query?: string; tabId?: number } {
  const given = new URLSearchParams(search);
  const query = given.get('q')?.slice(0, 200);
  const tab = given.get('tab') ?? '';
  return {
    ...(query === undefined ? {} : { query }),
    ...(/^\d{1,15}$/.test(tab) ? { tabId: Number(tab) } : {}),
  };
}

/** Address of the popup, from the extension's root, that searches for the words at once. */
export function popupFor(query: string, tabId?: number): string {
  const asked = new URLSearchParams({
    q: query.slice(0, 200),
    ...(tabId === undefined ? {} : { tab: `${tabId}` }),
  });
  return `/popup.html?${asked}`;
}
