import { browser } from 'wxt/browser';
import { serial } from '../../lib/common/serial.ts';
import { today } from '../../lib/common/today.ts';
import { bilingual, type Language, type Words } from '../../lib/language/language.ts';
import type { OrganisationReply, OwnReply } from '../../lib/messaging/pack-messages.ts';
import type { Fault } from '../../lib/messaging/reply.ts';
import { mergeDrafts, sentenceOf } from '../../lib/phrases/own/collection.ts';
import { packsOf, readOrganisation } from '../../lib/phrases/own/organisation.ts';
import type { OwnDraft, OwnPhrase } from '../../lib/phrases/own/phrase.ts';
import { PackRefusedError } from '../../lib/phrases/own/refused.ts';
import { readAddress, readKey, updatePackId } from '../../lib/phrases/own/update.ts';
import { readManaged } from '../../lib/storage/managed.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { StorageFullError } from '../../lib/storage/store.ts';
import {
  nothingSaid,
  readOrganisations,
  readOwn,
  readUpdateRecord,
  writeOrganisations,
  writeOwn,
  writeUpdateRecord,
} from './pack-store.ts';
import { reopen, tryOut } from './phrases.ts';
import { readPolicy } from './policy.ts';
import { tellAllTabs } from './tabs.ts';
import { lookForUpdate } from './update.ts';

/** Queues work that reads and writes own phrases or packs, so that two changes at once are both kept. */
export const queuePackChange = serial();

/** Changes phrases or packs, one change after the other. A refusal is answered with its sentence. */
export function changing<R extends object>(change: () => Promise<R>): Promise<R | Fault> {
  return answering(() => queuePackChange(change));
}

/** Answers a refusal with its sentence. */
async function answering<R extends object>(work: () => Promise<R>): Promise<R | Fault> {
  try {
    return await work();
  } catch (error) {
    return refusalOf(error, (await readSettings()).language);
  }
}

/** What a request is answered with that was refused; its cause goes to the log. Throws any other error again. */
export function refusalOf(error: unknown, language: Language): Fault {
  if (!(error instanceof PackRefusedError || error instanceof StorageFullError)) throw error;
  if (error.cause !== undefined) console.warn('稿准：', error);
  return { fault: error.words[language] };
}

/** The author's own phrases. */
export async function ownList(): Promise<OwnReply> {
  return ownReply(await readOwn());
}

/** Adds own phrases, or changes those of the same id or wording. */
export async function takeOwn(drafts: readonly OwnDraft[]): Promise<OwnReply> {
  const merge = mergeDrafts(await readOwn(), drafts, newOwnId);
  if (merge.added + merge.changed > 0) {
    await writeOwn(merge.phrases);
    await served();
  }
  const { language } = await readSettings();
  const refused = merge.refused.map(({ fault }) => sentenceOf(fault)[language]);
  return { ...ownReply(merge.phrases), added: merge.added, changed: merge.changed, refused };
}

/** Removes one own phrase. */
export async function removeOwn(id: string): Promise<OwnReply> {
  const phrases = (await readOwn()).filter((phrase) => phrase.id !== id);
  await writeOwn(phrases);
  await served();
  return ownReply(phrases);
}

/** Removes one of the organisation's packs. */
export async function removeOrganisation(id: string): Promise<OrganisationReply> {
  await writeOrganisations((await readOrganisations()).filter((pack) => pack.id !== id));
  await served();
  return organisationReply([]);
}

/** Sets the update address and its public key, and looks there at once. Answers an unusable one with its sentence. */
export function setUpdate(given: string, key: string): Promise<OrganisationReply | Fault> {
  return answering(async () => {
    const address = readAddress(given);
    readKey(key);
    await queuePackChange(async () => {
      const before = await readUpdateRecord();
      // Versions are the publisher's, whom the key names, wherever the pack is fetched from.
      const fresh = before?.fresh !== false || !isSameKey(before.key, key);
      await writeUpdateRecord({ address, key, said: nothingSaid, lookedAt: 0, fresh });
    });
    return await updated(true);
  });
}

