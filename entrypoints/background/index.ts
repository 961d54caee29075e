import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { spoken } from '../../lib/language/language.ts';
import { isPageCommand } from '../../lib/messaging/commands.ts';
import { type Fault, type Replies, request } from '../../lib/messaging/messages.ts';
import { settingsKey } from '../../lib/storage/settings.ts';
import { alsoReadAt } from './also-read.ts';
import { answer } from './answer.ts';
import { isHidden, toggleHidden } from './hidden.ts';
import { menuClicked } from './menus.ts';
import { answerAddressBar } from './omnibox.ts';
import { followPolicy, lookDaily } from './packs.ts';
import { opened } from './phrases.ts';
import { finishRestore } from './restore.ts';
import { startInOpenTabs, startWriting, syncSites } from './sites.ts';
import { forgetTab, pageChanged, tellAllTabs, toActivePage } from './tabs.ts';

export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (sender.id !== browser.runtime.id) return;
    const parsed = v.safeParse(request, message);
    if (!parsed.success) return;
    reply(parsed.output, sender).then(respond, (error: unknown) => {
      console.error('稿准：请求没有完成。', error);
      respond({
        fault: spoken('这次检查没有完成，请稍后再试。', 'This was not done. Please try again later.'),
      } satisfies Fault);
    });
    return true;
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') {
      said(browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }));
      said(browser.permissions.getAll().then(({ origins = [] }) => startInOpenTabs(origins)));
    }
    said(syncSites());
    // The index is built into the cache now, so that the first check of the first draft finds it there.
    said(opened());
  });
  browser.runtime.onStartup.addListener(() => said(syncSites()));
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    said(syncSites().then(() => startInOpenTabs(origins)));
  });
  browser.permissions.onRemoved.addListener(() => said(syncSites()));

  said(finishRestore());
  followPolicy();
  // The worker is woken many times a day; the address that someone set up is looked at once.
  said(lookDaily());

  browser.commands.onCommand.addListener((command) => {
    if (isPageCommand(command)) said(toActivePage({ type: 'page-command', command }));
    if (command === 'hide-tab') said(toggleHidden());
  });
  browser.storage.local.onChanged.addListener((changes) => {
    if (settingsKey in changes) said(tellAllTabs({ type: 'page-recheck' }));
  });
  answerAddressBar();
  browser.contextMenus.onClicked.addListener((click, tab) => said(menuClicked(click, tab)));
  browser.tabs.onRemoved.addListener((tabId) => said(forgetTab(tabId)));
});

async function reply(
  message: v.InferOutput<typeof request>,
  sender: { tab?: { id?: number }; frameId?: number; url?: string; origin?: string },
) {
  const { tab: { id: tabId } = {}, frameId } = sender;
  switch (message.type) {
    case 'page-wanted':
      if (tabId !== undefined && frameId !== undefined) await startWriting(tabId, frameId, addressOf(sender));
      return { ok: true } as const;
    case 'page-started':
      return {
        hidden: tabId !== undefined && (await isHidden(tabId)),
        alsoRead: await alsoReadAt(addressOf(sender)),
      } satisfies Replies['page-started'];
    case 'page-changed':
      // The extension's own pages have no frame of a tab to remember.
      if (tabId !== undefined && frameId !== undefined) await pageChanged(tabId, frameId, message.state);
      return { ok: true } as const;
    default:
      return isOwnPage(sender.url) ? await answer(message) : await answerWebPage(message);
  }
}

/** What the script in a web page asks for; the rest is for the extension's own pages, whose process no web page shares. */
const forWebPages: ReadonlySet<string> = new Set([
  'check',
  'count-today',
  'ignore',
  'own-take',
  'plan-repair',
  'set-date',
  'set-numbering-style',
  'set-rule',
  'status',
]);

/** The address by which a frame's site is known: its own, or that of the page which filled it (about:blank, srcdoc). */
function addressOf({ url, origin }: { url?: string; origin?: string }): string {
  return [url, origin].find((one) => one !== undefined && /^https?:/u.test(one)) ?? '';
}

function isOwnPage(address: string | undefined): boolean {
  return address?.startsWith(browser.runtime.getURL('/')) === true;
}

async function answerWebPage(message: Parameters<typeof answer>[0]) {
  if (!forWebPages.has(message.type)) throw new Error(`${message.type} is not for a web page to ask.`);
  const answered = await answer(message);
  // Which phrases the author has is none of a page's business.
  return 'phrases' in answered ? { ...answered, phrases: [] } : answered;
}

/** What runs beside the requests says its faults in the log; nothing waits for it. */
function said(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.warn('稿准：', error));
}
