import { browser } from 'wxt/browser';
import type { AlsoRead } from '../../lib/fields/types.ts';
import type { PageRequest } from '../../lib/messages.ts';
import { readSettings, setSiteChoice } from '../../lib/settings.ts';
import { isWithin } from '../../lib/sites.ts';

/** What the author has read in a tab although it is left alone by default: their choice for the site that it shows. */
export async function alsoReadAt(address: string | undefined): Promise<AlsoRead> {
  const { siteChoices } = await readSettings();
  const here = Object.keys(siteChoices).filter((pattern) => isWithin(address ?? '', pattern));
  return {
    codeEditors: here.some((pattern) => siteChoices[pattern]?.codeEditors),
    optedOut: here.some((pattern) => siteChoices[pattern]?.optedOut),
  };
}

/** Remembers a choice for a site and tells the tabs that show it. */
export async function setAlsoRead(pattern: string, what: keyof AlsoRead, on: boolean): Promise<void> {
  await setSiteChoice(pattern, what, on);
  const tabs = (await browser.tabs.query({})).filter(({ url }) => isWithin(url ?? '', pattern));
  const told = tabs.map(async ({ id, url }) => {
    if (id === undefined) return;
    const alsoRead = await alsoReadAt(url);
    await browser.tabs.sendMessage(id, { type: 'page-also-read', alsoRead } satisfies PageRequest);
  });
  // A tab where nothing of ours runs takes no message, and needs none.
  await Promise.allSettled(told);
}
