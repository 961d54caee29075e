import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isRecord } from './phrases/is-record.ts';
import { type KeptPhrases, keptLimits, withStar, withUse } from './phrases/kept.ts';

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

/** Writes follow one another: none loses what another has just added. */
let writing: Promise<unknown> = Promise.resolve();

function change(step: (kept: KeptPhrases) => KeptPhrases): Promise<void> {
  const turn = writing.then(async () => {
    await browser.storage.local.set({ [keptKey]: step(await readKept()) });
  });
  writing = turn.catch(() => undefined);
  return turn;
}

/** Notes that a phrase was inserted or copied. */
export function noteUse(phrase: string): Promise<void> {
  return change((kept) => withUse(kept, phrase));
}

/** Takes starred and used phrases over from a backup, behind those that are here. */
export function takeKept({ starred, recent }: KeptPhrases): Promise<void> {
  return change((kept) => ({
    starred: [...new Set([...kept.starred, ...starred])].slice(0, keptLimits.starred),
    recent: [...new Set([...kept.recent, ...recent])].slice(0, keptLimits.recent),
  }));
}

/** Stars a phrase, or takes its star away. */
export function setStar(phrase: string, on: boolean): Promise<void> {
  return change((kept) => withStar(kept, phrase, on));
}
