import { answerRequests } from '../../surface/in-worker.ts';
import { readBackupFile } from './read-backup-file.ts';

/** Reads a backup in a worker: a file of 20 MB may hold a million entries. */
answerRequests(readBackupFile);
