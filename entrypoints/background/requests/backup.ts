import * as v from 'valibot';
import { today } from '../../../lib/common/today.ts';
import type { RestoreReply } from '../../../lib/messaging/messages.ts';
import { writeBackup } from '../../../lib/storage/backup.ts';
import { currentBackup } from '../backup.ts';
import { restore } from '../restore.ts';
import { defineRequest, reply } from './row.ts';

/** Backup files. */
export const backupRequests = {
  backup: defineRequest({
    from: 'own',
    fields: {},
    reply: reply<{ readonly document: string }>(),
    handle: async () => ({ document: writeBackup(await currentBackup(), today()) }),
  }),
  /** Tells what the file of a backup would bring, and brings it where `apply` is true. */
  restore: defineRequest({
    from: 'own',
    fields: { document: v.pipe(v.string(), v.maxLength(20_000_000)), apply: v.boolean() },
    reply: reply<RestoreReply>(),
    handle: ({ document, apply }) => restore(document, apply),
  }),
};
