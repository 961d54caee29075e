import { browser } from 'wxt/browser';

/** In the address of the side panel's page, this query makes it the desk alone: a tab of ours has no page to check. */
const query = 'desk';

/** True for the address (`location.search`) of a desk in a tab of its own. */
export function isDeskTab(search: string): boolean {
  return new URLSearchParams(search).has(query);
}

/** Shows the desk in a tab: in the one that is open, or in a new one. */
export async function openDeskTab(): Promise<void> {
  const address = browser.runtime.getURL(`/sidepanel.html?${query}`);
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const open = contexts.find(({ documentUrl }) => documentUrl === address);
  if (open === undefined) {
    await browser.tabs.create({ url: address });
    return;
  }
  await browser.tabs.update(open.tabId, { active: true });
  await browser.windows.update(open.windowId, { focused: true });
}
