import * as v from 'valibot';
import { browser } from 'wxt/browser';

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
  const look = async (): Promise<void> => {
    const stored = await browser.storage.session.get(key);
    const found = v.safeParse(waiting, stored[key]);
    if (!found.success || signal.aborted) return;
    const { windowId } = found.output;
    if (windowId !== undefined && windowId !== (await browser.windows.getCurrent()).id) return;
    // Removed at once, so that a panel that opens later starts with an empty desk.
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
