import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { bilingual, type Words } from '../../lib/language/language.ts';
import { readCollection, writeCollection } from '../../lib/phrases/own/collection.ts';
import { type OrganisationPack, organisationPackSchema } from '../../lib/phrases/own/organisation.ts';
import type { OwnPhrase } from '../../lib/phrases/own/phrase.ts';
import { type StoredItems, storeItems } from '../../lib/storage/store.ts';

/** Where own phrases, organisations' packs and the update address lie in storage.local, each checked as it is read. */
const keys = { own: 'own', organisations: 'organisations', update: 'packUpdate' } as const;

/** The update address that someone set up. */
export interface UpdateRecord {
  readonly address: string;
  /** The public key as it was entered: base64 or PEM. */
  readonly key: string;
  /** What the last look came to. */
  readonly said: Words;
  /** Milliseconds since 1970; 0 before the first look. */
  readonly lookedAt: number;
  /** True until a pack of this address and key has been taken: the version of another's pack says nothing here. */
  readonly fresh: boolean;
}

/** What is said before the first look. */
export const nothingSaid = bilingual('', '');

const updateSchema = v.object({
  address: v.string(),
  key: v.string(),
  said: v.fallback(v.object({ zh: v.string(), en: v.string() }), nothingSaid),
  lookedAt: v.fallback(v.number(), 0),
  fresh: v.fallback(v.boolean(), true),
});

/** The author's own phrases; those that cannot be read are left out. */
export async function readOwn(): Promise<OwnPhrase[]> {
  return readCollection(await stored(keys.own)).phrases;
}

/** Keeps the author's own phrases. Throws StorageFullError when there is no room. */
export async function writeOwn(phrases: readonly OwnPhrase[]): Promise<void> {
  await store(keys.own, writeCollection(phrases));
}

/** The organisations' packs that were taken from files or the update address. */
export async function readOrganisations(): Promise<OrganisationPack[]> {
  const list = await stored(keys.organisations);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    const read = v.safeParse(organisationPackSchema, item);
    return read.success ? [read.output] : [];
  });
}

/** Keeps the organisations' packs. Throws StorageFullError when there is no room. */
export async function writeOrganisations(packs: readonly OrganisationPack[]): Promise<void> {
  await store(keys.organisations, packs);
}

/** The update address, or null. */
export async function readUpdateRecord(): Promise<UpdateRecord | null> {
  const read = v.safeParse(updateSchema, await stored(keys.update));
  return read.success ? read.output : null;
}

/** Keeps the update address; null forgets it. */
export async function writeUpdateRecord(record: UpdateRecord | null): Promise<void> {
  if (record === null) await browser.storage.local.remove(keys.update);
  else await store(keys.update, record);
}

async function stored(key: string): Promise<unknown> {
  const found = await browser.storage.local.get(key);
  return found[key];
}

async function store(key: string, value: unknown): Promise<void> {
  await storeItems({ [key]: value });
}

/** What is stored for own phrases, organisations' packs and an update address that come together; null: none comes. */
export function itemsOfPacks(
  own: readonly OwnPhrase[],
  organisations: readonly OrganisationPack[],
  update: UpdateRecord | null,
): StoredItems {
  return {
    [keys.own]: writeCollection(own),
    [keys.organisations]: organisations,
    ...(update === null ? {} : { [keys.update]: update }),
  };
}
