import { signal } from '@preact/signals';
import type { StatusReply } from '../../lib/messages.ts';
import { ask, inWords } from '../surface/messaging.ts';
import { allowedSites, disallow } from '../surface/sites.ts';

export const status = signal<StatusReply | null>(null);
export const sites = signal<readonly { pattern: string; builtIn: boolean }[]>([]);
/** What happened last, as one line. */
export const said = signal('');

/** Asks the background for rules and packs. */
export async function load(): Promise<void> {
  try {
    status.value = await ask({ type: 'status' });
  } catch (fault) {
    said.value = inWords(fault);
  }
}

/** Reads from the browser which sites are allowed. */
export async function loadSites(): Promise<void> {
  sites.value = await allowedSites();
}

/** Switches a rule, and shows what the background made of it. */
export async function setRule(rule: string, on: boolean): Promise<void> {
  try {
    await ask({ type: 'set-rule', rule, on });
    said.value = '';
  } catch (fault) {
    said.value = inWords(fault);
  }
  await load();
}

/** Remembers the author's own place; '' forgets it. */
export async function setPlace(place: string): Promise<void> {
  try {
    await ask({ type: 'set-place', place });
    said.value = place.trim() === '' ? '已清除“我的地方”。' : `已记下：${place.trim()}。`;
  } catch (fault) {
    said.value = inWords(fault);
  }
  await load();
}

/** Takes a site's permission back. */
export async function removeSite(pattern: string): Promise<void> {
  said.value = (await disallow(pattern)) ? '已移除，此网站的文字不再读取。' : '浏览器没有移除此网站。';
  await loadSites();
}
