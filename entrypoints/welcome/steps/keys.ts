import { signal } from '@preact/signals';
import { shortcutKeys } from '../../surface/shortcuts.ts';

/** The keys of each command as they are set now; empty until read. */
export const keys = signal<ReadonlyMap<string, string>>(new Map());

/** Reads them, now and whenever the author comes back to this page, until the signal aborts. */
export function followKeys(signal: AbortSignal): void {
  const read = async () => {
    keys.value = await shortcutKeys();
  };
  void read();
  addEventListener('focus', () => void read(), { signal });
}
