import { today } from '../../../lib/common/today.ts';
import type { Words } from '../../../lib/language/language.ts';
import { PackRefusedError } from '../../../lib/phrases/own/refused.ts';
import { notBackup, readBackup, writeBackup } from '../../../lib/storage/backup.ts';

/** A backup as it was read: a document that holds nothing else, and the names of what could not be read. */
export interface BackupFile {
  readonly document: string;
  readonly faults: readonly Words[];
}

/** Reads the file of a backup. Throws PackRefusedError for any other file. */
export function readBackupFile(bytes: Uint8Array): BackupFile {
  const read = readBackup(new TextDecoder().decode(bytes));
  if (read === null) throw new PackRefusedError(notBackup);
  return { document: writeBackup(read.backup, today()), faults: read.faults };
}
