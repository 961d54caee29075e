import { type Browser, browser } from 'wxt/browser';
import { serial } from '../../lib/common/serial.ts';
import { bilingual, type Words } from '../../lib/language/language.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { openDesk } from '../surface/windows.ts';
import { checkSelection } from './check-selection.ts';
import { searchSelection } from './search-selection.ts';

type Click = Browser.contextMenus.OnClickData;
type Tab = Browser.tabs.Tab;

/** An item of a context menu. */
interface MenuItem {
  readonly id: string;
  /** `%s` stands for the selected words. */
  readonly title: Words;
  /** Of selected words in a page, or of the icon. */
  readonly on: 'selection' | 'action';
  /** Shown only where the author allows Gaozhun to work. */
  readonly onAllowedSites: boolean;
  /** Called directly in the click: what the browser opens for a click only has to be opened before anything is awaited. */
  readonly run: (click: Click, tab: Tab) => Promise<void>;
}

const items: readonly MenuItem[] = [
  {
    id: 'check-selection',
    title: bilingual('用稿准检查所选文字', 'Check the selection with Gaozhun'),
    on: 'selection',
    onAllowedSites: true,
    run: checkSelection,
  },
  {
    id: 'search-selection',
    title: bilingual('在稿准中检索“%s”', 'Search Gaozhun for “%s”'),
    on: 'selection',
    onAllowedSites: false,
    run: searchSelection,
  },
  {
    id: 'open-desk',
    title: bilingual('打开文稿台', 'Open the desk'),
    on: 'action',
    onAllowedSites: false,
    run: (_, { windowId }) => openDesk(windowId),
  },
];

/** Two runs at once would create the items twice. */
const queueMenus = serial();

/** Makes the menu anew: in the language that is set, and on the sites that are allowed now. */
export function syncMenus(): Promise<void> {
  return queueMenus(makeMenus);
}

async function makeMenus(): Promise<void> {
  const [{ origins = [] }, { language, sitesOff }] = await Promise.all([
    browser.permissions.getAll(),
    readSettings(),
  ]);
  const sites = origins.filter((origin) => !sitesOff.includes(origin));
  await browser.contextMenus.removeAll();
  for (const { id, title, on, onAllowedSites } of items) {
    // An empty list of sites would mean every site.
    if (onAllowedSites && sites.length === 0) continue;
    browser.contextMenus.create({
      id,
      title: title[language],
      contexts: [on],
      ...(onAllowedSites ? { documentUrlPatterns: sites } : {}),
    });
  }
}

/** Answers a click on an item. Throws what its work throws. */
export async function menuClicked(click: Click, tab: Tab | undefined): Promise<void> {
  const item = items.find(({ id }) => id === click.menuItemId);
  if (tab !== undefined) await item?.run(click, tab);
}
