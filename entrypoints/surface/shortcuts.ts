import { browser } from 'wxt/browser';

/** Firefox's API for its shortcuts page, which Chromium's types lack. */
interface CommandsOfFirefox {
  openShortcutSettings?(): Promise<void>;
}

/** The current keys of each command; commands without keys are left out. */
export async function shortcutKeys(): Promise<ReadonlyMap<string, string>> {
  const commands = await browser.commands.getAll();
  return new Map(
    commands.flatMap(({ name, shortcut }) => (name && shortcut ? [[name, shortcut] as const] : [])),
  );
}

/** Opens the browser's page for changing shortcuts. */
export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as unknown as CommandsOfFirefox;
  if (open !== undefined) await open.call(browser.commands);
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
