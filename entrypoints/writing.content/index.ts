import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageRequest } from '../../lib/messages.ts';
import { startWriting } from './start.ts';

export default defineContentScript({
  // The background registers it for the sites that are allowed, and for no other.
  registration: 'runtime',
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main(context) {
    const writing = startWriting({
      signal: context.signal,
      send: (request) => browser.runtime.sendMessage(request),
      isGone: () => browser.runtime?.id === undefined,
      shadowRootOf,
    });
    const listener = (message: unknown, sender: { id?: string }, respond: (answer: unknown) => void) => {
      if (sender.id !== browser.runtime.id) return;
      const parsed = v.safeParse(pageRequest, message);
      if (!parsed.success) return;
      writing.answer(parsed.output).then(respond, (error: unknown) => {
        console.error('稿准：请求没有完成。', error);
        respond({ fault: '这一步没有完成，请再试一次。' });
      });
      return true;
    };
    browser.runtime.onMessage.addListener(listener);
    context.signal.addEventListener('abort', () => {
      // After an update of the extension there is nothing left to take the listener from.
      if (browser.runtime?.id !== undefined) browser.runtime.onMessage.removeListener(listener);
    });
  },
});

/** The shadow tree of an element, closed or not: a right of extensions. */
function shadowRootOf(element: Element): ShadowRoot | null {
  if (!element.tagName.includes('-')) return null;
  return browser.dom?.openOrClosedShadowRoot(element as HTMLElement) ?? null;
}
