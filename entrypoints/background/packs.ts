import { browser } from 'wxt/browser';
import { serial } from '../../lib/common/serial.ts';
import { today } from '../../lib/common/today.ts';
import { speak, spoken } from '../../lib/language/language.ts';
import type { Fault } from '../../lib/messaging/messages.ts';
import type {
  OrganisationReply,
  OwnReply,
  PackReplies,
  PackRequest,
} from '../../lib/messaging/pack-messages.ts';
import { mergeDrafts, sentenceOf } from '../../lib/phrases/own/collection.ts';
import { packsOf, readOrganisation } from '../../lib/phrases/own/organisation.ts';
import type { OwnPhrase } from '../../lib/phrases/own/phrase.ts';
import { PackRefused } from '../../lib/phrases/own/refused.ts';
import { readAddress, readKey, updatePackId } from '../../lib/phrases/own/update.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import {
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

/** Answers requests about own phrases and organisations' packs; what is refused is said in one sentence. */
export async function answerPacks(request: PackRequest): Promise<PackReplies[keyof PackReplies] | Fault> {
  speak((await readSettings()).language);
  try {
    // Who only looks need not wait for an update that is on its way.
    const looks = request.type === 'own-list' || request.type === 'organisation-list';
    return await (looks ? answered(request) : queuePackChange(() => answered(request)));
  } catch (error) {
    if (error instanceof PackRefused) return { fault: error.message };
    throw error;
  }
}

async function answered(request: PackRequest): Promise<PackReplies[keyof PackReplies]> {
  switch (request.type) {
    case 'own-list':
      return ownReply(await readOwn());
    case 'own-take': {
      const merge = mergeDrafts(await readOwn(), request.drafts, newOwnId);
      if (merge.added + merge.changed > 0) {
        await writeOwn(merge.phrases);
        await served();
      }
      const refused = merge.refused.map(({ fault }) => sentenceOf(fault));
      return { ...ownReply(merge.phrases), added: merge.added, changed: merge.changed, refused };
    }
    case 'own-remove': {
      const phrases = (await readOwn()).filter(({ id }) => id !== request.id);
      await writeOwn(phrases);
      await served();
      return ownReply(phrases);
    }
    case 'organisation-list':
      return organisationReply([]);
    case 'organisation-take':
      return await takeOrganisation(request.document, request.fileName);
    case 'organisation-remove': {
      await writeOrganisations((await readOrganisations()).filter(({ id }) => id !== request.id));
      await served();
      return organisationReply([]);
    }
    case 'update-set': {
      const address = readAddress(request.address);
      readKey(request.key);
      const before = await readUpdateRecord();
      const fresh = before?.fresh !== false || before.address !== address || before.key !== request.key;
      await writeUpdateRecord({ address, key: request.key, said: '', lookedAt: 0, fresh });
      return await updated(true);
    }
    case 'update-check':
      return await updated(true);
    case 'update-remove': {
      await writeUpdateRecord(null);
      await writeOrganisations((await readOrganisations()).filter(({ id }) => id !== updatePackId));
      await served();
      return organisationReply([]);
    }
  }
}

/** Looks for an update of the organisation's pack when a day has gone by since the last look. */
export function lookDaily(): Promise<unknown> {
  return queuePackChange(() => updated(false));
}

/** Takes up a change of the organisation's policy as it comes. */
export function followPolicy(): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area !== 'managed') return;
    queuePackChange(served).catch((error: unknown) => console.warn('稿准：', error));
  });
}

async function updated(asked: boolean): Promise<OrganisationReply> {
  if (await lookForUpdate(asked)) await served();
  return organisationReply([]);
}

async function takeOrganisation(document: unknown, fileName: string): Promise<OrganisationReply> {
  const packs = await readOrganisations();
  const id = newId();
  const read = readOrganisation(document, { id, fileName, today: today() });
  const same = packs.find(({ from, name }) => from === 'file' && name === read.name);
  if (same !== undefined && read.version < same.version) {
    throw new PackRefused(
      spoken(
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
    spoken(
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

async function organisationReply(said: readonly string[]): Promise<OrganisationReply> {
  const [policy, taken, update] = await Promise.all([readPolicy(), readOrganisations(), readUpdateRecord()]);
  const packs = [...policy, ...taken].map((pack) => {
    const { id, name, version, from, takenOn } = pack;
    const entries = packsOf(pack).reduce((sum, { items }) => sum + items.length, 0);
    return { id, name, version, from, takenOn, entries };
  });
  const view = update && { address: update.address, said: update.said, lookedAt: update.lookedAt };
  return { packs, update: view, said };
}

function newOwnId(): string {
  return `own-${newId()}`;
}

function newId(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 12);
}
