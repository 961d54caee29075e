import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { serial } from '../../lib/common/serial.ts';
import { sayIn } from '../../lib/language/language.ts';
import type { PageRequest } from '../../lib/messaging/messages.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { hiddenKey } from './hidden.ts';

const pageChange = v.object({
  count: v.fallback(v.number(), 0),
  errors: v.fallback(v.number(), 0),
  /** What an old draft asks of its author, in a sentence; null where nothing is asked. */
  question: v.fallback(
    v.nullable(
      v.pipe(
        v.string(),
        v.transform((words) => words.slice(0, 400)),
      ),
    ),
    null,
  ),
  used: v.fallback(v.boolean(), false),
  gone: v.fallback(v.boolean(), false),
});
const frameCounts = v.record(
  v.string(),
  v.object({ count: v.number(), errors: v.number(), question: v.fallback(v.nullable(v.string()), null) }),
);

/** Key in session storage under which the frame of a tab's last used field is remembered. */
export const frameKey = (tabId: number) => `frame:${tabId}`;
/** Key in session storage under which the numbers of findings in the frames of a tab are remembered. */
const countsKey = (tabId: number) => `counts:${tabId}`;

/** Two frames that report at once must not overwrite each other's number. */
const queueChange = serial();

/**
 * Takes what a frame says of its findings: the icon shows the number of all frames of the tab. The frame where the
 * author is (`used`) is remembered as the one used last; any other only while none is known.
 */
export function pageChanged(tabId: number, frameId: number, state: unknown): Promise<void> {
  return queueChange(() => takeChange(tabId, frameId, state));
}

async function takeChange(tabId: number, frameId: number, state: unknown): Promise<void> {
  const { used, gone, ...own } = v.parse(
    pageChange,
    typeof state === 'object' && state !== null ? state : {},
  );
  const [frame, counts] = [frameKey(tabId), countsKey(tabId)];
  const stored = await browser.storage.session.get([frame, counts]);
  const parsed = v.safeParse(frameCounts, stored[counts] ?? {});
  const { [frameId]: _, ...others } = parsed.success ? parsed.output : {};
  if (gone) {
    // With the page around them all frames go.
    const left = frameId === 0 ? {} : others;
    await browser.storage.session.set({ [counts]: left });
    if (frameId === 0 || stored[frame] === frameId) await browser.storage.session.remove(frame);
    return await showCounts(tabId, left);
  }
  const all = { ...others, [frameId]: own };
  const named = used || stored[frame] === undefined ? { [frame]: frameId } : {};
  await browser.storage.session.set({ [counts]: all, ...named });
  await showCounts(tabId, all);
}

/** Forgets what was kept of a tab that has been closed. */
export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove([frameKey(tabId), countsKey(tabId), hiddenKey(tabId)]);
}

/** The icon's number of findings; while an old draft asks for its day, that, and what it asks under the pointer. */
async function showCounts(tabId: number, counts: v.InferOutput<typeof frameCounts>): Promise<void> {
  const frames = Object.values(counts);
  const count = frames.reduce((sum, frame) => sum + frame.count, 0);
  const asking = frames.find(({ question }) => question !== null)?.question ?? null;
  const say = sayIn((await readSettings()).language);
  const number = count === 0 ? '' : count > 99 ? '99+' : String(count);
  const text = asking === null ? number : say('旧', 'old');
  const usual = browser.runtime.getManifest().action?.default_title ?? '';
  const title = asking === null ? usual : say(`稿准：${asking}`, `Gaozhun: ${asking}`);
  const color = frames.some(({ errors }) => errors > 0) ? '#b3392b' : '#8a6414';
  // A tab that has just been closed has no icon left to show it on.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** Sends a request to the frame of the active tab whose field was used last; nothing happens where none is. */
export async function toActivePage(request: PageRequest): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const key = frameKey(tab.id);
  const stored = await browser.storage.session.get(key);
  const frameId = stored[key];
  if (typeof frameId !== 'number') return;
  await browser.tabs.sendMessage(tab.id, request, { frameId });
}

/** Has every page that is read checked again, since what is looked for has changed. */
export async function recheckAll(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const ask = { type: 'page-recheck' } satisfies PageRequest;
  // A tab where nothing is read has nobody to hear it.
  await Promise.allSettled(
    tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, ask)])),
  );
}
