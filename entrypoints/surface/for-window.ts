import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** What one part of the extension puts into session storage for the side panel of a window; for any, without a window. */
interface ForWindow {
  readonly windowId?: number | undefined;
}

/**
 * Passes on each value that is put under `key` in session storage for this window, also one that waits already, until
 * the signal aborts. A value is taken out at once, so that a panel that opens later does not find it again.
 */
export function onPutForWindow<T extends ForWindow>(
  key: string,
  schema: v.GenericSchema<unknown, T>,
  take: (value: T) => void,
  signal: AbortSignal,
): void {
  const look = async (): Promise<void> => {
    const stored = await browser.storage.session.get(key);
    const found = v.safeParse(schema, stored[key]);
    if (!found.success || signal.aborted) return;
    const { windowId } = found.output;
    if (windowId !== undefined && windowId !== (await browser.windows.getCurrent()).id) return;
    await browser.storage.session.remove(key);
    take(found.output);
  };
  const onChanged = (changes: Record<string, { newValue?: unknown }>): void => {
    if (changes[key]?.newValue !== undefined) void look();
  };
  browser.storage.session.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(onChanged));
  void look();
}
