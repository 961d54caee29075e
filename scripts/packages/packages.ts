import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, trackedFiles } from './read-folder.ts';
import { type Files, zipOf } from './zip-file.ts';

/** The browsers that there is a build for, and the folder of each. */
export const builds = { chrome: 'chrome-mv3', firefox: 'firefox-mv3' } as const;
export type Build = keyof typeof builds;

/** Folder of the extension within a package that is handed out: the same in all versions, so that a new one replaces it. */
export const handoutFolder = 'gaozhun';

/**
 * The public key of the package that is handed out. By it the browser gives the extension the same id, and so the
 * same settings, in whatever folder it lies; the private key was thrown away, and nothing is signed with it. Stores
 * refuse a manifest with a key.
 */
export const handoutKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA7DH+FPxXg4wEu6ARvI3WmQ4EPQVIaeSLKrelRHwimiVRfjagRt8EH5gIhYuopwP7sHwIw50/8r+6sP63WaOun/cT+OyvhkLKws7ErraP20Le/DVTGBpDR8BxzLyuZJSLlP0C0SsFz5Vmxmda/i7ToE3hlPUxP78bBFaSfaoHM8kNa8DAsUi4CVcxoK7c9psPpqBWWZOcZCqwjlV0zTVp04Iqxb/pzfEyF69l6nzdZsNGcj+prduz50niJ4gyh4g/kFNqUye/8+Ubictkzy7P0bknI3d9UoVhL2VSnWL4To6ILdkM08yCi5gJlf+Xzp5NU3DSt1Z293QUUpyNuybvjQIDAQAB';

/** The packages of a version, by their file names; the sources are left out where git does not know the folder. */
export function packagesOf(root: string, version: string): Map<string, Uint8Array> {
  const packages = new Map<string, Uint8Array>();
  for (const build of Object.keys(builds) as Build[]) {
    const extension = filesBelow(join(root, '.output', builds[build]));
    packages.set(`gaozhun-${version}-${build}-store.zip`, zipOf(extension));
    const steps = readFileSync(join(root, `deploy/handout/${build}.txt`), 'utf8');
    packages.set(`gaozhun-${version}-${build}.zip`, zipOf(handout(extension, build, steps, version)));
  }
  const sources = trackedFiles(root);
  if (sources !== null) packages.set(`gaozhun-${version}-sources.zip`, zipOf(sources));
  return packages;
}

/** The extension in a folder, and beside it how to install it. */
export function handout(extension: Files, build: Build, steps: string, version: string): Files {
  const files = new Map([...extension].map(([path, content]) => [`${handoutFolder}/${path}`, content]));
  if (build === 'chrome') {
    const path = `${handoutFolder}/manifest.json`;
    files.set(
      path,
      changedManifest(files.get(path), (manifest) => ({ ...manifest, key: handoutKey })),
    );
  }
  // Notepad of older Windows knows UTF-8 by its mark, and line ends by both characters.
  const text = `\ufeff${steps.replaceAll('{version}', version).replace(/\r?\n/gu, '\r\n')}`;
  return files.set('安装说明.txt', new TextEncoder().encode(text));
}

/** A manifest with changes. Throws if it is not there. */
export function changedManifest(
  file: Uint8Array | undefined,
  change: (manifest: Record<string, unknown>) => Record<string, unknown>,
): Uint8Array {
  if (file === undefined) throw new Error('没有 manifest.json。');
  const manifest: Record<string, unknown> = JSON.parse(new TextDecoder().decode(file));
  return new TextEncoder().encode(`${JSON.stringify(change(manifest), null, 2)}\n`);
}

/** SHA256SUMS of packages, as `sha256sum -c` reads it. */
export function checksums(packages: Files): string {
  return [...packages]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
    .join('');
}

/**
 * What differs between two files of checksums, one line for each package; [] if nothing does. A line of either that cannot be read
 * differs, too.
 */
export function differences(one: string, other: string): string[] {
  const [left, right] = [readChecksums(one), readChecksums(other)];
  const names = [...new Set([...left.sums.keys(), ...right.sums.keys()])].sort();
  return [
    ...[...left.broken, ...right.broken].map((line) => `读不懂的一行：${line}`),
    ...names.flatMap((name) => {
      const [sum, otherSum] = [left.sums.get(name), right.sums.get(name)];
      if (sum === otherSum) return [];
      return sum === undefined || otherSum === undefined ? [`${name}：只有一边有`] : [`${name}：内容不同`];
    }),
  ];
}

/** The checksums of a file by names, and its lines that are none. Windows ends lines by two characters, and may write capitals. */
function readChecksums(text: string): { sums: ReadonlyMap<string, string>; broken: readonly string[] } {
  const sums = new Map<string, string>();
  const broken: string[] = [];
  for (const line of text.replace(/^\ufeff/u, '').split(/\r?\n/u)) {
    const [, sum = '', name = ''] = /^([0-9a-f]{64}) [ *](\S+)$/iu.exec(line) ?? [];
    if (name !== '' && !sums.has(name)) sums.set(name, sum.toLowerCase());
    else if (line !== '') broken.push(line.slice(0, 100));
  }
  return { sums, broken };
}
