import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { say } from '../../components/say.ts';
import { typedAddresses } from '../../lib/sites/typed-address.ts';
import { readManaged } from '../../lib/storage/managed.ts';
import { cannotAllow } from './cannot-allow.ts';
import { allow, type Site, siteOf } from './site-permissions.ts';

/** How long these pages wait for a policy, in ms, while all else on them stands. */
const patience = 10_000;

/** The sites that an administrator has named and that are not allowed yet. */
export const officeSites = signal<readonly Site[]>([]);
/** What became of the last try to allow them. */
export const officeSaid = signal('');

/** Reads which of the sites that an administrator has named are not allowed yet. */
export async function loadOfficeSites(): Promise<void> {
  const { sites } = (await readManaged(patience)) ?? { sites: [] };
  const named = sites.flatMap(typedAddresses).map(siteOf);
  const wanted = named.filter((site) => site !== null);
  const allowed = await Promise.all(
    wanted.map(({ pattern }) => browser.permissions.contains({ origins: [pattern] })),
  );
  officeSites.value = wanted.filter((_, i) => allowed[i] !== true);
}

/** The names of these sites: with http and with https it is one to the author. */
export function officeSiteNames(): readonly string[] {
  return [...new Set(officeSites.value.map(({ name }) => name))];
}

/**
 * Asks for all of these sites in one dialog. Must be called synchronously in a click. Resolves to whether they were granted.
 */
export async function allowOfficeSites(): Promise<boolean> {
  officeSaid.value = '';
  try {
    const granted = await allow(...officeSites.value);
    officeSaid.value = granted
      ? say('单位的网站已允许。', 'Your organisation’s sites are allowed.')
      : say('浏览器未予允许，没有改动。', 'The browser was not allowed to; nothing has changed.');
    await loadOfficeSites();
    return granted;
  } catch {
    officeSaid.value = cannotAllow();
    return false;
  }
}
