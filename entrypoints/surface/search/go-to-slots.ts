import { browser } from 'wxt/browser';
import { slotsIn } from '../../../lib/draft/slots.ts';
import { lastFrame } from '../messaging.ts';
import { slotsKey } from '../slots-key.ts';

/** Has Tab lead through the slots of a phrase that was just inserted in a tab; nothing for a phrase without slots. */
export async function goToSlots(tabId: number, inserted: string): Promise<void> {
  if (slotsIn(inserted).length === 0) return;
  const target = { tabId, frameIds: [await lastFrame(tabId)] };
  try {
    await browser.scripting.executeScript({ target, files: ['/phrase-slots.js'], injectImmediately: true });
    await browser.scripting.executeScript({
      target,
      args: [slotsKey, inserted],
      injectImmediately: true,
      func: (key: string, words: string) => {
        const world: typeof globalThis & { [key: symbol]: ((words: string) => boolean) | undefined } =
          globalThis;
        return world[Symbol.for(key)]?.(words) ?? false;
      },
    });
  } catch (fault) {
    // The phrase is in; a page of the extension takes no script.
    console.info('稿准：', fault);
  }
}
