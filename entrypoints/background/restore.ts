import { browser } from 'wxt/browser';
import { type Say, sayIn } from '../../lib/language/language.ts';
import type { Fault, RestoreReply } from '../../lib/messaging/messages.ts';
import { mergeDrafts, sentenceOf } from '../../lib/phrases/own/collection.ts';
import { packsOf } from '../../lib/phrases/own/organisation.ts';
import { draftOf } from '../../lib/phrases/own/phrase.ts';
import { PackRefusedError } from '../../lib/phrases/own/refused.ts';
import { readAddress, readKey, updatePackId } from '../../lib/phrases/own/update.ts';
import { rules } from '../../lib/rules/index.ts';
import { type Backup, fieldNames, notBackup, notTaken, readBackup } from '../../lib/storage/backup.ts';
import { itemsOfKept, queueKeptWrite } from '../../lib/storage/recent.ts';
import {
  itemsOfDrafts,
  itemsOfSettings,
  queueSettingsWrite,
  readSettings,
  type Settings,
} from '../../lib/storage/settings.ts';
import { storeItems } from '../../lib/storage/store.ts';
import { tellAlsoRead } from './also-read.ts';
import { itemsOfPacks, nothingSaid, readOrganisations, readOwn, readUpdateRecord } from './pack-store.ts';
import { queuePackChange, refusalOf, served } from './packs.ts';
import { tryOut } from './phrases.ts';
import { syncSites } from './sites.ts';

/**
 * What a backup's file would bring, or brings where it is applied. Settings that it holds are taken over; phrases,
 * packs, dates and what is ignored are added to those that are there: nothing is taken away.
 */
export async function restore(text: string, apply: boolean): Promise<RestoreReply | Fault> {
  const now = await readSettings();
  const { language } = now;
  const say = sayIn(language);
  const read = readBackup(text);
  if (read === null) {
    return { fault: say(notBackup.zh, notBackup.en) };
  }
  const { backup, faults } = read;
  return await queuePackChange(async () => {
    const before = await readOwn();
    const merge = mergeDrafts(before, backup.own.map(draftOf), () => crypto.randomUUID());
    const packs = await readOrganisations();
    const { newer, broken } = usablePacks(backup.organisations, packs);
    const usable = isUsable(backup.update);
    const update = usable && (await readUpdateRecord()) === null ? backup.update : null;
    const parts = partsOf({ ...backup, update }, merge.added + merge.changed, newer.length, now);
    const refused = [
      ...faults.map((part) => {
        const { zh, en } = notTaken(part);
        return say(zh, en);
      }),
      ...merge.refused.map(({ index, fault }) =>
        say(
          `我的提法“${backup.own[index]?.name ?? ''}”没有加入。${sentenceOf(fault).zh}`,
          `Own phrase “${backup.own[index]?.name ?? ''}” was not added. ${sentenceOf(fault).en}`,
        ),
      ),
      ...broken.map((name) =>
        say(`单位词库“${name}”有误，没有采用。`, `The pack “${name}” is faulty and was not taken.`),
      ),
      ...(backup.update === null || usable
        ? []
        : [say('更新地址或其公钥有误，没有采用。', 'Not taken, faulty: the update address or its key.')]),
    ];
    if (apply) {
      const others = packs.filter(({ id }) => !newer.some((one) => one.id === id));
      try {
        await take({ ...backup, update }, merge.phrases, [...newer, ...others]);
      } catch (error) {
        return refusalOf(error, language);
      }
    }
    return { parts, refused };
  });
}

/** True in local storage from the write of a restore until all that runs has taken it up. */
const unfinishedKey = 'restoreUnfinished';

/**
 * Everything lies in one store and is written at once, so that a worker that is stopped meanwhile leaves all of it or
 * nothing; what is then left to do is noted in the same write.
 */
