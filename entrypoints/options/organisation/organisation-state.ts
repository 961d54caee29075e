import { signal } from '@preact/signals';
import { say } from '../../../components/say.ts';
import type { Words } from '../../../lib/language/language.ts';
import type { OrganisationReply } from '../../../lib/messaging/pack-messages.ts';
import { type ReadOrganisation, readOrganisation } from '../../../lib/phrases/own/organisation.ts';
import { PackRefusedError } from '../../../lib/phrases/own/refused.ts';
import { readAddress, readKey } from '../../../lib/phrases/own/update.ts';
import { actionRunner } from '../../surface/action-runner.ts';
import { ask, inWords } from '../../surface/messaging.ts';
import { allowForUpdate, forgetUpdateSite } from '../../surface/update-site.ts';
import { load, loadSites, sites } from '../options-state.ts';
import { readFile } from '../own/files.ts';

export interface PackPreview {
  readonly fileName: string;
  readonly document: unknown;
  readonly read: ReadOrganisation;
}

/** Packs and update address; null until loaded. */
export const organisation = signal<OrganisationReply | null>(null);
export const preview = signal<PackPreview | null>(null);
export const settingUp = signal(false);
export const fault = signal('');
export const busy = signal(false);
export const outcome = signal<readonly string[]>([]);

const doing = actionRunner<readonly string[]>(busy, outcome, (sentence) => [sentence]);

/** Shows a reply of the background; also reloads the number of entries, which may have changed. */
function show(reply: OrganisationReply): readonly string[] {
  organisation.value = reply;
  void load();
  return reply.said;
}

/** Loads packs and update address from the background. */
export function loadOrganisation(): Promise<void> {
  return doing(async () => {
    organisation.value = await ask({ type: 'organisation-list' });
    return [];
  });
}

/** Reads a chosen file and previews it. */
export function openPreview(file: File): Promise<void> {
  preview.value = null;
  return doing(async () => {
    const document = await documentOf(file);
    const read = readOrganisation(document, { id: 'preview', fileName: file.name, today: '2000-01-01' });
    const problems = isProblems(document) ? [...document.problems, ...read.problems] : read.problems;
    preview.value = { fileName: file.name, document, read: { ...read, problems } };
    return [];
  });
}

/** A table as a pack named after its file; anything else as the file has it. Throws PackRefusedError. */
async function documentOf(file: File): Promise<unknown> {
  const read = await readFile(file);
  if ('other' in read) return read.other;
  const [onlyFault] = read.faults;
  if (read.drafts.length === 0 && onlyFault !== undefined) throw new PackRefusedError(onlyFault);
  const name = file.name.replace(/\.[^.]+$/u, '').slice(0, 60);
  const entries = read.drafts.map(({ row, draft }) => ({ ...draft, row }));
  return { name, entries, problems: read.faults };
}

function isProblems(document: unknown): document is { problems: readonly Words[] } {
  return typeof document === 'object' && document !== null && 'problems' in document;
}

/** Imports the previewed pack. */
export function takePreview(): Promise<void> {
  const shown = preview.value;
  if (shown === null) return Promise.resolve();
  return doing(async () => {
    const { fileName, document } = shown;
    const sentences = show(await ask({ type: 'organisation-take', fileName, document }));
    preview.value = null;
    return sentences;
  });
}

/** Removes a pack. */
export function removePack(id: string): Promise<void> {
  return doing(async () => show(await ask({ type: 'organisation-remove', id })));
}

/**
 * Sets the update address and checks it. Must be called synchronously in a click, as the browser requires for
 * its dialog.
 */
export function setUpdate(typedAddress: string, key: string): Promise<void> {
  fault.value = '';
  let address: string;
  try {
    address = readAddress(typedAddress);
    readKey(key);
  } catch (error) {
    fault.value = inWords(error);
    return Promise.resolve();
  }
  const allowing = allowForUpdate(address, sites.value);
  return doing(async () => {
    if (!(await allowing)) {
      fault.value = say(
        '浏览器未予允许，没有设置更新地址。',
        'The browser was not allowed to; no update address was set.',
      );
      return [];
    }
    show(await ask({ type: 'update-set', address, key }));
    settingUp.value = false;
    await loadSites();
    return [];
  });
}

/** Looks for a newer pack now. */
export function checkUpdate(): Promise<void> {
  return doing(async () => show(await ask({ type: 'update-check' })));
}

/** Removes the update address and its pack. */
export function removeUpdate(): Promise<void> {
  const address = organisation.value?.update?.address;
  return doing(async () => {
    const sentences = show(await ask({ type: 'update-remove' }));
    if (address !== undefined) await forgetUpdateSite(address);
    await loadSites();
    return sentences;
  });
}
