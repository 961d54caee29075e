import { browser } from 'wxt/browser';
import { isWithin } from '../../lib/sites/sites.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { ask } from './messaging.ts';

/** A site that can be allowed: its name on the screen and its match pattern. */
export interface Site {
  readonly name: string;
  readonly pattern: string;
}

/** The site of an address; null for browser pages, files and other addresses that no permission covers. */
export function siteOf(address: string | undefined): Site | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { protocol, host, hostname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  // Firefox's match patterns have no ports; elsewhere other ports stay closed.
  return { name: host, pattern: `${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*` };
}

/** True if the browser has granted the site and the author has not switched it off. */
export async function isAllowed(site: Site): Promise<boolean> {
  const [granted, { sitesOff }] = await Promise.all([
    browser.permissions.contains({ origins: [site.pattern] }),
    readSettings(),
  ]);
  return granted && !sitesOff.some((pattern) => isWithin(site.pattern.slice(0, -1), pattern));
}

/**
 * Asks the author for these sites in one dialog of the browser. Must be called synchronously in a click. Resolves to
 * whether it was granted.
 */
export function allow(...sites: readonly Site[]): Promise<boolean> {
  const granted = browser.permissions.request({ origins: sites.map(({ pattern }) => pattern) });
  return granted.then(async (yes) => {
    if (yes) for (const { pattern } of sites) await ask({ type: 'set-site', pattern, off: false });
    return yes;
  });
}

/**
 * Revokes a permission; a built-in site, which cannot be revoked, is switched off. Resolves to whether it
 * worked.
 */
export async function disallow(pattern: string): Promise<boolean> {
  const required: string[] = browser.runtime.getManifest().host_permissions ?? [];
  const builtIn = required.some((one) => one === pattern || isWithin(pattern.slice(0, -1), one));
  if (!builtIn) return await browser.permissions.remove({ origins: [pattern] });
  await ask({ type: 'set-site', pattern, off: true });
  return true;
}

/** Patterns of all sites that may be read; `builtIn` sites come with the extension. */
export async function allowedSites(): Promise<{ pattern: string; builtIn: boolean }[]> {
  const [{ origins = [] }, { sitesOff }] = await Promise.all([browser.permissions.getAll(), readSettings()]);
  const required = browser.runtime.getManifest().host_permissions ?? [];
  return origins
    .filter((pattern) => !sitesOff.includes(pattern))
    .map((pattern) => ({ pattern, builtIn: required.includes(pattern) }));
}

/** Calls back when a site is allowed or disallowed, until the signal aborts. */
export function onSitesChanged(callback: () => void, signal: AbortSignal): void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(callback);
    browser.permissions.onRemoved.removeListener(callback);
  });
}
