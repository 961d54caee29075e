import type { Backup } from '../../lib/storage/backup.ts';
import { readKept } from '../../lib/storage/recent.ts';
import { readAllDrafts, readSettings } from '../../lib/storage/settings.ts';
import { readOrganisations, readOwn, readUpdateRecord } from './pack-store.ts';

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
    organisations: organisations.filter(({ from }) => from === 'file'),
    update: update && { address: update.address, key: update.key },
  };
}
