import { browser } from 'wxt/browser';
import type { PageState } from '../../lib/messaging/page-requests.ts';
import { askPage } from './messaging.ts';
import { isOwnAddress } from './own-address.ts';
import { scoutKey } from './scout-key.ts';
import { isAllowed, type Site, siteOf } from './site-permissions.ts';

interface InTab {
  readonly tabId: number;
  readonly windowId: number;
  /** Null for the extension's pages, and if the browser withholds the address. */
  readonly site: Site | null;
}

/** The active tab as a surface sees it. */
export type PageView =
  | { readonly stage: 'looking' }
  /** A browser page, a file or an extension store: no extension may read it. */
  | ({ readonly stage: 'internal' } & InTab)
  /** The author has not allowed this site; nothing is read. */
  | ({ readonly stage: 'closed' } & InTab)
  /** Allowed, but without a content script, as it was opened before. */
  | ({ readonly stage: 'silent' } & InTab)
  /** The page or its scout answers; it has no readable editor. */
  | ({ readonly stage: 'no-editor'; readonly state: PageState } & InTab)
  | ({
      readonly stage: 'open';
      readonly state: PageState;
      readonly field: NonNullable<PageState['field']>;
    } & InTab);

/** Reads the active tab of this window, or the given tab. Never throws: each failure has a stage. */
export async function lookAtPage(tabId?: number): Promise<PageView> {
  const tab = await tabToLookAt(tabId);
  if (tab?.id === undefined) return { stage: 'looking' };
  const own = await isOwn(tab.id, tab.url);
  const site = own ? null : siteOf(tab.url);
  const at: InTab = { tabId: tab.id, windowId: tab.windowId, site };
  if (!own) {
    // Without permission for the site, the browser also withholds the address.
    if (tab.url === undefined) return { stage: 'closed', ...at };
    if (site === null) return { stage: 'internal', ...at };
    if (!(await isAllowed(site))) return { stage: 'closed', ...at };
  }
  try {
    const state = await askPage(at.tabId, { type: 'page-state' });
    return state.field
      ? { stage: 'open', ...at, state, field: state.field }
      : { stage: 'no-editor', ...at, state };
  } catch {
    if (own) return { stage: 'internal', ...at };
    if (!(await hasScout(at.tabId))) return { stage: 'silent', ...at };
    const state = { field: null, hidden: false, address: tab.url ?? '', choices: {} };
    return { stage: 'no-editor', ...at, state };
  }
}

/** True for a page of this extension. Some browsers withhold even its address. */
async function isOwn(tabId: number, address: string | undefined): Promise<boolean> {
  if (address !== undefined) return isOwnAddress(address);
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'], tabIds: [tabId] });
  return contexts.some(({ documentUrl }) => isOwnAddress(documentUrl));
}

/**
 * True if the page's scout runs, and so has seen no editor yet. It receives no messages, so that this injects
 * a script.
 */
async function hasScout(tabId: number): Promise<boolean> {
  try {
    const [inTop] = await browser.scripting.executeScript({
      target: { tabId },
      args: [scoutKey],
      // Does not wait for a page that is still loading.
      injectImmediately: true,
      func: (key: string) => Symbol.for(key) in globalThis,
    });
    return inTop?.result === true;
  } catch {
    // An error page, or a closing tab.
    return false;
  }
}

async function tabToLookAt(tabId?: number) {
  // The tab may have been closed.
  if (tabId !== undefined) return await browser.tabs.get(tabId).catch(() => undefined);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}
