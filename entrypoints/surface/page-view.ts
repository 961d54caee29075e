import { browser } from 'wxt/browser';
import type { PageState } from '../../lib/messaging/page-requests.ts';
import { askPage } from './messaging.ts';
import { scoutKey } from './scout-key.ts';
import { isAllowed, type Site, siteOf } from './sites.ts';

interface InTab {
  readonly tabId: number;
  readonly windowId: number;
  /** Null for the extension's own pages, and where the browser does not tell the address. */
  readonly site: Site | null;
}

/** The active tab as a surface sees it. */
export type PageView =
  /** Not looked yet. */
  | { readonly stage: 'looking' }
  /** A page of the browser, a file, or a store: no extension may read it. */
  | ({ readonly stage: 'internal' } & InTab)
  /** The author has not allowed this site; nothing is read. */
  | ({ readonly stage: 'closed' } & InTab)
  /** Allowed, but the page does not answer: it was open before. */
  | ({ readonly stage: 'silent' } & InTab)
  /** The page answers, or its scout looks out; it has no editor that can be read. */
  | ({ readonly stage: 'no-editor'; readonly state: PageState } & InTab)
  | ({
      readonly stage: 'open';
      readonly state: PageState;
      readonly field: NonNullable<PageState['field']>;
    } & InTab);

/** Looks at the active tab of this window, or at the given tab. Never throws: what cannot be seen is a stage of its own. */
export async function lookAtPage(tabId?: number): Promise<PageView> {
  const tab = await tabToLookAt(tabId);
  if (tab?.id === undefined) return { stage: 'looking' };
  const own = await isOwn(tab.id, tab.url);
  const site = own ? null : siteOf(tab.url);
  const at: InTab = { tabId: tab.id, windowId: tab.windowId, site };
  if (!own) {
    // Without a permission for the site the browser withholds the address, too.
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

/** True for a page of the extension itself. Some browsers keep even its address from the extension. */
async function isOwn(tabId: number, address: string | undefined): Promise<boolean> {
  const base = browser.runtime.getURL('/');
  if (address !== undefined) return address.startsWith(base);
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'], tabIds: [tabId] });
  return contexts.some(({ documentUrl }) => documentUrl?.startsWith(base) === true);
}

/** True when the page's scout looks out for an editor, and so has seen none yet. It listens to nobody. */
async function hasScout(tabId: number): Promise<boolean> {
  try {
    const [inTop] = await browser.scripting.executeScript({
      target: { tabId },
      args: [scoutKey],
      // A page that is still loading is not waited for.
      injectImmediately: true,
      func: (key: string) => Symbol.for(key) in globalThis,
    });
    return inTop?.result === true;
  } catch {
    // An error page, or a tab that is just closing.
    return false;
  }
}

async function tabToLookAt(tabId?: number) {
  // A tab that has been closed since is none.
  if (tabId !== undefined) return await browser.tabs.get(tabId).catch(() => undefined);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}
