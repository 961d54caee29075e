import { type Signal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { lookAtPage, type PageView } from './page-view.ts';
import { onSitesChanged } from './site-permissions.ts';

/** The active tab, kept up to date. */
export interface Following {
  readonly view: Signal<PageView>;
  /** Reads the tab again; resolves when the view is up to date. */
  refresh: () => Promise<void>;
}

function isPageChanged(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'type' in message && message.type === 'page-changed'
  );
}

/** Follows the active tab of this window, or the given tab, and its editor, until the signal aborts. */
export function followPage(until: AbortSignal, tabId?: number): Following {
  const view = signal<PageView>({ stage: 'looking' });
  let looking: Promise<void> | null = null;
  let again = false;

  // Changes that arrive during a look cause one more look, not one each.
  const look = async (): Promise<void> => {
    do {
      again = false;
      const seen = await lookAtPage(tabId);
      if (!until.aborted) view.value = seen;
    } while (again && !until.aborted);
    looking = null;
  };
  const refresh = (): Promise<void> => {
    if (looking) again = true;
    else looking = look();
    return looking;
  };

  const onMessage = (message: unknown, sender: { tab?: { id?: number } }): undefined => {
    const seen = view.value;
    if (!isPageChanged(message) || seen.stage === 'looking' || sender.tab?.id !== seen.tabId) return;
    void refresh();
  };
  const onUpdated = (tabId: number, change: { status?: string }): void => {
    const seen = view.value;
    if (seen.stage !== 'looking' && seen.tabId === tabId && change.status === 'complete') void refresh();
  };
  const onActivated = (): void => void refresh();

  browser.runtime.onMessage.addListener(onMessage);
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  until.addEventListener('abort', () => {
    browser.runtime.onMessage.removeListener(onMessage);
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  });
  onSitesChanged(onActivated, until);
  void refresh();
  return { view, refresh };
}

/** A signal that aborts when this page is left. */
export function lifeOfPage(): AbortSignal {
  const life = new AbortController();
  addEventListener('pagehide', () => life.abort());
  // A page that the browser brings back from its history has ended its work.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  return life.signal;
}
