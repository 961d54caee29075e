import { browser } from 'wxt/browser';
import { isRecord } from '../common/is-record.ts';
import { draftPrefix, draftSettingsKey, queueSettingsWrite, settingsKey } from './settings.ts';
import { defaultSettings } from './settings-fields.ts';
import { type StoredItems, storeItems } from './store.ts';

/** Where it stands in the extension's local storage how many of the steps below have been taken. */
export const formatKey = 'storage-format';

/** What a step changes: items to write, and keys to remove once they are written. */
interface Change {
  readonly items: StoredItems;
  readonly gone?: readonly string[];
}

/**
 * How the storage of earlier versions becomes today's, oldest first. A step is never changed once it is released: storage may
 * be of any version. It may run twice, where the browser ended the worker over it.
 */
const steps: readonly ((all: StoredItems) => Promise<Change> | Change)[] = [
  // 0.1.0 and 0.2.0 named drafts by their addresses, which may hold tokens.
  async (all) => {
    const items: Record<string, unknown> = {};
    const gone: string[] = [];
    for (const [name, stored] of Object.entries(all)) {
      if (!name.startsWith(draftPrefix)) continue;
      const hidden = await draftSettingsKey(name.slice(draftPrefix.length));
      if (hidden === name) continue;
      if (!(hidden in all)) items[hidden] = stored;
      gone.push(name);
    }
    return { items, gone };
  },
  // They kept what the last look for an update came to in the language of that day alone.
  ({ packUpdate }) => {
    if (!isRecord(packUpdate) || typeof packUpdate.said !== 'string') return { items: {} };
    const { said } = packUpdate;
    return { items: { packUpdate: { ...packUpdate, said: { zh: said, en: said } } } };
  },
  // They stored every setting, chosen or not: an organisation's own defaults would never have come to bear.
  ({ [settingsKey]: settings }) => {
    if (!isRecord(settings)) return { items: {} };
    const defaults: Readonly<Record<string, unknown>> = { ...defaultSettings };
    const chosen = Object.entries(settings).filter(
      ([field, value]) => !(field in defaults) || JSON.stringify(value) !== JSON.stringify(defaults[field]),
    );
    return { items: { [settingsKey]: Object.fromEntries(chosen) } };
  },
];

/** The format of what this version stores. */
export const storageFormat = steps.length;

/**
 * Brings what an earlier version stored into today's format. Storage of a later version is left as it is: its fields are read
 * one by one. Throws StorageFullError if there is no room, and has changed nothing then that an earlier version reads.
 */
export function migrate(): Promise<void> {
  return queueSettingsWrite(async () => {
    const { [formatKey]: stored } = await browser.storage.local.get(formatKey);
    const from = typeof stored === 'number' && Number.isInteger(stored) && stored >= 0 ? stored : 0;
    if (from >= storageFormat) return;
    for (const [at, step] of steps.entries()) {
      if (at < from) continue;
      const { items, gone = [] } = await step(await browser.storage.local.get(null));
      await storeItems(items);
      if (gone.length > 0) await browser.storage.local.remove([...gone]);
      await storeItems({ [formatKey]: at + 1 });
    }
  });
}
