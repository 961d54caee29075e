import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** Where a text waits for the desk of a side panel: in the browser's storage of this session. */
const key = 'desk-text';

const waiting = v.object({
  text: v.pipe(v.string(), v.minLength(1)),
  /** What the text is called on the desk. */
  name: v.string(),
  /** The window whose panel is to take it; absent: any. */
  windowId: v.optional(v.number()),
});
export type DeskText = v.InferOutput<typeof waiting>;

/** Puts a text on the desk of a side panel: of one that is open, or the next that opens. */
export async function putOnDesk(text: DeskText): Promise<void> {
  await browser.storage.session.set({ [key]: text });
}

/** Hands over each text that is put on this window's desk, those that wait already first, until the signal. */
export function onDeskText(take: (text: DeskText) => void, signal: AbortSignal): void {
  const look = async (): Promise<void> => {
    const stored = await browser.storage.session.get(key);
    const found = v.safeParse(waiting, stored[key]);
    if (!found.success || signal.aborted) return;
    const { windowId } = found.output;
    if (windowId !== undefined && windowId !== (await browser.windows.getCurrent()).id) return;
    // Taken once: a panel that opens later starts with an empty desk.
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
