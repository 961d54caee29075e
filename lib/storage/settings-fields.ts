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

const style = v.object({
  arabic: v.fallback(numberingStyle.entries.arabic, undefined),
  ordinal: v.fallback(numberingStyle.entries.ordinal, undefined),
});

/** What could be read of a field, and the items of its list that could not, from 1. */
interface ReadField<T> {
  readonly value: T;
  readonly broken: readonly number[];
}

/** Reads a field. Null if nothing of it can be read. */
type FieldReader<T> = (raw: unknown) => ReadField<T> | null;

/** A field that is one value. */
function whole<T>(schema: v.GenericSchema<unknown, T>): FieldReader<T> {
  return (raw) => {
    const read = v.safeParse(schema, raw);
    return read.success ? { value: read.output, broken: [] } : null;
  };
}

/** A field that is a list: an item that cannot be read is left out, and takes no other with it. */
function eachOf<T>(schema: v.GenericSchema<unknown, T>): FieldReader<readonly T[]> {
  return (raw) => {
    if (!Array.isArray(raw)) return null;
    const broken: number[] = [];
    const value = raw.flatMap((item: unknown, at) => {
      const read = v.safeParse(schema, item);
      if (!read.success) broken.push(at + 1);
      return read.success ? [read.output] : [];
    });
    return { value, broken };
  };
}

/** A field of values by names: a value that cannot be read is left out, and takes no other with it. */
function eachByName<T>(schema: v.GenericSchema<unknown, T>): FieldReader<Readonly<Record<string, T>>> {
  return (raw) => {
    if (!isRecord(raw)) return null;
    const read = eachOf(v.tuple([v.string(), schema]))(Object.entries(raw));
    return read && { value: Object.fromEntries(read.value), broken: read.broken };
  };
}

const pattern = v.pipe(
  v.string(),
  v.check((site) => sitePattern.test(site)),
);

/** How each field is read. A new field is a line here, one among the defaults and one in `Settings`. */
const readers: { readonly [K in keyof Settings]: FieldReader<Settings[K]> } = {
  rulesOff: eachOf(v.picklist(ruleIds)),
  sitesOff: eachOf(pattern),
  siteChoices: eachByName(siteChoice),
  place: whole(v.pipe(v.string(), v.maxLength(20))),
  unit: whole(v.pipe(v.string(), v.maxLength(40))),
  numberingStyle: whole(style),
  language: whole(v.picklist(languages)),
  ignored: eachOf(ignoredFinding),
  strictness: whole(v.picklist(strictnesses)),
  speakingRate: whole(speakingRate),
  slashSearch: whole(v.boolean()),
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

/** A field that cannot be read, or, where `item` is given, an item of its list, from 1. */
export interface BrokenField {
  readonly field: SettingsField;
  readonly item?: number;
}

/** Reads what a record holds of the settings, field by field: one that cannot be read takes nothing else with it. */
export function readFields(raw: unknown): {
  readonly settings: Partial<Settings>;
  readonly broken: readonly BrokenField[];
} {
  const record = isRecord(raw) ? raw : {};
  const broken: BrokenField[] = [];
  const read = settingsFields.flatMap((field) => {
    if (record[field] === undefined) return [];
    const parsed = readers[field](record[field]);
    broken.push(...(parsed === null ? [{ field }] : parsed.broken.map((item) => ({ field, item }))));
    return parsed === null ? [] : [[field, parsed.value] as const];
  });
  // Each value was read by the reader of its own field.
  return { settings: Object.fromEntries(read) as Partial<Settings>, broken };
}

const isoDate = v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined);

/** What is stored of a draft, each field checked by itself. */
export const draftRecord = v.object({
  date: isoDate,
  oldDay: isoDate,
  ignored: v.fallback(
    v.pipe(
      v.unknown(),
      v.transform((raw) => eachOf(ignoredFinding)(raw)?.value ?? []),
    ),
    [],
  ),
  /** Milliseconds since 1970: the drafts used longest ago are forgotten first. */
  usedAt: v.fallback(v.number(), 0),
});

/** The days chosen for a draft. The day of old is nothing without the one chosen in its place. */
export function chosenDays({ date, oldDay }: Pick<v.InferOutput<typeof draftRecord>, 'date' | 'oldDay'>) {
  if (date === undefined) return {};
  return oldDay === undefined ? { date } : { date, oldDay };
}
