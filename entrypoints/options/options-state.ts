import { signal } from '@preact/signals';
import { say } from '../../components/say.ts';
import type { IgnoredFinding } from '../../lib/checking/ignored.ts';
import type { Strictness } from '../../lib/checking/strictness.ts';
import type { Language } from '../../lib/language/language.ts';
import type { StatusReply } from '../../lib/messaging/messages.ts';
import type { Request } from '../background/requests/table.ts';
import { ask, inWords } from '../surface/messaging.ts';
import { allowedSites, disallow } from '../surface/site-permissions.ts';

export const status = signal<StatusReply | null>(null);
export const sites = signal<readonly { pattern: string; builtIn: boolean }[]>([]);
export const outcome = signal('');

/** Loads rules and packs from the background. */
export async function load(): Promise<void> {
  try {
    status.value = await ask({ type: 'status' });
  } catch (fault) {
    outcome.value = inWords(fault);
  }
}

/** Loads the allowed sites from the browser. */
export async function loadSites(): Promise<void> {
  sites.value = await allowedSites();
}

export const ignored = signal<readonly IgnoredFinding[]>([]);

/** Loads what is ignored in every draft. */
export async function loadIgnored(): Promise<void> {
  try {
    // No draft has an empty key, so that only the global list is read.
    ignored.value = (await ask({ type: 'ignored', draftKey: '' })).always;
  } catch (fault) {
    outcome.value = inWords(fault);
  }
}

/** Stops ignoring a finding. */
export async function restoreIgnored(finding: IgnoredFinding): Promise<void> {
  await change(
    { type: 'restore-ignored', draftKey: '', finding, always: true },
    say(`以后遇到“${finding.text}”会再作提示。`, `“${finding.text}” will be pointed out again.`),
  );
  await loadIgnored();
}

/** Switches a rule on or off. */
export function setRule(rule: string, on: boolean): Promise<void> {
  return change({ type: 'set-rule', rule, on });
}

/** Sets how much is marked in the page. */
export function setStrictness(strictness: Strictness): Promise<void> {
  return change({ type: 'set-strictness', strictness });
}

/** Has two slashes in an editor search for phrases there, or not. */
export function setSlashSearch(on: boolean): Promise<void> {
  return change({ type: 'set-slash-search', on });
}

/** Sets the language of the screen. */
export function setLanguage(language: Language): Promise<void> {
  return change({ type: 'set-language', language });
}

/** Sets the author's own place; '' clears it. */
export function setPlace(place: string): Promise<void> {
  const name = place.trim();
  return change(
    { type: 'set-place', place },
    name === ''
      ? say('已清除“我的地方”。', '“My place” is cleared.')
      : say(`已记下：${name}。`, `Remembered: ${name}.`),
  );
}

/** Sets the author's own unit; '' clears it. */
export function setUnit(unit: string): Promise<void> {
  const name = unit.trim();
  return change(
    { type: 'set-unit', unit },
    name === ''
      ? say('已清除“我的单位”。', '“My unit” is cleared.')
      : say(`已记下：${name}。`, `Remembered: ${name}.`),
  );
}

async function change(request: Request, success = ''): Promise<void> {
  try {
    await ask(request);
    outcome.value = success;
  } catch (fault) {
    outcome.value = inWords(fault);
  }
  await load();
}

/** Revokes the permission for a site, which may have several patterns. */
export async function removeSite(patterns: readonly string[]): Promise<void> {
  const removed = await Promise.all(patterns.map(disallow));
  outcome.value = removed.every(Boolean)
    ? say('已移除，此网站的文字不再读取。', 'Removed: nothing is read there any more.')
    : say('浏览器没有移除此网站。', 'The browser did not remove this site.');
  await loadSites();
}