/** Keys may be written as base64 or as PEM. */
function isSameKey(one: string, other: string): boolean {
  try {
    return `${readKey(one)}` === `${readKey(other)}`;
  } catch (error) {
    if (error instanceof PackRefusedError) return false;
    throw error;
  }
}

/** Looks at the update address now. */
export function checkUpdate(): Promise<OrganisationReply | Fault> {
  return answering(() => updated(true));
}

/** Forgets the update address, and the pack that came from it. */
export async function removeUpdate(): Promise<OrganisationReply> {
  await writeUpdateRecord(null);
  return await removeOrganisation(updatePackId);
}

/** Looks for an update of the organisation's pack when a day has gone by since the last look. */
export function lookDaily(): Promise<unknown> {
  return updated(false);
}

/** Takes up a change of the organisation's policy as it comes. */
export function followPolicy(): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area !== 'managed') return;
    queuePackChange(served).catch((error: unknown) => console.warn('稿准：', error));
  });
  checkAgainOnceTold().catch((error: unknown) => console.warn('稿准：', error));
}

/** Has open pages checked once more where the browser told of its policy after the first of them had been. */
async function checkAgainOnceTold(): Promise<void> {
  if ((await readManaged(150)) !== null) return;
  const late = await readManaged(60_000);
  if (late !== null && Object.keys(late.settings).length > 0) await tellAllTabs({ type: 'page-recheck' });
}

async function updated(asked: boolean): Promise<OrganisationReply> {
  if (await lookForUpdate(asked, queuePackChange)) await queuePackChange(served);
  return organisationReply([]);
}

/** Takes an organisation's pack from a file. Throws PackRefusedError where it cannot be used. */
export async function takeOrganisation(document: unknown, fileName: string): Promise<OrganisationReply> {
  const packs = await readOrganisations();
  const id = newId();
  const read = readOrganisation(document, { id, fileName, today: today() });
  const same = packs.find(({ from, name }) => from === 'file' && name === read.name);
  if (same !== undefined && read.version < same.version) {
    throw new PackRefusedError(
      bilingual(
        `“${read.name}”现用第 ${same.version} 版，这个文件是第 ${read.version} 版，没有导入。`,
        `“${read.name}” is in use in version ${same.version}; this file has version ${read.version} and was not imported.`,
      ),
    );
  }
  const pack = {
    id,
    name: read.name,
    version: read.version,
    from: 'file' as const,
    takenOn: today(),
    data: read.data,
  };
  tryOut(packsOf(pack));
  await writeOrganisations([pack, ...packs.filter((other) => other !== same)]);
  await served();
  return organisationReply([
    bilingual(
      `已载入“${read.name}”，共 ${read.entries} 条。`,
      `“${read.name}” was loaded: ${read.entries} entries.`,
    ),
    ...read.problems,
  ]);
}

/** Waits until the new index serves, and has open pages checked by it. */
export async function served(): Promise<void> {
  await reopen();
  await tellAllTabs({ type: 'page-recheck' });
}

function ownReply(phrases: readonly OwnPhrase[]): OwnReply {
  return { phrases, added: 0, changed: 0, refused: [] };
}

/** The organisation's packs as the options show them, with what became of a request: one sentence each. */
export async function organisationReply(said: readonly Words[]): Promise<OrganisationReply> {
  const [policy, taken, update, { language }] = await Promise.all([
    readPolicy(),
    readOrganisations(),
    readUpdateRecord(),
    readSettings(),
  ]);
  const packs = [...policy.packs, ...taken].map((pack) => {
    const { id, name, version, from, takenOn } = pack;
    const entries = packsOf(pack).reduce((sum, { items }) => sum + items.length, 0);
    return { id, name, version, from, takenOn, entries };
  });
  const view = update && { address: update.address, said: update.said[language], lookedAt: update.lookedAt };
  const inWords = (list: readonly Words[]) => list.map((words) => words[language]);
  return { packs, update: view, said: inWords(said), policyFaults: inWords(policy.faults) };
}

function newOwnId(): string {
  return `own-${newId()}`;
}

function newId(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 12);
}
