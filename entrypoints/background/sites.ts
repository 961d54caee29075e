import { browser } from 'wxt/browser';
import type { PageRequest } from '../../lib/messaging/page-requests.ts';
import { mayRead, type SiteLists } from '../../lib/sites/sites.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { syncMenus } from './menus.ts';

const scriptId = 'scout';
const scriptFile = 'scout.js';
const writingFile = '/content-scripts/writing.js';

/**
 * Keeps the scout registered for exactly the sites that may be read: the granted host permissions, less those
 * that the author has switched off. What reads on any other site is told to end; a scout asks when it has seen an editor.
 */
export async function syncSites(): Promise<void> {
  const { allowed, off } = await siteLists();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (allowed.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
  } else {
    const script = {
      id: scriptId,
      js: [scriptFile],
      matches: [...allowed],
      excludeMatches: [...off],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    };
    if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([script]);
  }
  await syncMenus();
  await tellPages({ type: 'page-sites', allowed: [...allowed], off: [...off] });
}

/** Tells every tab; those that run nothing of ours take no message. */
async function tellPages(message: PageRequest): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map((tab) => (tab.id === undefined ? null : browser.tabs.sendMessage(tab.id, message))),
  );
}

async function siteLists(): Promise<SiteLists> {
  const [{ origins = [] }, { sitesOff }] = await Promise.all([browser.permissions.getAll(), readSettings()]);
  return { allowed: origins, off: sitesOff };
}

/**
 * Starts checking in a frame whose scout has seen an editor, unless its site was switched off since. Takes the address by
 * which the site is known, '' where the frame tells none: then the browser alone decides. Throws where it does not permit.
 */
export async function startWriting(tabId: number, frameId: number, address: string): Promise<void> {
  if (address !== '' && !mayRead(address, await siteLists())) return;
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [writingFile],
    injectImmediately: true,
  });
}

/** Starts checking in tabs that are open already on sites that have just been allowed. */
export async function startInOpenTabs(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...origins] });
  const started = tabs.map(async (tab) => {
    if (tab.id === undefined) return;
    await browser.scripting.executeScript({
      target: { tabId: tab.id, allFrames: true },
      files: [`/${scriptFile}`],
    });
  });
  // A tab that is just closing, or shows an error page, takes no script; the others do.
  for (const outcome of await Promise.allSettled(started)) {
    if (outcome.status === 'rejected') console.info('稿准：有一个标签页没有接入。', outcome.reason);
  }
}
