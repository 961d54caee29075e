/** The side panel's page with the desk in front, for a tab. */
export const deskAddress = '/sidepanel.html?desk';

/** The side panel's page for a window of its own: it follows one tab. */
export function panelAddressFor(tabId: number): `/sidepanel.html?${string}` {
  return `/sidepanel.html?tab=${tabId}`;
}

/**
 * What the side panel was opened with. Takes `location.search`: '' in the browser's side panel, which shows the active
 * tab.
 */
export function readPanelAddress(search: string): { readonly desk: boolean; readonly tabId?: number } {
  const given = new URLSearchParams(search);
  const tab = given.get('tab') ?? '';
  return { desk: given.has('desk'), ...(/^\d{1,15}$/.test(tab) ? { tabId: Number(tab) } : {}) };
}
