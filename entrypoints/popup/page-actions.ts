import { signal } from '@preact/signals';
import { say } from '../../components/say.ts';
import type { AlsoRead } from '../../lib/fields/types.ts';
import type { RepairChange, StatusReply } from '../../lib/messaging/messages.ts';
import { actionRunner } from '../surface/action-runner.ts';
import type { Following } from '../surface/follow.ts';
import { ask, askPage, inWords } from '../surface/messaging.ts';
import { dayOf, type JudgedOn } from '../surface/question.ts';
import { topics } from '../surface/search/search-state.ts';
import type { Site } from '../surface/site-permissions.ts';
import { switchSite } from '../surface/switch-site.ts';
import { openDesk, openSidePanel } from '../surface/windows.ts';

/** The planned numbering repair and its text; null while no preview is open. */
export const plan = signal<{ changes: readonly RepairChange[]; text: string } | null>(null);
/** The rules with their titles; empty until loaded. */
export const rules = signal<StatusReply['rules']>([]);
export const busy = signal(false);
export const outcome = signal('');

const doing = actionRunner(busy, outcome, (sentence) => sentence);

/** Loads the rules, which are listed if nothing was found, and the topics. */
export async function learn(): Promise<void> {
  try {
    const status = await ask({ type: 'status' });
    topics.value = status.topics;
    rules.value = status.rules;
  } catch (fault) {
    outcome.value = inWords(fault);
  }
}

/** Plans the numbering repair of the current text, and opens the preview. */
export function openPlan({ view, refresh }: Following): Promise<void> {
  return doing(async () => {
    await refresh();
    const now = view.value;
    if (now.stage !== 'open')
      return say('此页没有可以读取的编辑区。', 'There is no editor on this page that can be read.');
    const { text, complete, draftKey, numbered } = now.field;
    const list = [...numbered];
    const { changes } = await ask({ type: 'plan-repair', text, complete, draftKey, numbered: list });
    plan.value = { changes, text };
    return '';
  });
}

/** Applies the kept changes of the plan as one edit; the page refuses it if the text has changed. */
export function applyPlan({ view, refresh }: Following, kept: readonly RepairChange[]): Promise<void> {
  const planned = plan.value;
  const now = view.value;
  if (!planned || now.stage !== 'open') return Promise.resolve();
  return doing(async () => {
    const edits = kept.map(({ start, end, text }) => ({ start, end, text }));
    await askPage(now.tabId, { type: 'page-apply', edits, expected: planned.text });
    plan.value = null;
    await refresh();
    return say(
      `已调整 ${edits.length} 处序号，可在编辑器里按 Ctrl+Z 撤销。`,
      `Numbers changed: ${edits.length}. Ctrl+Z in the editor takes it back.`,
    );
  });
}

/**
 * Sets the day on which the page's draft is judged, by the author's answer; null goes back to the day in the
 * draft.
 */
export function setDay({ view, refresh }: Following, answer: JudgedOn | null): Promise<void> {
  const now = view.value;
  if (now.stage !== 'open' || now.field.check === null) return Promise.resolve();
  const { draftKey, check } = now.field;
  const day = answer === null ? { date: null } : dayOf(answer, check.asOf);
  return doing(async () => {
    await ask({ type: 'set-date', draftKey, ...day });
    await askPage(now.tabId, { type: 'page-recheck' });
    await refresh();
    return '';
  });
}

/**
 * Allows or disallows this site. Must be called synchronously in a click, as the browser requires for its
 * dialog.
 */
export function setSite(site: Site, on: boolean, refresh: () => Promise<void>): Promise<void> {
  const change = switchSite(site, on);
  return doing(async () => {
    const said = await change;
    await refresh();
    return said;
  });
}

/** Switches whether a kind of field that is not read by default is read on this site. */
export function setAlsoRead(
  site: Site,
  what: keyof AlsoRead,
  on: boolean,
  refresh: () => Promise<void>,
): Promise<void> {
  return doing(async () => {
    await ask({ type: 'set-also-read', pattern: site.pattern, what, on });
    await refresh();
    return '';
  });
}

/** Switches a rule on again. */
export function switchOn({ view, refresh }: Following, rule: string): Promise<void> {
  const now = view.value;
  return doing(async () => {
    await ask({ type: 'set-rule', rule, on: true });
    if (now.stage === 'open') await askPage(now.tabId, { type: 'page-recheck' });
    await Promise.all([learn(), refresh()]);
    const title = rules.value.find(({ id }) => id === rule)?.title ?? '';
    return say(`已打开“${title}”。`, `“${title}” is switched on.`);
  });
}

/** Opens the side panel and closes the popup. Must be called synchronously in a click. */
export function showPanel(windowId: number, tabId: number): Promise<void> {
  return closeAfter(openSidePanel(windowId, tabId));
}

/** Opens the desk and closes the popup. Must be called synchronously in a click. */
export function showDesk(windowId: number): Promise<void> {
  return closeAfter(openDesk(windowId));
}

function closeAfter(opening: Promise<void>): Promise<void> {
  return doing(async () => {
    await opening;
    window.close();
    return '';
  });
}

/** Hides or shows all marks in this tab. */
export function setHidden(tabId: number, hidden: boolean, refresh: () => Promise<void>): Promise<void> {
  return doing(async () => {
    await ask({ type: 'hide-tab', tabId, hidden });
    await refresh();
    return '';
  });
}
