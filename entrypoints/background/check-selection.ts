import { type Browser, browser } from 'wxt/browser';
import { putOnDesk } from '../surface/desk-text.ts';
import { openDesk } from '../surface/windows.ts';

/** Opens the desk on what is selected on a page. */
export async function checkSelection(
  click: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab,
): Promise<void> {
  await Promise.all([openDesk(tab.windowId), handOver(click, tab)]);
}

async function handOver(click: Browser.contextMenus.OnClickData, tab: Browser.tabs.Tab): Promise<void> {
  const text = (await selectedIn(tab.id, click.frameId)) || (click.selectionText ?? '');
  await putOnDesk({ text, name: tab.title ?? '', windowId: tab.windowId });
}

/** The selected words with their line breaks, which the browser leaves out of what it tells of a click. */
async function selectedIn(tabId: number | undefined, frameId = 0): Promise<string> {
  if (tabId === undefined) return '';
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: selectedText,
    });
    return answer?.result ?? '';
  } catch {
    // A page of the browser itself, or one that is just going.
    return '';
  }
}

/** Runs in the page by itself: it may use nothing from around it. */
function selectedText(): string {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at instanceof HTMLTextAreaElement) return at.value.slice(at.selectionStart, at.selectionEnd);
  return getSelection()?.toString() ?? '';
}
