import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { NumberingStyle } from './draft/numbering-style.ts';
import type { AlsoRead } from './fields/types.ts';
import { type Language, languages } from './language.ts';
import { type IgnoredFinding, ignoredFinding } from './messages.ts';
import { numberingStyle } from './numbering-messages.ts';
import { isRecord } from './phrases/is-record.ts';
import { type RuleId, ruleIds } from './rules/types.ts';
import { type Strictness, strictnesses } from './strictness.ts';

/** What the author has chosen, for all drafts. */
export interface Settings {
  /** Rules that are switched off. */
  readonly rulesOff: readonly RuleId[];
  /** Match patterns of sites that the browser allows and the author does not want read. */
  readonly sitesOff: readonly string[];
  /** What is read on a site although it is left alone by default, by the site's match pattern. */
  readonly siteChoices: Readonly<Record<string, AlsoRead>>;
  /** The author's own place (云溪县); '' when they have not said. */
  readonly place: string;
  /** The form of ordinals that the author chose; empty: none. */
  readonly numberingStyle: NumberingStyle;
  /** The language of the screen. */
  readonly language: Language;
  /** Findings to leave out in every draft. */
  readonly ignored: readonly IgnoredFinding[];
  /** How much is marked in the page; the side panel always has all. */
  readonly strictness: Strictness;
}

/** What the author has chosen in one draft. */
export interface DraftSettings {
  /** The draft's date, when the author set it. ISO date. */
  readonly date?: string;
  readonly ignored: readonly IgnoredFinding[];
}

const siteChoice = v.object({
  codeEditors: v.fallback(v.boolean(), false),
  optedOut: v.fallback(v.boolean(), false),
});

/** Each field is checked by itself: one that cannot be read falls back to its default and takes nothing else with it. */
const fields = {
  rulesOff: v.fallback(v.array(v.picklist(ruleIds)), []),
  sitesOff: v.fallback(v.array(v.string()), []),
  siteChoices: v.fallback(v.record(v.string(), siteChoice), {}),
  place: v.fallback(v.pipe(v.string(), v.maxLength(20)), ''),
  numberingStyle: v.fallback(numberingStyle, {}),
  language: v.fallback(v.picklist(languages), 'zh'),
  ignored: v.fallback(v.array(ignoredFinding), []),
  strictness: v.fallback(v.picklist(strictnesses), 'normal'),
};
const draftFields = v.object({
  date: v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined),
  ignored: v.fallback(v.array(ignoredFinding), []),
  /** Milliseconds since 1970: the drafts used longest ago are forgotten first. */
  usedAt: v.fallback(v.number(), 0),
});

/** Where the settings stand in the extension's local storage. */
export const settingsKey = 'settings';
const draftPrefix = 'draft:';
/** Drafts remembered on this machine. */
const mostDrafts = 300;

/** Reads the settings; what cannot be read is its default. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(settingsKey);
  const raw = isRecord(stored[settingsKey]) ? stored[settingsKey] : {};
  return {
    rulesOff: v.parse(fields.rulesOff, raw.rulesOff ?? []),
    sitesOff: v.parse(fields.sitesOff, raw.sitesOff ?? []),
    siteChoices: v.parse(fields.siteChoices, raw.siteChoices ?? {}),
    place: v.parse(fields.place, raw.place ?? ''),
    numberingStyle: v.parse(fields.numberingStyle, raw.numberingStyle ?? {}),
    language: v.parse(fields.language, raw.language ?? 'zh'),
    ignored: v.parse(fields.ignored, raw.ignored ?? []),
    strictness: v.parse(fields.strictness, raw.strictness ?? 'normal'),
  };
}

/** Writes follow one another: what two surfaces change at once, both keep. */
let writing: Promise<unknown> = Promise.resolve();

function inTurn(write: () => Promise<void>): Promise<void> {
  const turn = writing.then(write, write);
  writing = turn;
  return turn;
}

function changeSettings(change: (settings: Settings) => Settings): Promise<void> {
  return inTurn(async () => {
    await browser.storage.local.set({ [settingsKey]: change(await readSettings()) });
  });
}

/** Switches a rule on or off. */
export function setRule(rule: RuleId, on: boolean): Promise<void> {
  return changeSettings((settings) => ({
    ...settings,
    rulesOff: withOrWithout(settings.rulesOff, rule, !on),
  }));
}

/** Sets the author's own place; '' forgets it. */
export function setPlace(place: string): Promise<void> {
  return changeSettings((settings) => ({ ...settings, place: place.trim() }));
}

/** Remembers the form of ordinals that the author chose; a kind that is left out keeps its own. */
export function setNumberingStyle(style: NumberingStyle): Promise<void> {
  return changeSettings((settings) => ({
    ...settings,
    numberingStyle: { ...settings.numberingStyle, ...style },
  }));
}

/** Sets the language of the screen. */
export function setLanguage(language: Language): Promise<void> {
  return changeSettings((settings) => ({ ...settings, language }));
}

/** Sets how much is marked in the page. */
export function setStrictness(strictness: Strictness): Promise<void> {
  return changeSettings((settings) => ({ ...settings, strictness }));
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

/** Reads what was chosen in a draft. */
export async function readDraftSettings(draftKey: string): Promise<DraftSettings> {
  const { date, ignored } = await readRecord(draftKey);
  return { ...(date === undefined ? {} : { date }), ignored };
}

/** Sets the date of a draft; null gives it back to the draft’s own words. */
export function setDraftDate(draftKey: string, date: string | null): Promise<void> {
  return changeDraft(draftKey, ({ ignored }) => ({ ignored, ...(date === null ? {} : { date }) }));
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
  return inTurn(async () => await writeRecord(draftKey, change(await readDraftSettings(draftKey))));
}

async function readRecord(draftKey: string) {
  const key = draftPrefix + draftKey;
  const stored = await browser.storage.local.get(key);
  const parsed = v.safeParse(draftFields, stored[key] ?? {});
  return parsed.success ? parsed.output : { date: undefined, ignored: [], usedAt: 0 };
}

async function writeRecord(draftKey: string, record: DraftSettings): Promise<void> {
  const key = draftPrefix + draftKey;
  await browser.storage.local.set({ [key]: { ...record, usedAt: Date.now() } });
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
