import { signal } from '@preact/signals';
import { say } from '../../components/say.ts';
import type { IgnoredFinding } from '../../lib/checking/ignored.ts';
import type { Strictness } from '../../lib/checking/strictness.ts';
import type { Language } from '../../lib/language/language.ts';
import type { StatusReply } from '../../lib/messaging/messages.ts';
import type { Request } from '../background/requests/table.ts';
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

/** What is ignored in every draft. */
export const ignored = signal<readonly IgnoredFinding[]>([]);

/** Reads what is ignored in every draft. */
export async function loadIgnored(): Promise<void> {
  try {
    // No draft has an empty key: only what holds for all of them is asked for.
    ignored.value = (await ask({ type: 'ignored', draftKey: '' })).always;
  } catch (fault) {
    said.value = inWords(fault);
  }
}

/** Has an ignored finding shown again. */
export async function restoreIgnored(finding: IgnoredFinding): Promise<void> {
  await change(
    { type: 'restore-ignored', draftKey: '', finding, always: true },
    say(`以后遇到“${finding.text}”会再作提示。`, `“${finding.text}” will be pointed out again.`),
  );
  await loadIgnored();
}

/** Switches a rule, and shows what the background made of it. */
export function setRule(rule: string, on: boolean): Promise<void> {
  return change({ type: 'set-rule', rule, on });
}

/** Sets how much is marked in the page. */
export function setStrictness(strictness: Strictness): Promise<void> {
  return change({ type: 'set-strictness', strictness });
}

/** Sets the language of the screen. */
export function setLanguage(language: Language): Promise<void> {
  return change({ type: 'set-language', language });
}

/** Remembers the author's own place; '' forgets it. */
export function setPlace(place: string): Promise<void> {
  const name = place.trim();
  return change(
    { type: 'set-place', place },
    name === ''
      ? say('已清除“我的地方”。', '“My place” is cleared.')
      : say(`已记下：${name}。`, `Remembered: ${name}.`),
  );
}

/** Remembers the author's own unit; '' forgets it. */
export function setUnit(unit: string): Promise<void> {
  const name = unit.trim();
  return change(
    { type: 'set-unit', unit },
    name === ''
      ? say('已清除“我的单位”。', '“My unit” is cleared.')
      : say(`已记下：${name}。`, `Remembered: ${name}.`),
  );
}

/** Asks the background for a change, and shows what it made of it. */
async function change(request: Request, then = ''): Promise<void> {
  try {
    await ask(request);
    said.value = then;
  } catch (fault) {
    said.value = inWords(fault);
  }
  await load();
}

/** Takes a site's permission back. */
export async function removeSite(pattern: string): Promise<void> {
  said.value = (await disallow(pattern))
    ? say('已移除，此网站的文字不再读取。', 'Removed: nothing is read there any more.')
    : say('浏览器没有移除此网站。', 'The browser did not remove this site.');
  await loadSites();
}
