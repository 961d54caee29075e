import * as v from 'valibot';
import { type IgnoredFinding, ignoredFinding } from '../checking/ignored.ts';
import { speakingRate } from '../checking/speaking-time.ts';
import { type Strictness, strictnesses } from '../checking/strictness.ts';
import { numberingStyle } from '../checking/style-choice.ts';
import { isRecord } from '../common/is-record.ts';
import type { NumberingStyle } from '../draft/ordinal-style.ts';
import type { AlsoRead } from '../fields/types.ts';
import { type Language, languages } from '../language/language.ts';
import { type RuleId, ruleIds } from '../rules/types.ts';
import { sitePattern } from '../sites/sites.ts';

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
  /** The author's own unit (云溪县市场监管局); '' when they have not said. */
  readonly unit: string;
  /** The form of ordinals that the author chose; empty: none. */
  readonly numberingStyle: NumberingStyle;
  /** The language of the screen. */
  readonly language: Language;
  /** Findings to leave out in every draft. */
  readonly ignored: readonly IgnoredFinding[];
  /** How much is marked in the page; the side panel always has all. */
  readonly strictness: Strictness;
  /** How fast a speech is read out, in characters a minute. */
  readonly speakingRate: number;
  /** True if two slashes and a few characters in an editor search for phrases there. */
  readonly slashSearch: boolean;
}

/** What the author has chosen in one draft. */
export interface DraftSettings {
  /** The draft's date, when the author set it. ISO date. */
  readonly date?: string;
  /** The day it was first written for, where `date` is another time's: its own words may no longer say. ISO date. */
  readonly oldDay?: string;
  readonly ignored: readonly IgnoredFinding[];
}

const siteChoice = v.object({
  codeEditors: v.fallback(v.boolean(), false),
  optedOut: v.fallback(v.boolean(), false),
});

/** What each field may be. A new field is a line here, one among the defaults and one in `Settings`. */
const schemas: { readonly [K in keyof Settings]: v.GenericSchema<unknown, Settings[K]> } = {
  rulesOff: v.array(v.picklist(ruleIds)),
  sitesOff: v.pipe(
    v.array(v.string()),
    v.filterItems((site) => sitePattern.test(site)),
  ),
  siteChoices: v.record(v.string(), siteChoice),
  place: v.pipe(v.string(), v.maxLength(20)),
  unit: v.pipe(v.string(), v.maxLength(40)),
  numberingStyle,
  language: v.picklist(languages),
  ignored: v.array(ignoredFinding),
  strictness: v.picklist(strictnesses),
  speakingRate,
  slashSearch: v.boolean(),
};

export const defaultSettings: Settings = {
  rulesOff: [],
  sitesOff: [],
  siteChoices: {},
  place: '',
  unit: '',
  numberingStyle: {},
  language: 'zh',
  ignored: [],
  strictness: 'normal',
  speakingRate: 220,
  slashSearch: false,
};

export type SettingsField = keyof Settings;
export const settingsFields = Object.keys(defaultSettings) as readonly SettingsField[];

/** Reads what a record holds of the settings, field by field: one that cannot be read takes nothing else with it. */
export function readFields(raw: unknown): {
  readonly settings: Partial<Settings>;
  readonly broken: readonly SettingsField[];
} {
  const record = isRecord(raw) ? raw : {};
  const broken: SettingsField[] = [];
  const read = settingsFields.flatMap((field) => {
    if (record[field] === undefined) return [];
    const parsed = v.safeParse(schemas[field], record[field]);
    if (!parsed.success) broken.push(field);
    return parsed.success ? [[field, parsed.output] as const] : [];
  });
  // Each value has passed the schema of its own field.
  return { settings: Object.fromEntries(read) as Partial<Settings>, broken };
}

const isoDate = v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined);

/** What is stored of a draft, each field checked by itself. */
export const draftRecord = v.object({
  date: isoDate,
  oldDay: isoDate,
  ignored: v.fallback(v.array(ignoredFinding), []),
  /** Milliseconds since 1970: the drafts used longest ago are forgotten first. */
  usedAt: v.fallback(v.number(), 0),
});

/** The days chosen for a draft. The day of old is nothing without the one chosen in its place. */
export function chosenDays({ date, oldDay }: Pick<v.InferOutput<typeof draftRecord>, 'date' | 'oldDay'>) {
  if (date === undefined) return {};
  return oldDay === undefined ? { date } : { date, oldDay };
}
