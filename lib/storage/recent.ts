import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isRecord } from '../common/is-record.ts';
import { serial } from '../common/serial.ts';
import { type KeptPhrases, keptLimits, withStar, withUse } from '../phrases/kept.ts';
import { storeItems } from './store.ts';

/** Where the starred phrases and those used last stand in the extension's local storage. */
export const keptKey = 'kept-phrases';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Each list is checked by itself, and in it each id: what cannot be read is left out and takes nothing else with it. */
function readIds(raw: unknown, most: number): string[] {
  const ids = Array.isArray(raw) ? raw.filter((one): one is string => v.is(id, one)) : [];
  return [...new Set(ids)].slice(0, most);
}

/** Reads the starred phrases and those used last. */
export async function readKept(): Promise<KeptPhrases> {
  const stored = await browser.storage.local.get(keptKey);
  const raw = isRecord(stored[keptKey]) ? stored[keptKey] : {};
  return {
    starred: readIds(raw.starred, keptLimits.starred),
    recent: readIds(raw.recent, keptLimits.recent),
  };
}

/** Queues work that reads and writes these lists, so that two changes at once are both kept. */
export const queueKeptWrite = serial();

function change(step: (kept: KeptPhrases) => KeptPhrases): Promise<void> {
  return queueKeptWrite(async () => {
    await storeItems({ [keptKey]: step(await readKept()) });
  });
}

/** Notes that a phrase was inserted or copied. */
export function noteUse(phrase: string): Promise<void> {
  return change((kept) => withUse(kept, phrase));
}

/** What is stored once starred and used phrases of a backup are taken over, behind those that are here. */
export async function itemsOfKept({ starred, recent }: KeptPhrases): Promise<Record<string, unknown>> {
  const kept = await readKept();
  const taken: KeptPhrases = {
    starred: [...new Set([...kept.starred, ...starred])].slice(0, keptLimits.starred),
    recent: [...new Set([...kept.recent, ...recent])].slice(0, keptLimits.recent),
  };
  return { [keptKey]: taken };
}

/** Stars a phrase, or takes its star away. */
export function setStar(phrase: string, on: boolean): Promise<void> {
  return change((kept) => withStar(kept, phrase, on));
}
