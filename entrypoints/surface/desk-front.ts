import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { onPutForWindow } from './for-window.ts';

/** The key in session storage of a window whose side panel is to show the desk. */
const key = 'desk-front';

const wanted = v.object({ windowId: v.number() });

/** Asks a window's side panel, or the next one that opens there, to show the desk. */
export async function wantDesk(windowId: number): Promise<void> {
  await browser.storage.session.set({ [key]: { windowId } });
}

/** Withdraws that: the panel did not open. */
export async function unwantDesk(): Promise<void> {
  await browser.storage.session.remove(key);
}

/** Calls back when this window's side panel is to show the desk, until the signal aborts. */
export function onDeskWanted(show: () => void, signal: AbortSignal): void {
  onPutForWindow(key, wanted, show, signal);
}
