import { type Zippable, zipSync } from 'fflate';

/** The files of a package by their paths, which have forward slashes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * A .zip of these files, the same bytes for the same files on every machine: entries by the code units of their
 * paths, one time for all, one way of compressing. fflate compresses in JavaScript, so no version of zlib has a say.
 */
export function zipOf(files: Files): Uint8Array {
  // A .zip holds the local time, so that the day is given in local time, too.
  const mtime = new Date(2020, 0, 1);
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path);
    // `fflate` takes keys that look like numbers first.
    if (content === undefined || /^\d+$/u.test(path)) throw new Error(`“${path}”不能打包。`);
    entries[path] = content;
  }
  return zipSync(entries, { level: 9, mtime });
}
