import { signal } from '@preact/signals';
import { say, sayWords } from '../../../components/say.ts';
import { today } from '../../../lib/common/today.ts';
import { bilingual } from '../../../lib/language/language.ts';
import type { RestoreReply } from '../../../lib/messaging/messages.ts';
import { notTaken } from '../../../lib/storage/backup.ts';
import { actionRunner } from '../../surface/action-runner.ts';
import { download } from '../../surface/download.ts';
import { ask } from '../../surface/messaging.ts';
import { load, loadIgnored } from '../options-state.ts';
import { loadOrganisation } from '../organisation/organisation-state.ts';
import { loadOwn } from '../own/own-state.ts';
import { readInTime } from '../read-in-time.ts';
import BackupWorker from './backup-worker.ts?worker';
import type { BackupFile } from './read-backup-file.ts';

/** The chosen backup and what restoring it would change; null if none is chosen. */
export const chosen = signal<{ name: string; document: string; would: RestoreReply } | null>(null);
export const busy = signal(false);
export const outcome = signal('');
const doing = actionRunner(busy, outcome, (sentence) => sentence);

const largest = 20_000_000;
const failed = bilingual(
  '这个文件没有读成：内容损坏，或嵌套过深。',
  'This file could not be read: it is damaged, or nested too deeply.',
);

/** Downloads a backup of all stored data of the author. */
export function saveBackup(): Promise<void> {
  return doing(async () => {
    const { document: content } = await ask({ type: 'backup' });
    const name = say('稿准备份', 'gaozhun-backup');
    download(`${name}-${today()}.json`, new Blob([content], { type: 'application/json' }));
    return say('已备份到一个文件，请妥善保存。', 'Saved to a file. Keep it in a safe place.');
  });
}

/** Reads a file and previews what restoring it would change. */
export function chooseBackup(file: File): Promise<void> {
  return doing(async () => {
    chosen.value = null;
    if (file.size > largest) {
      return say(
        '这个文件超过 20 MB，不是稿准的备份。',
        'This file is larger than 20 MB: no backup of Gaozhun.',
      );
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { document: read, faults } = await readInTime<BackupFile>(new BackupWorker(), bytes, failed);
    const { parts, refused } = await ask({ type: 'restore', document: read, apply: false });
    const unread = faults.map((part) => sayWords(notTaken(part)));
    chosen.value = { name: file.name, document: read, would: { parts, refused: [...unread, ...refused] } };
    return '';
  });
}

/** Restores the chosen backup. */
export function restoreChosen(): Promise<void> {
  return doing(async () => {
    const file = chosen.value;
    if (file === null) return '';
    await ask({ type: 'restore', document: file.document, apply: true });
    chosen.value = null;
    await Promise.all([load(), loadIgnored(), loadOwn(), loadOrganisation()]);
    return say('已恢复。', 'Restored.');
  });
}
