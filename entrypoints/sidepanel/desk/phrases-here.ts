import type { Signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { say } from '../../../components/say.ts';
import { slotsIn } from '../../../lib/draft/slots.ts';
import { isPageRequest } from '../../../lib/messaging/page-requests.ts';
import { type Fault, sentReply } from '../../../lib/messaging/reply.ts';
import { isOwnAddress } from '../../surface/own-address.ts';
import type { DeskTarget } from '../../surface/search/target.ts';
import type { PanelName } from '../front.ts';
import type { Desk } from './desk.ts';

/** The desk behind the tab of phrases as the place where they go. `front`: which view is shown. */
export function deskTarget(desk: Desk, front: Signal<PanelName>): DeskTarget {
  return {
    get asOf() {
      return desk.box.field.value?.check?.asOf;
    },
    async insert(words) {
      const { activeElement } = document;
      const view = document.getElementById('desk-panel');
      // A box that is not shown takes no words. Nothing is painted before it is hidden again.
      if (view !== null) view.hidden = false;
      const isIn = await desk.box.insert(words).catch(() => false);
      if (isIn && slotsIn(words).length > 0) {
        front.value = 'desk';
        requestAnimationFrame(() => desk.box.fillSlots(words));
        return true;
      }
      if (view !== null) view.hidden = front.value !== 'desk';
      if (activeElement instanceof HTMLElement) activeElement.focus();
      return isIn;
    },
  };
}

/** Takes phrases that are sent to this tab, where the desk stands by itself, until the signal aborts. */
export function takePhrases(desk: Desk, until: AbortSignal): void {
  const onMessage = (
    message: unknown,
    { id, tab, url }: { id?: string; tab?: object; url?: string },
    respond: (answer: unknown) => void,
  ) => {
    // A script in a web page has a tab with an address of its own: it puts nothing here.
    const isOurs = id === browser.runtime.id && (tab === undefined || isOwnAddress(url));
    if (!isOurs || !isPageRequest(message) || message.type !== 'page-insert') return;
    const { type, text } = message;
    const refuse = () => {
      const fault = say('文稿台没有接受插入。', 'The desk did not take it.');
      respond({ fault } satisfies Fault);
    };
    desk.box.insert(text).then((isIn) => {
      if (!isIn) return refuse();
      desk.box.fillSlots(text);
      respond(sentReply(type, { ok: true }));
    }, refuse);
    return true;
  };
  browser.runtime.onMessage.addListener(onMessage);
  until.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}
