import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** All files below a folder, by their paths from it. Throws if it is not there. */
export function filesBelow(folder: string): Map<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    entries.map((one) => {
      const path = join(one.parentPath, one.name);
      return [relative(folder, path).split(sep).join('/'), readFileSync(path)];
    }),
  );
}

/** What git tells in a folder, or null where git does not know it. */
export function git(folder: string, ...args: readonly string[]): string | null {
  try {
    return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    // Not a clone: sources that were unpacked from a .zip.
    return null;
  }
}

/** The files of the commit that is checked out, as they stand in the folder; null where git does not know it. */
export function trackedFiles(folder: string): Map<string, Uint8Array> | null {
  const list = git(folder, 'ls-files', '-z');
  if (list === null) return null;
  const paths = list.split('\0').filter((path) => path !== '');
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}
