import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { IgnoredFinding } from '../checking/ignored.ts';
import type { Strictness } from '../checking/strictness.ts';
import type { StyleChoice } from '../checking/style-choice.ts';
import { isRecord } from '../common/is-record.ts';
import { serial } from '../common/serial.ts';
import type { AlsoRead } from '../fields/types.ts';
import type { Language } from '../language/language.ts';
import { type RuleId, ruleIds } from '../rules/types.ts';
import { readManaged } from './managed.ts';
import {
  chosenDays,
  type DraftSettings,
  defaultSettings,
  draftRecord,
  readFields,
  type Settings,
  settingsFields,
} from './settings-fields.ts';
import { type StoredItems, storeItems } from './store.ts';

export type { DraftSettings, Settings } from './settings-fields.ts';

/** Where the settings stand in the extension's local storage. */
export const settingsKey = 'settings';
/** How long settings wait for a policy, in ms: no page is to open later for it. `followPolicy` has all checked again when it comes. */
const policyPatience = 150;
/** What the key of a draft's choices begins with. */
export const draftPrefix = 'draft:';
/** Drafts remembered on this machine. */
const mostDrafts = 300;

/**
 * Where the choices for a draft stand in the extension's local storage. An address may hold tokens, and a backup is
 * carried around: only its hash is stored.
 */
export async function draftSettingsKey(draftKey: string): Promise<string> {
  return draftPrefix + (await storedKeyOf(draftKey));
}

