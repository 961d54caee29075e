import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { bilingual } from '../../lib/language/language.ts';
import { isPageCommand } from '../../lib/messaging/commands.ts';
import type { Fault } from '../../lib/messaging/reply.ts';
import { migrate } from '../../lib/storage/migrations.ts';
import { settingsKey } from '../../lib/storage/settings.ts';
import { StorageFullError } from '../../lib/storage/store.ts';
import { isOwnAddress } from '../surface/own-address.ts';
import { toggleHidden } from './hidden.ts';
import { menuClicked } from './menus.ts';
import { answerAddressBar } from './omnibox.ts';
import { followPolicy, lookDaily } from './packs.ts';
import { opened } from './phrases.ts';
import { answer } from './requests/dispatch.ts';
import type { Sender } from './requests/row.ts';
import { finishRestore } from './restore.ts';
import { screenLanguage } from './screen-language.ts';
import { startInOpenTabs, syncSites } from './sites.ts';
import { forgetTab, tellAllTabs, toActivePage } from './tabs.ts';

export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (sender.id !== browser.runtime.id) return;
    const answering = answer(message, senderOf(sender));
    if (answering === null) return;
    answering.then(respond, async (error: unknown) => {
      console.error('稿准：请求没有完成。', error);
      const words = error instanceof StorageFullError ? error.words : notDone;
      respond({ fault: words[await screenLanguage()] } satisfies Fault);
    });
    return true;
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') {
      logged(browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }));
      logged(browser.permissions.getAll().then(({ origins = [] }) => startInOpenTabs(origins)));
    }
    logged(syncSites());
    // The index is built into the cache now, so that the first check of the first draft finds it there.
    logged(opened());
  });
  browser.runtime.onStartup.addListener(() => logged(syncSites()));
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    logged(syncSites().then(() => startInOpenTabs(origins)));
  });
  browser.permissions.onRemoved.addListener(() => logged(syncSites()));

  logged(finishRestore());
  followPolicy();
  // The worker is woken many times a day; the address that someone set up is looked at once.
  logged(migrate().finally(lookDaily));

  browser.commands.onCommand.addListener((command) => {
    if (isPageCommand(command)) logged(toActivePage({ type: 'page-command', command }));
    if (command === 'hide-tab') logged(toggleHidden());
  });
  browser.storage.local.onChanged.addListener((changes) => {
    if (settingsKey in changes) logged(tellAllTabs({ type: 'page-recheck' }));
  });
  answerAddressBar();
  browser.contextMenus.onClicked.addListener((click, tab) => logged(menuClicked(click, tab)));
  browser.tabs.onRemoved.addListener((tabId) => logged(forgetTab(tabId)));
});

const notDone = bilingual('这次检查没有完成，请稍后再试。', 'This was not done. Please try again later.');

/** What the browser tells of who sent a message. */
function senderOf({ tab, frameId, url, origin }: Browser.runtime.MessageSender): Sender {
  const frame = tab?.id === undefined || frameId === undefined ? null : { tabId: tab.id, frameId };
  return { isOwnPage: isOwnAddress(url), frame, address: addressOf(url, origin) };
}

/** The address by which a frame's site is known: its own, or that of the page which filled it (about:blank, srcdoc). */
function addressOf(url: string | undefined, origin: string | undefined): string {
  return [url, origin].find((one) => one !== undefined && /^https?:/u.test(one)) ?? '';
}

/** Writes a rejection to the log: nothing awaits this work. */
function logged(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.warn('稿准：', error));
}
