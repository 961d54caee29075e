import { browser } from 'wxt/browser';
import { isWithin } from '../../lib/sites/sites.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { ask } from './messaging.ts';

function patternOf(address: string): string {
  const { host, hostname } = new URL(address);
  // Firefox's match patterns have no ports.
  return `https://${import.meta.env.FIREFOX ? hostname : host}/*`;
}

/**
 * Asks the author to let the extension fetch from the address. The permission also covers reading pages of
 * that site, so that the site is switched off unless it was allowed before. Must be called synchronously in a
 * click.
 */
export function allowForUpdate(address: string, allowed: readonly { pattern: string }[]): Promise<boolean> {
  const pattern = patternOf(address);
  const known = allowed.some((site) => isWithin(pattern.slice(0, -1), site.pattern));
  // Before the permission is granted, so that nothing on the site is read in between.
  const switchedOff = known ? null : ask({ type: 'set-site', pattern, off: true });
  const granted = browser.permissions.request({ origins: [pattern] });
  return granted.then(async (yes) => {
    await switchedOff;
    if (!yes && !known) await ask({ type: 'set-site', pattern, off: false });
    return yes;
  });
}

/** Revokes the permission for an update address if nothing else uses it. */
export async function forgetUpdateSite(address: string): Promise<void> {
  const pattern = patternOf(address);
  const { sitesOff } = await readSettings();
  if (!sitesOff.includes(pattern)) return;
  await browser.permissions.remove({ origins: [pattern] });
  await ask({ type: 'set-site', pattern, off: false });
}
