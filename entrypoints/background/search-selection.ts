import { type Browser, browser } from 'wxt/browser';
import { popupFor } from '../surface/popup-address.ts';

/** Opens the phrase search on what is selected on a page, in a small window; what is chosen there goes into that page. */
export async function searchSelection(
  { selectionText = '' }: Browser.contextMenus.OnClickData,
  { id }: Browser.tabs.Tab,
): Promise<void> {
  const url = browser.runtime.getURL((await popupFor(selectionText, id)) as '/popup.html');
  await browser.windows.create({ url, type: 'popup', width: 440, height: 680 });
}
