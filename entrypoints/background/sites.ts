import { browser } from 'wxt/browser';
import type { PageRequest } from '../../lib/messaging/page-requests.ts';
import { mayRead, type SiteLists } from '../../lib/sites/sites.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { syncMenus } from './menus.ts';

/** What runs in every frame of a site that may be read. What canvases need begins before the page's scripts. */
const scripts = [
  { id: 'scout', js: ['scout.js'], runAt: 'document_idle' },
  { id: 'canvas-page', js: ['canvas-page.js'], runAt: 'document_start', world: 'MAIN' },
  { id: 'canvas-link', js: ['canvas-link.js'], runAt: 'document_start' },
] as const;
const writingFile = '/writing.js';
const canvasFile = '/canvas-field.js';

/**
 * Keeps the scout registered for exactly the sites that may be read: the granted host permissions, less those
 * that the author has switched off. What reads on any other site is told to end; a scout asks when it has seen an editor.
 */
export async function syncSites(): Promise<void> {
  const { allowed, off } = await siteLists();
  const ids = scripts.map(({ id }) => id);
  const registered = (await browser.scripting.getRegisteredContentScripts({ ids })).map(({ id }) => id);
  if (allowed.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: registered });
  } else {
    const wanted = scripts.map(({ js, ...script }) => ({
      ...script,
      js: [...js],
      matches: [...allowed],
      excludeMatches: [...off],
      allFrames: true,
      matchOriginAsFallback: true,
      persistAcrossSessions: true,
    }));
    const [known, fresh] = [true, false].map((is) =>
      wanted.filter(({ id }) => registered.includes(id) === is),
    );
    if (known?.length) await browser.scripting.updateContentScripts(known);
    if (fresh?.length) await browser.scripting.registerContentScripts(fresh);
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
  await startIn(tabId, frameId, address, writingFile);
}

/** Starts reading canvases in a frame where one of them draws a text, on the same terms. */
export async function startCanvasField(tabId: number, frameId: number, address: string): Promise<void> {
  await startIn(tabId, frameId, address, canvasFile);
}

async function startIn(
  tabId: number,
  frameId: number,
  address: string,
  file: typeof writingFile | typeof canvasFile,
): Promise<void> {
  if (address !== '' && !mayRead(address, await siteLists())) return;
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [file],
    injectImmediately: true,
  });
}

/** Starts checking in tabs that are open already on sites that have just been allowed. */
export async function startInOpenTabs(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...origins] });
  const started = tabs.map(async (tab) => {
    if (tab.id === undefined) return;
    const target = { tabId: tab.id, allFrames: true };
    for (const script of scripts) {
      const world = 'world' in script ? { world: script.world } : {};
      await browser.scripting.executeScript({
        target,
        files: script.js.map((file) => `/${file}` as const),
        ...world,
      });
    }
  });
  // A tab that is just closing, or shows an error page, takes no script; the others do.
  for (const outcome of await Promise.allSettled(started)) {
    if (outcome.status === 'rejected') console.info('稿准：有一个标签页没有接入。', outcome.reason);
  }
}