async function take(
  { settings, drafts, kept, update }: Backup,
  own: Backup['own'],
  organisations: Backup['organisations'],
): Promise<void> {
  const record = update && { ...update, said: nothingSaid, lookedAt: 0, fresh: true };
  await queueSettingsWrite(() =>
    queueKeptWrite(async () => {
      await storeItems({
        ...(await itemsOfSettings(settings)),
        ...(await itemsOfDrafts(new Map(drafts.map(({ key, ...draft }) => [key, draft])))),
        ...(await itemsOfKept(kept)),
        ...itemsOfPacks(own, organisations, record),
        [unfinishedKey]: true,
      });
    }),
  );
  await finishRestore();
}

/** Has all that runs heed what was restored last; at the start of a worker, where the one before was stopped over it. */
export async function finishRestore(): Promise<void> {
  const { [unfinishedKey]: unfinished } = await browser.storage.local.get(unfinishedKey);
  if (unfinished === undefined) return;
  await syncSites();
  await tellAlsoRead();
  try {
    await served();
  } finally {
    // Packs that cannot be served now are tried again whenever the browser starts.
    await browser.storage.local.remove(unfinishedKey);
  }
}

/** The packs of a file that are newer than those here and can be compiled; and the names of those that cannot. */
function usablePacks(
  given: Backup['organisations'],
  here: Backup['organisations'],
): { newer: Backup['organisations']; broken: readonly string[] } {
  const fresh = given.filter(
    ({ id, version }) =>
      id !== updatePackId && !here.some((other) => other.id === id && other.version >= version),
  );
  const compiles = (pack: (typeof fresh)[number]) => {
    try {
      tryOut(packsOf(pack));
      return true;
    } catch (error) {
      if (error instanceof PackRefusedError) return false;
      throw error;
    }
  };
  const newer = fresh.filter(compiles);
  return { newer, broken: fresh.filter((pack) => !newer.includes(pack)).map(({ name }) => name) };
}

/** True for an update address that could be set by hand as well. */
function isUsable(update: Backup['update']): boolean {
  if (update === null) return false;
  try {
    readAddress(update.address);
    readKey(update.key);
    return true;
  } catch (error) {
    if (error instanceof PackRefusedError) return false;
    throw error;
  }
}

/** The settings of a file that differ from those here, each by its name: it may switch checking off. */
function settingsInWords(settings: Backup['settings'], now: Settings, say: Say): string[] {
  return (Object.keys(settings) as (keyof typeof settings)[]).flatMap((field) => {
    if (JSON.stringify(settings[field]) === JSON.stringify(now[field])) return [];
    const name = say(fieldNames[field].zh, fieldNames[field].en);
    if (field === 'sitesOff') return [`${name}${inParentheses(settings.sitesOff ?? [], say)}`];
    if (field === 'rulesOff') {
      const off = settings.rulesOff ?? [];
      const titles = rules.flatMap(({ id, title }) => (off.includes(id) ? [say(title.zh, title.en)] : []));
      const which = titles.length === 0 ? say('（全部打开）', ' (all on)') : inParentheses(titles, say);
      return [titles.length === 0 ? `${name}${which}` : say(`关闭核对内容${which}`, `${name}${which}`)];
    }
    return [name];
  });
}

function inParentheses(words: readonly string[], say: Say): string {
  return say(`（${words.join('、')}）`, ` (${words.join(', ')})`);
}

function partsOf(backup: Backup, own: number, packs: number, now: Settings): string[] {
  const say = sayIn(now.language);
  const { settings, drafts, kept } = backup;
  const counted: readonly (readonly [number, string, string])[] = [
    [own, '条我的提法（新增或更新）', 'own phrases, new or changed'],
    [packs, '个单位词库', 'organisation packs'],
    [kept.starred.length, '条收藏', 'starred phrases'],
    [drafts.length, '篇稿件的日期和忽略', 'drafts with their dates and ignored words'],
  ];
  const words = [
    ...settingsInWords(settings, now, say),
    ...counted.flatMap(([count, zh, en]) => (count > 0 ? [say(`${count} ${zh}`, `${en} (${count})`)] : [])),
  ];
  if (backup.update === null) return words;
  const { address } = backup.update;
  return [...words, say(`更新地址 ${address}`, `the update address ${address}`)];
}
