import type { AlsoRead } from '../../lib/fields/types.ts';
import { isWithin } from '../../lib/sites/sites.ts';
import { readSettings, setSiteChoice } from '../../lib/storage/settings.ts';
import { tellAllTabs } from './tabs.ts';

/**
 * What the author has read in a frame although it is left alone by default: their choice for the site of that frame,
 * which need not be the one that the tab shows.
 */
export async function alsoReadAt(address: string): Promise<AlsoRead> {
  const { siteChoices } = await readSettings();
  const here = Object.keys(siteChoices).filter((pattern) => isWithin(address, pattern));
  return {
    codeEditors: here.some((pattern) => siteChoices[pattern]?.codeEditors),
    optedOut: here.some((pattern) => siteChoices[pattern]?.optedOut),
  };
}

/** Remembers a choice for a site and has the frames that show it heed it. */
export async function setAlsoRead(pattern: string, what: keyof AlsoRead, on: boolean): Promise<void> {
  await setSiteChoice(pattern, what, on);
  await tellAlsoRead();
}

/** Has every frame ask what is read in it by choice: a site can stand in a frame of any tab. */
export function tellAlsoRead(): Promise<void> {
  return tellAllTabs({ type: 'page-also-read' });
}
