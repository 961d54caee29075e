import { resolve } from 'node:path';
import { sourcesIn as sourcesOf } from '../../scripts/mutation/imports.ts';

/** The folder of the project. */
export const root = resolve(import.meta.dirname, '../..');

/** The source files in folders of the project, from its root: `lib/draft/date.ts`. */
export function sourcesIn(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => sourcesOf(root, folder));
}
