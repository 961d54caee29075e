import { browser } from 'wxt/browser';
import { isWithin } from '../../lib/sites/sites.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { ask } from './messaging.ts';

/** A site as the author allows it: its name on the screen and the browser's pattern for it. */
export interface Site {
  readonly name: string;
  readonly pattern: string;
}

/** The site of an address; null for pages of the browser, files and anything else that no permission opens. */
export function siteOf(address: string | undefined): Site | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { protocol, host, hostname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  // Firefox's patterns know no ports; elsewhere what is on another port stays closed.
  return { name: host, pattern: `${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*` };
}

/** True when the browser lets the extension work on the site, and the author has not switched it off. */
export async function isAllowed(site: Site): Promise<boolean> {
  const [granted, { sitesOff }] = await Promise.all([
    browser.permissions.contains({ origins: [site.pattern] }),
    readSettings(),
  ]);
  return granted && !sitesOff.some((pattern) => isWithin(site.pattern.slice(0, -1), pattern));
}

/** Asks the author, in the browser's own dialog. Must be called directly in a click. True when allowed. */
export function allow(site: Site): Promise<boolean> {
  const granted = browser.permissions.request({ origins: [site.pattern] });
  return granted.then(async (yes) => {
    if (yes) await ask({ type: 'set-site', pattern: site.pattern, off: false });
    return yes;
  });
}

/** Takes the permission back; a site that came with the extension, whose permission the browser keeps, is switched off. */
export async function disallow(pattern: string): Promise<boolean> {
  const required: string[] = browser.runtime.getManifest().host_permissions ?? [];
  const builtIn = required.some((one) => one === pattern || isWithin(pattern.slice(0, -1), one));
  if (!builtIn) return await browser.permissions.remove({ origins: [pattern] });
  await ask({ type: 'set-site', pattern, off: true });
  return true;
}

/** Patterns of all sites that may be read at present; `builtIn` came with the extension. */
export async function allowedSites(): Promise<{ pattern: string; builtIn: boolean }[]> {
  const [{ origins = [] }, { sitesOff }] = await Promise.all([browser.permissions.getAll(), readSettings()]);
  const required = browser.runtime.getManifest().host_permissions ?? [];
  return origins
    .filter((pattern) => !sitesOff.includes(pattern))
    .map((pattern) => ({ pattern, builtIn: required.includes(pattern) }));
}

/** Calls back whenever a site is allowed or no longer is, until the signal. */
export function onSitesChanged(callback: () => void, signal: AbortSignal): void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(callback);
    browser.permissions.onRemoved.removeListener(callback);
  });
}
