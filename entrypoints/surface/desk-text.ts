import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { onPutForWindow } from './for-window.ts';

/** The key in session storage of a text that waits for the desk. */
const key = 'desk-text';

const waiting = v.object({
  text: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  windowId: v.optional(v.number()),
});
export type DeskText = v.InferOutput<typeof waiting>;

/** Sends a text to the desk: to an open side panel, or to the next one that opens. */
export async function putOnDesk(text: DeskText): Promise<void> {
  await browser.storage.session.set({ [key]: text });
}

/** Passes on each text sent to this window's desk, also one that waits already, until the signal aborts. */
export function onDeskText(take: (text: DeskText) => void, signal: AbortSignal): void {
  onPutForWindow(key, waiting, take, signal);
}
