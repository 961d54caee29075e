import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/**
 * Caches in `file` what `make` returns (anything that structured cloning takes) until one of the files and folders in
 * `sources` changes. Throws what `make` throws, and if a source is missing.
 */
export async function cachedOnDisk<T>(
  file: string,
  sources: readonly string[],
  make: () => Promise<T>,
): Promise<T> {
  const key = await hashOf(sources);
  const found = await readKept(file);
  if (found !== null && found.key === key) return found.value as T;
  const value = await make();
  try {
    await mkdir(dirname(file), { recursive: true });
    // Renaming is atomic: concurrent processes never read a partial file.
    const written = `${file}.${process.pid}`;
    await writeFile(written, serialize({ key, value }));
    await rename(written, file);
  } catch (error) {
    // If the folder is not writable, nothing is cached.
    if (!['EACCES', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  return value;
}

async function readKept(file: string): Promise<{ key: unknown; value: unknown } | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const found: unknown = deserialize(bytes);
    return typeof found === 'object' && found !== null && 'key' in found && 'value' in found ? found : null;
  } catch {
    // Damaged, or written by another version of Node: treated as absent.
    return null;
  }
}

/** A hash of the names and contents of files, and of all files in folders. */
async function hashOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of (await Promise.all(sources.map(filesIn))).flat().sort()) {
    const content = await readFile(path);
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function filesIn(source: string): Promise<string[]> {
  const path = resolve(source);
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
