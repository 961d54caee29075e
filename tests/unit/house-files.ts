import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** The folder of the project. */
export const root = resolve(import.meta.dirname, '../..');

/** The source files in folders of the project, from its root: `lib/draft/date.ts`. */
export function sourcesIn(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => walk(join(root, folder)));
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return walk(path);
    return /\.tsx?$/u.test(name) ? [relative(root, path)] : [];
  });
}
