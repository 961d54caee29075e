import { browser } from 'wxt/browser';

/** Firefox's own way to its page of shortcuts, which Chromium's types do not know. */
interface CommandsOfFirefox {
  openShortcutSettings?(): Promise<void>;
}

/** The keys of each command as they are now; commands without keys are left out. */
export async function shortcutKeys(): Promise<ReadonlyMap<string, string>> {
  const commands = await browser.commands.getAll();
  return new Map(
    commands.flatMap(({ name, shortcut }) => (name && shortcut ? [[name, shortcut] as const] : [])),
  );
}

/** Opens the browser's page where shortcuts are changed. */
export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as unknown as CommandsOfFirefox;
  if (open !== undefined) await open.call(browser.commands);
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
