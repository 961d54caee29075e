import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { cratesIn, type Installed, noticeFiles, noticesOf, noticeText } from './notices.ts';

/** Modules that the bundler makes itself, by the package whose code they hold. */
const made: readonly (readonly [id: RegExp, from: string])[] = [
  [/^\0?vite\//u, 'vite'],
  [/^\0?commonjsHelpers/u, 'vite'],
  [/^\0?virtual:wxt-/u, 'wxt'],
  [/^\0?wxt\//u, 'wxt'],
];

/** Records the packages whose code is in a bundle, as the bundler has it. One for all bundles of a build. */
export function recordPackages(found: Map<string, Installed>): Plugin {
  return {
    name: 'gaozhun-record-packages',
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(part.modules)) {
          if (renderedLength === 0) continue;
          const from = packageOf(id);
          if (from !== null) found.set(from.folder, from);
        }
      }
    },
  };
}

/**
 * The package that a module belongs to; null for a file of the project.
 * @throws Error if the module can be laid to nobody
 */
export function packageOf(id: string): Installed | null {
  const path = id.replace(/^\0/u, '').replace(/\?.*$/u, '');
  const inPackage = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//u.exec(path.split(sep).join('/'));
  if (inPackage !== null) {
    const [, folder = '', name = ''] = inPackage;
    return described(name, folder);
  }
  const from = made.find(([pattern]) => pattern.test(id))?.[1];
  if (from !== undefined) return described(from, join(import.meta.dirname, '../../node_modules', from));
  if (existsSync(path)) return null;
  throw new Error(`不知道模块 ${JSON.stringify(id)} 出自哪个软件包，请写进 scripts/licences/bundle.ts。`);
}

function described(name: string, folder: string): Installed {
  const about: { version: string; license?: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return { name, version: about.version, licence: about.license ?? '', folder };
}

/**
 * Writes the notices of a finished build into its folder.
 * @throws Error naming what has no notice
 */
export function writeNotices(output: string, packages: Iterable<Installed>): void {
  const files = readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(output, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const programs = files.filter((file) => file.endsWith('.wasm'));
  const crates = programs.flatMap((file) => cratesIn(readFileSync(join(output, file))));
  // Scripts, styles and pages come from the bundler, which has told of its packages.
  const data = files.filter((file) => !/\.(?:js|css|html)$/u.test(file));
  const notices = noticesOf([...packages], data, crates);
  for (const [name, content] of [
    [noticeFiles.list, `${JSON.stringify(notices)}\n`],
    [noticeFiles.text, noticeText(notices)],
  ] as const) {
    const file = join(output, name);
    if (!existsSync(dirname(file))) throw new Error(`没有文件夹 ${dirname(file)}。`);
    writeFileSync(file, content);
  }
}
