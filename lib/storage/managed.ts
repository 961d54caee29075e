import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isRecord } from '../common/is-record.ts';
import { readFields, type Settings } from './settings-fields.ts';

/** What an administrator has set by policy: assets/public/managed_schema.json, docs in deploy/README.zh-CN.md. */
export interface Managed {
  /** Packs of the organisation, not read yet. */
  readonly packs: readonly unknown[];
  /** Addresses of the sites on which the organisation's people write, as somebody would type them. */
  readonly sites: readonly string[];
  /** What holds where the author has chosen nothing. */
  readonly settings: Partial<Pick<Settings, 'place' | 'strictness'>>;
  /** All that the policy says, as the browser gave it: `policyFaults` tells what of it cannot be used. */
  readonly stored: Readonly<Record<string, unknown>>;
}

const nothing: Managed = { packs: [], sites: [], settings: {}, stored: {} };
/** More sites than anybody writes on. */
export const mostSites = 100;

const list = v.fallback(v.array(v.unknown()), []);
const site = v.pipe(v.string(), v.maxLength(2_000));

/** Reads what managed storage holds, key by key and site by site: one that is wrong takes nothing else with it. */
export function managedFrom(stored: unknown): Managed {
  const record = isRecord(stored) ? stored : {};
  const { place, strictness } = readFields(record).settings;
  const sites = v.parse(list, record.sites).slice(0, mostSites);
  return {
    packs: v.parse(list, record.packs),
    sites: sites.filter((one): one is string => v.is(site, one)),
    stored: record,
    settings: { ...(place !== undefined && { place }), ...(strictness !== undefined && { strictness }) },
  };
}

/** What the browser was asked last, until the policy changes: every reading of the settings asks for it. */
let known: Promise<Managed> | null = null;
let isFollowed = false;

/**
 * What an administrator has set; null where the browser has not told of it within `patience`, in ms. One that has just been
 * installed may take long or never answer; an answer that comes later is there for the next reader.
 */
export async function readManaged(patience: number): Promise<Managed | null> {
  known ??= askBrowser();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  try {
    return await Promise.race([known, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Calls back once the browser has told of its policy, and at every change of it, until the signal aborts: the page that opens on
 * installing is there before the policy.
 */
export function followManaged(callback: () => void, signal: AbortSignal): void {
  const changed = (_: object, area: string): void => {
    if (area !== 'managed') return;
    known = null;
    callback();
  };
  browser.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed));
  known ??= askBrowser();
  void known.then(() => {
    if (!signal.aborted) callback();
  });
}

function askBrowser(): Promise<Managed> {
  // Some forks of Chromium lack managed storage; its type knows none of them.
  const { managed, onChanged } = browser.storage as Partial<typeof browser.storage>;
  if (managed === undefined) return Promise.resolve(nothing);
  if (!isFollowed) {
    isFollowed = true;
    onChanged?.addListener((_, area) => {
      if (area === 'managed') known = null;
    });
  }
  return readFrom(managed);
}

async function readFrom(managed: typeof browser.storage.managed): Promise<Managed> {
  try {
    return managedFrom(await managed.get(null));
  } catch {
    // Firefox refuses where no policy is installed at all.
    return nothing;
  }
}