/** The key of a draft as it is stored: the same for a key and for its stored form. */
async function storedKeyOf(draftKey: string): Promise<string> {
  if (!/^[a-z][a-z\d+.-]*:\/\//iu.test(draftKey)) return draftKey;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(draftKey));
  return Array.from(new Uint8Array(bytes, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Reads the settings: what the author has chosen, else what an administrator has set, else the default. What cannot be read
 * counts as not chosen.
 */
export async function readSettings(): Promise<Settings> {
  const [chosen, managed] = await Promise.all([readChosen(), readManaged(policyPatience)]);
  return { ...defaultSettings, ...managed?.settings, ...chosen };
}

/** What the author has chosen. Only this is stored, so that an administrator's settings hold for the rest. */
async function readChosen(): Promise<Partial<Settings>> {
  const stored = await browser.storage.local.get(settingsKey);
  return readFields(stored[settingsKey]).settings;
}

/** What is to be stored once the settings are changed: what was chosen before, and what is changed now. */
async function chosenAfter(change: (settings: Settings) => Settings): Promise<StoredItems> {
  const [chosen, before] = await Promise.all([readChosen(), readSettings()]);
  const after = change(before);
  const changed = settingsFields
    .filter((field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]))
    .map((field) => [field, after[field]] as const);
  return { [settingsKey]: { ...chosen, ...Object.fromEntries(changed) } };
}

/** Queues work that reads and writes settings or drafts, so that two changes at once are both kept. */
export const queueSettingsWrite = serial();

function changeSettings(change: (settings: Settings) => Settings): Promise<void> {
  return queueSettingsWrite(async () => {
    await storeItems(await chosenAfter(change));
  });
}

/** Switches a rule on or off. */
export function setRule(rule: RuleId, on: boolean): Promise<void> {
  return changeSettings((settings) => ({
    ...settings,
    rulesOff: withOrWithout(settings.rulesOff, rule, !on),
  }));
}

/** Sets the author's own unit; '' forgets it. */
export function setUnit(unit: string): Promise<void> {
  return changeSettings((settings) => ({ ...settings, unit: unit.trim() }));
}

/** Sets the author's own place; '' forgets it. */
export function setPlace(place: string): Promise<void> {
  return changeSettings((settings) => ({ ...settings, place: place.trim() }));
}

/** Remembers the form of ordinals that the author chose, or none (null); a kind that is left out keeps its own. */
export function setNumberingStyle(choice: StyleChoice): Promise<void> {
  return changeSettings((settings) => {
    const { arabic, ordinal } = { ...settings.numberingStyle, ...choice };
    const style = { ...(arabic && { arabic }), ...(ordinal && { ordinal }) };
    return { ...settings, numberingStyle: style };
  });
}

/** Sets the language of the screen. */
export function setLanguage(language: Language): Promise<void> {
  return changeSettings((settings) => ({ ...settings, language }));
}

/** Sets how much is marked in the page. */
export function setStrictness(strictness: Strictness): Promise<void> {
  return changeSettings((settings) => ({ ...settings, strictness }));
}

/** Sets how fast a speech is read out, in characters a minute. */
export function setSpeakingRate(rate: number): Promise<void> {
  return changeSettings((settings) => ({ ...settings, speakingRate: rate }));
}

/** Has two slashes in an editor search for phrases there, or not any more. */
export function setSlashSearch(on: boolean): Promise<void> {
  return changeSettings((settings) => ({ ...settings, slashSearch: on }));
}

/** Has a site left alone although the browser allows it, or read again. */
export function setSiteOff(pattern: string, off: boolean): Promise<void> {
  return changeSettings((settings) => ({
    ...settings,
    sitesOff: withOrWithout(settings.sitesOff, pattern, off),
  }));
}

/** Has something read on a site that is left alone by default, or not any more. */
export function setSiteChoice(pattern: string, what: keyof AlsoRead, on: boolean): Promise<void> {
  return changeSettings((settings) => {
    const { [pattern]: before, ...others } = settings.siteChoices;
    const after = { codeEditors: false, optedOut: false, ...before, [what]: on };
    const kept = after.codeEditors || after.optedOut ? { [pattern]: after } : {};
    return { ...settings, siteChoices: { ...others, ...kept } };
  });
}

function withOrWithout<T>(list: readonly T[], item: T, wanted: boolean): T[] {
  const others = list.filter((other) => other !== item);
  return wanted ? [...others, item] : others;
}

/** True for the id of a rule. */
export function isRuleId(id: string): id is RuleId {
  return (ruleIds as readonly string[]).includes(id);
}

/** What is stored once settings of a backup are taken over. */
export function itemsOfSettings(settings: Partial<Settings>): Promise<StoredItems> {
  return chosenAfter((before) => takenOver(before, settings));
}

/**
 * Settings of a backup over those that are here; fields that it lacks stay as they are. What is always left out is added
 * to, and a site that the author does not want read stays so.
 */
function takenOver(before: Settings, settings: Partial<Settings>): Settings {
  return {
    ...before,
    ...settings,
    ignored: (settings.ignored ?? []).reduce(including, before.ignored),
    sitesOff: [...new Set([...before.sitesOff, ...(settings.sitesOff ?? [])])],
  };
}

/** What was chosen in each draft, by its stored key; drafts in which nothing was chosen are left out. */
export async function readAllDrafts(): Promise<ReadonlyMap<string, DraftSettings>> {
  const all = await browser.storage.local.get(null);
  const drafts = new Map<string, DraftSettings>();
  for (const [name, stored] of Object.entries(all)) {
    if (!name.startsWith(draftPrefix)) continue;
    const draft = settingsIn(stored);
    if (draft.date !== undefined || draft.ignored.length > 0)
      drafts.set(await storedKeyOf(name.slice(draftPrefix.length)), draft);
  }
  return drafts;
}

/**
 * What is stored once it is taken over what a backup says of drafts: its dates win, what was ignored on either side is
 * ignored. Drafts that are known here are never forgotten for those of a backup: of its others, only as many are taken
 * as there is room for.
 */
export async function itemsOfDrafts(drafts: ReadonlyMap<string, DraftSettings>): Promise<StoredItems> {
  const all = await browser.storage.local.get(null);
  const known = Object.keys(all).filter((name) => name.startsWith(draftPrefix));
  let room = mostDrafts - known.length;
  const taken: Record<string, unknown> = {};
  for (const [key, { ignored, ...days }] of drafts) {
    const name = draftPrefix + (await storedKeyOf(key));
    const before = all[name];
    if (before === undefined && room-- <= 0) continue;
    const read = v.safeParse(draftRecord, before ?? {});
    const record = read.success ? read.output : { ignored: [], usedAt: 0 };
    taken[name] = {
      ...chosenDays(days.date === undefined ? record : days),
      ignored: ignored.reduce(including, record.ignored),
      usedAt: record.usedAt,
    };
  }
  return taken;
}

/** Reads what was chosen in a draft. */
export async function readDraftSettings(draftKey: string): Promise<DraftSettings> {
  const name = await draftSettingsKey(draftKey);
  return settingsIn((await browser.storage.local.get(name))[name]);
}

function settingsIn(stored: unknown): DraftSettings {
  const read = v.safeParse(draftRecord, stored ?? {});
  if (!read.success) return { ignored: [] };
  const { ignored, ...days } = read.output;
  return { ...chosenDays(days), ignored };
}

/**
 * Sets the date of a draft; null gives it back to the draft’s own words. `oldDay` is the day of an older time that its
 * words tell of now: it is kept from one date to the next, for they may no longer tell of it, and goes with the date.
 */
export function setDraftDate(draftKey: string, date: string | null, oldDay?: string): Promise<void> {
  return changeDraft(draftKey, ({ ignored, oldDay: before }) => ({
    ignored,
    ...(date === null ? {} : chosenDays({ date, oldDay: oldDay ?? before })),
  }));
}

/** Remembers a finding to leave out in a draft. */
export function ignoreFinding(draftKey: string, finding: IgnoredFinding): Promise<void> {
  return changeDraft(draftKey, (draft) => {
    return { ...draft, ignored: including(draft.ignored, finding) };
  });
}

/** Remembers a finding to leave out in every draft. */
export function ignoreAlways(finding: IgnoredFinding): Promise<void> {
  return changeSettings((settings) => ({ ...settings, ignored: including(settings.ignored, finding) }));
}

/** Forgets an ignored finding of a draft, or all of them; what is left out in every draft stays so. */
export function restoreIgnored(draftKey: string, finding?: IgnoredFinding): Promise<void> {
  return changeDraft(draftKey, (draft) => ({ ...draft, ignored: excluding(draft.ignored, finding) }));
}

/** Forgets a finding that was left out in every draft. */
export function restoreAlways(finding: IgnoredFinding): Promise<void> {
  return changeSettings((settings) => ({ ...settings, ignored: excluding(settings.ignored, finding) }));
}

function including(list: readonly IgnoredFinding[], finding: IgnoredFinding): readonly IgnoredFinding[] {
  return list.some((other) => isSame(other, finding)) ? list : [...list, finding];
}

function excluding(list: readonly IgnoredFinding[], finding?: IgnoredFinding): readonly IgnoredFinding[] {
  return finding === undefined ? [] : list.filter((other) => !isSame(other, finding));
}

function isSame(a: IgnoredFinding, b: IgnoredFinding): boolean {
  return a.rule === b.rule && a.text === b.text && a.before === b.before && a.after === b.after;
}

function changeDraft(draftKey: string, change: (draft: DraftSettings) => DraftSettings): Promise<void> {
  return queueSettingsWrite(
    async () => await writeRecord(draftKey, change(await readDraftSettings(draftKey))),
  );
}

async function writeRecord(draftKey: string, record: DraftSettings): Promise<void> {
  const name = await draftSettingsKey(draftKey);
  await storeItems({ [name]: { ...record, usedAt: Date.now() } });
  const all = await browser.storage.local.get(null);
  const drafts = Object.entries(all)
    .filter(([name]) => name.startsWith(draftPrefix))
    .map(([name, value]) => ({
      name,
      usedAt: isRecord(value) && typeof value.usedAt === 'number' ? value.usedAt : 0,
    }))
    .sort((a, b) => b.usedAt - a.usedAt);
  const old = drafts.slice(mostDrafts).map((draft) => draft.name);
  if (old.length > 0) await browser.storage.local.remove(old);
}
