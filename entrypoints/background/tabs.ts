import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { serial } from '../../lib/common/serial.ts';
import { sayIn } from '../../lib/language/language.ts';
import type { PageRequest } from '../../lib/messaging/page-requests.ts';
import { countsKey, hiddenKey, lastFrameKey } from '../../lib/storage/session-keys.ts';
import { readSettings } from '../../lib/storage/settings.ts';

/**
 * The findings of a frame, what an old draft there asks of its author (null: nothing), and whether its only editor asks
 * not to be checked.
 */
const frameState = v.object({
  count: v.number(),
  errors: v.number(),
  question: v.fallback(v.nullable(v.string()), null),
  optedOut: v.fallback(v.boolean(), false),
});
type FrameState = v.InferOutput<typeof frameState>;
const frameStates = v.record(v.string(), frameState);

interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/** --cinnabar and --ochre of the light design tokens: a worker cannot read a style sheet. */
const badgeColours = { errors: '#b3321f', others: '#8a5c00' } as const;

/** Two frames that report at once must not overwrite each other's number. */
const queueChange = serial();

/**
 * Takes the findings of a frame: the icon shows the number of all frames of the tab. The frame where the author is
 * (`used`) is remembered as the one used last; any other only while none is known. `state` null: the frame has no field,
 * as where an editor has put a frame in place of a textarea, and another stands for the tab.
 */
export function pageChanged(
  { tabId, frameId }: Frame,
  state: FrameState | null,
  used: boolean,
): Promise<void> {
  return queueChange(async () => {
    const { last, states } = await storedOf(tabId);
    const { [frameId]: _, ...others } = states;
    const all: Record<string, FrameState> = state === null ? others : { ...others, [frameId]: state };
    const known = state === null && last === frameId ? undefined : last;
    // Nothing is read in a frame that is opted out: another may have a draft.
    const [other] = Object.entries(all).find(([, { optedOut }]) => !optedOut) ?? [];
    const next = state !== null && used ? frameId : (known ?? other);
    await browser.storage.session.set({ [countsKey(tabId)]: all });
    if (next === undefined) await browser.storage.session.remove(lastFrameKey(tabId));
    else if (next !== last) await browser.storage.session.set({ [lastFrameKey(tabId)]: Number(next) });
    await showCounts(tabId, all);
  });
}

/** Forgets a frame that goes away. */
export function frameGone({ tabId, frameId }: Frame): Promise<void> {
  return queueChange(async () => {
    const { last, states } = await storedOf(tabId);
    const { [frameId]: _, ...others } = states;
    // All other frames of the tab are in the page of frame 0, and go with it.
    const left = frameId === 0 ? {} : others;
    await browser.storage.session.set({ [countsKey(tabId)]: left });
    if (frameId === 0 || last === frameId) await browser.storage.session.remove(lastFrameKey(tabId));
    await showCounts(tabId, left);
  });
}

/** The frame used last and the findings of each frame, as they are stored for a tab. */
async function storedOf(tabId: number) {
  const [frame, counts] = [lastFrameKey(tabId), countsKey(tabId)];
  const stored = await browser.storage.session.get([frame, counts]);
  const states = v.safeParse(frameStates, stored[counts] ?? {});
  const last: unknown = stored[frame];
  return { last, states: states.success ? states.output : {} };
}

/** Forgets what was kept of a tab that has been closed. */
export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove([lastFrameKey(tabId), countsKey(tabId), hiddenKey(tabId)]);
}

/**
 * Shows the number of findings on the icon; while an old draft asks for its day, that, with the question as tooltip; and
 * where nothing is checked since the editor asks for that, so much.
 */
async function showCounts(tabId: number, counts: Readonly<Record<string, FrameState>>): Promise<void> {
  const frames = Object.values(counts);
  const count = frames.reduce((sum, frame) => sum + frame.count, 0);
  const asking = frames.find(({ question }) => question !== null)?.question ?? null;
  const isOff = count === 0 && frames.some(({ optedOut }) => optedOut);
  const say = sayIn((await readSettings()).language);
  const number = count === 0 ? '' : count > 99 ? '99+' : String(count);
  const text = asking !== null ? say('旧', 'old') : isOff ? say('未核', 'off') : number;
  const usual = browser.runtime.getManifest().action?.default_title ?? '';
  const why =
    asking ??
    (isOff
      ? say(
          '此页的编辑区声明不检查，没有核对；点图标可打开',
          'the editor on this page asks not to be checked, and was not; click to have it checked',
        )
      : null);
  const title = why === null ? usual : say(`稿准：${why}`, `Gaozhun: ${why}`);
  const color = frames.some(({ errors }) => errors > 0) ? badgeColours.errors : badgeColours.others;
  // These fail where the tab has just been closed.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** Sends a request to the frame of the active tab whose field was used last, if there is one. */
export async function toActivePage(request: PageRequest): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const key = lastFrameKey(tab.id);
  const stored = await browser.storage.session.get(key);
  const frameId = stored[key];
  if (typeof frameId !== 'number') return;
  await browser.tabs.sendMessage(tab.id, request, { frameId });
}

/** Sends a request to every frame of every tab. A tab without a script of ours rejects it, which is ignored. */
export async function tellAllTabs(request: PageRequest): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, request)])),
  );
}
