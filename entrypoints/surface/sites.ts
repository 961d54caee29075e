import { browser } from 'wxt/browser';

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

/** True when the browser lets the extension work on the site. */
export function isAllowed(site: Site): Promise<boolean> {
  return browser.permissions.contains({ origins: [site.pattern] });
}

/** Asks the author, in the browser's own dialog. Must be called directly in a click. True when allowed. */
export function allow(site: Site): Promise<boolean> {
  return browser.permissions.request({ origins: [site.pattern] });
}

/** Takes the permission back. False when the browser keeps it: a site that came with the extension. */
export async function disallow(pattern: string): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: [pattern] });
  } catch {
    // Chrome throws for permissions that the manifest requires.
    return false;
  }
}

/** Patterns of all sites allowed at present; `builtIn` came with the extension and stays. */
export async function allowedSites(): Promise<{ pattern: string; builtIn: boolean }[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const required = browser.runtime.getManifest().host_permissions ?? [];
  return origins.map((pattern) => ({ pattern, builtIn: required.includes(pattern) }));
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
