import { browser } from 'wxt/browser';

/** What a browser tells of the icon; older ones and some forks tell nothing. */
interface ActionOfBrowser {
  getUserSettings?(): Promise<{ readonly isOnToolbar?: boolean }>;
  readonly onUserSettingsChanged?: {
    addListener(listener: () => void): void;
    removeListener(listener: () => void): void;
  };
}

const action = (): ActionOfBrowser => browser.action as unknown as ActionOfBrowser;

/** True if the icon is on the toolbar, false if it is in the menu of extensions; null where the browser does not tell. */
export async function isOnToolbar(): Promise<boolean | null> {
  try {
    const settings = await action().getUserSettings?.();
    return settings?.isOnToolbar ?? null;
  } catch {
    return null;
  }
}

/**
 * Calls back when the icon may have been moved, until the signal aborts: told by the browser, or the author is back on
 * this page.
 */
export function onToolbarChanged(callback: () => void, signal: AbortSignal): void {
  addEventListener('focus', callback, { signal });
  document.addEventListener('visibilitychange', callback, { signal });
  const { onUserSettingsChanged } = action();
  onUserSettingsChanged?.addListener(callback);
  signal.addEventListener('abort', () => onUserSettingsChanged?.removeListener(callback));
}
