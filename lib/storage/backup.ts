import * as v from 'valibot';
import { isRecord } from '../common/is-record.ts';
import { bilingual, type Words } from '../language/language.ts';
import { type KeptPhrases, keptLimits } from '../phrases/kept.ts';
import { type OrganisationPack, organisationPackSchema } from '../phrases/own/organisation.ts';
import { type OwnPhrase, ownPhraseSchema } from '../phrases/own/phrase.ts';
import {
  type BrokenField,
  chosenDays,
  type DraftSettings,
  draftRecord,
  readFields,
  type Settings,
  type SettingsField,
} from './settings-fields.ts';

/** All that the author can lose with a machine, as one file holds it. */
export interface Backup {
  readonly settings: Partial<Settings>;
  readonly drafts: readonly (DraftSettings & { readonly key: string })[];
  readonly own: readonly OwnPhrase[];
  readonly kept: KeptPhrases;
  readonly organisations: readonly OrganisationPack[];
  readonly update: { readonly address: string; readonly key: string } | null;
}

/** What a file holds, and the names of its parts that could not be read. */
export interface ReadBackup {
  readonly backup: Backup;
  readonly faults: readonly Words[];
}

const format = 'gaozhun-backup';
/** A file of a later version may hold what this one would misread. */
const version = 1;

/** So many items of a list are read: ten times as many as are kept of any. */
const mostItems = 30_000;
/** So many packs of organisations are read: each is compiled before it is taken. */
const mostPacks = 100;
/** So many faults are named one by one. */
const mostFaults = 20;

/** Why a file is no backup. */
export const notBackup = bilingual(
  '这个文件不是稿准的备份，或来自更新的版本，没有改动任何设置。',
  'This file is not a backup of Gaozhun, or was made by a later version. Nothing was changed.',
);

/** What is said of a part of a backup that cannot be read. */
export function notTaken({ zh, en }: Words): Words {
  return bilingual(`${zh}有误，没有采用，现有的不变。`, `Not taken, unreadable: ${en}.`);
}

/** What each setting is called on the screen. */
export const fieldNames: Readonly<Record<SettingsField, Words>> = {
  rulesOff: bilingual('核对内容的开关', 'the rules switched off'),
  sitesOff: bilingual('停用的网站', 'the sites switched off'),
  siteChoices: bilingual('各网站另外核对的内容', 'what else is read on sites'),
  place: bilingual('我的地方', '“my place”'),
  unit: bilingual('我的单位', '“my unit”'),
  numberingStyle: bilingual('序号写法', 'the form of numbers'),
  language: bilingual('界面语言', 'the language'),
  ignored: bilingual('每篇忽略的字句', 'what is ignored everywhere'),
  strictness: bilingual('标出多少', 'how much is marked'),
  speakingRate: bilingual('每分钟字数', 'the characters a minute'),
  slashSearch: bilingual('网页里的 // 检索', 'the search by //'),
};

/** The name of a field that cannot be read, or of an item of it. */
function nameOfBroken({ field, item }: BrokenField): Words {
  const { zh, en } = fieldNames[field];
  return item === undefined ? fieldNames[field] : bilingual(`${zh}第 ${item} 项`, `${en}, item ${item}`);
}

/** The file of a backup. `savedOn` is an ISO date. */
export function writeBackup(backup: Backup, savedOn: string): string {
  return `${JSON.stringify({ format, version, savedOn, ...backup }, null, 2)}\n`;
}

/** Reads a backup's file, field by field and item by item. Null for any other file, or one of a later version. Never throws. */
export function readBackup(text: string): ReadBackup | null {
  const document = parsed(text);
  if (!isRecord(document) || document.format !== format || document.version !== version) return null;
  const faults: Words[] = [];
  const { settings, broken } = readFields(document.settings);
  faults.push(...broken.map(nameOfBroken));
  const items = <T>(
    raw: unknown,
    schema: v.GenericSchema<unknown, T>,
    zh: string,
    en: string,
    most = mostItems,
  ): T[] => {
    if (raw === undefined) return [];
    if (!Array.isArray(raw)) {
      faults.push(bilingual(zh, en));
      return [];
    }
    if (raw.length > most)
      faults.push(bilingual(`${zh}第 ${most} 项之后的内容`, `${en}, beyond item ${most}`));
    return raw.slice(0, most).flatMap((item: unknown, index) => {
      const read = v.safeParse(schema, item);
      if (!read.success) faults.push(bilingual(`${zh}第 ${index + 1} 项`, `${en}, item ${index + 1}`));
      return read.success ? [read.output] : [];
    });
  };
  const ids = (raw: unknown, most: number, zh: string, en: string) =>
    items(raw, v.pipe(v.string(), v.minLength(1), v.maxLength(200)), zh, en).slice(0, most);
  const kept = isRecord(document.kept) ? document.kept : {};
  const update = v.safeParse(updateSchema, document.update ?? null);
  if (!update.success) faults.push(bilingual('更新地址', 'the update address'));
  return {
    backup: {
      settings,
      drafts: items(document.drafts, draftSchema, '稿件日期和忽略', 'dates and ignored words of drafts').map(
        ({ key, ignored, ...days }) => ({ key, ignored, ...chosenDays(days) }),
      ),
      own: items(document.own, ownPhraseSchema, '我的提法', 'own phrases'),
      kept: {
        starred: ids(kept.starred, keptLimits.starred, '收藏的提法', 'starred phrases'),
        recent: ids(kept.recent, keptLimits.recent, '最近用过的提法', 'phrases used last'),
      },
      organisations: items(document.organisations, packOfFile, '单位词库', 'organisation packs', mostPacks),
      update: update.success ? update.output : null,
    },
    faults: namedFaults(faults),
  };
}

/** The first faults, and the count of the others. */
function namedFaults(faults: readonly Words[]): readonly Words[] {
  const others = faults.length - mostFaults;
  if (others <= 0) return faults;
  return [...faults.slice(0, mostFaults), bilingual(`另外 ${others} 项`, `${others} other items`)];
}

const draftSchema = v.object({
  ...draftRecord.entries,
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)),
});
/** Only packs that came from a file: signed ones are fetched again from their address, policy ones come from the policy. */
const packOfFile = v.object({ ...organisationPackSchema.entries, from: v.literal('file') });
const updateSchema = v.nullable(v.object({ address: v.string(), key: v.string() }));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    // Not JSON, so not a backup.
    return null;
  }
}
