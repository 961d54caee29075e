import { type Backup, readBackup } from '../../lib/backup.ts';
import { type Language, sayIn } from '../../lib/language.ts';
import type { Fault, RestoreReply } from '../../lib/messages.ts';
import { mergeDrafts, sentenceOf } from '../../lib/phrases/own/collection.ts';
import { draftOf } from '../../lib/phrases/own/phrase.ts';
import { readKept, takeKept } from '../../lib/recent.ts';
import { readAllDrafts, readSettings, takeDraft, takeSettings } from '../../lib/settings.ts';
import {
  readOrganisations,
  readOwn,
  readUpdateRecord,
  writeOrganisations,
  writeOwn,
  writeUpdateRecord,
} from './pack-store.ts';
import { inTurn, served } from './packs.ts';
import { syncSites } from './sites.ts';

/** All that the author can lose with this machine. */
export async function currentBackup(): Promise<Backup> {
  const [settings, drafts, own, kept, organisations, update] = await Promise.all([
    readSettings(),
    readAllDrafts(),
    readOwn(),
    readKept(),
    readOrganisations(),
    readUpdateRecord(),
  ]);
  return {
    settings,
    drafts: [...drafts].map(([key, draft]) => ({ key, ...draft })),
    own,
    kept,
    organisations,
    update: update && { address: update.address, key: update.key },
  };
}

/**
 * What a backup's file would bring, or brings where it is applied. Settings that it holds are taken over; phrases,
 * packs, dates and what is ignored are added to those that are there: nothing is taken away.
 */
export async function restore(text: string, apply: boolean): Promise<RestoreReply | Fault> {
  const { language } = await readSettings();
  const say = sayIn(language);
  const read = readBackup(text);
  if (read === null) {
    return {
      fault: say(
        '这个文件不是稿准的备份，或来自更新的版本，没有改动任何设置。',
        'This file is no backup of Gaozhun, or of a later version. Nothing was changed.',
      ),
    };
  }
  const { backup, faults } = read;
  return await inTurn(async () => {
    const before = await readOwn();
    const merge = mergeDrafts(before, backup.own.map(draftOf), () => crypto.randomUUID());
    const packs = await readOrganisations();
    const newer = backup.organisations.filter(
      (pack) => !packs.some(({ id, version }) => id === pack.id && version >= pack.version),
    );
    const parts = partsOf(backup, merge.added + merge.changed, newer.length, language);
    const refused = [
      ...faults.map((fault) =>
        say(`${fault.zh}有误，没有采用，现有的不变。`, `Not taken, unreadable: ${fault.en}.`),
      ),
      ...merge.refused.map(({ index, fault }) =>
        say(
          `我的提法“${backup.own[index]?.name ?? ''}”没有加入。${sentenceOf(fault)}`,
          `Own phrase “${backup.own[index]?.name ?? ''}” was not added: it contradicts another.`,
        ),
      ),
    ];
    if (apply)
      await take(backup, merge.phrases, [
        ...newer,
        ...packs.filter(({ id }) => !newer.some((one) => one.id === id)),
      ]);
    return { parts, refused };
  });
}

async function take(
  { settings, drafts, kept, update }: Backup,
  own: Backup['own'],
  organisations: Backup['organisations'],
): Promise<void> {
  await takeSettings(settings);
  for (const { key, ...draft } of drafts) await takeDraft(key, draft);
  await takeKept(kept);
  await writeOwn(own);
  await writeOrganisations(organisations);
  if (update !== null && (await readUpdateRecord()) === null) {
    await writeUpdateRecord({ ...update, said: '', lookedAt: 0, fresh: true });
  }
  await syncSites();
  await served();
}

function partsOf(backup: Backup, own: number, packs: number, language: Language): string[] {
  const say = sayIn(language);
  const { settings, drafts, kept } = backup;
  const counted: readonly (readonly [number, string, string])[] = [
    [Object.keys(settings).length, '项设置', 'settings'],
    [own, '条我的提法（新增或更新）', 'own phrases (new or changed)'],
    [packs, '个单位词库', 'organisation packs'],
    [kept.starred.length, '条收藏', 'starred phrases'],
    [drafts.length, '篇稿件的日期和忽略', 'drafts with their dates and ignored words'],
  ];
  return counted.flatMap(([count, zh, en]) => (count > 0 ? [say(`${count} ${zh}`, `${count} ${en}`)] : []));
}
