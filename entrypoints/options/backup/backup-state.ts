import { signal } from '@preact/signals';
import { say } from '../../../components/say.ts';
import type { RestoreReply } from '../../../lib/messaging/messages.ts';
import { ask, inWords } from '../../surface/messaging.ts';
import { load, loadIgnored } from '../options-state.ts';
import { loadOrganisation } from '../organisation/organisation-state.ts';
import { loadOwn } from '../own/own-state.ts';

/** The chosen backup and what restoring it would change; null if none is chosen. */
export const chosen = signal<{ name: string; document: string; would: RestoreReply } | null>(null);
export const busy = signal(false);
export const outcome = signal('');

const largest = 20_000_000;

/** Downloads a backup of all stored data of the author. */
export function saveBackup(): Promise<void> {
  return doing(async () => {
    const { document: content } = await ask({ type: 'backup' });
    const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    const name = say('稿准备份', 'gaozhun-backup');
    link.download = `${name}-${new Date().toLocaleDateString('sv-SE')}.json`;
    link.click();
    // Revoking at once would break the download in some browsers.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
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
    const text = await file.text();
    const would = await ask({ type: 'restore', document: text, apply: false });
    chosen.value = { name: file.name, document: text, would };
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

async function doing(work: () => Promise<string>): Promise<void> {
  busy.value = true;
  try {
    outcome.value = await work();
  } catch (fault) {
    outcome.value = inWords(fault);
  } finally {
    busy.value = false;
  }
}
