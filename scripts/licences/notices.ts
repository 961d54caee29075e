import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

/** One work of others that is shipped: its licence, and the notice that has to go with every copy. */
export interface Notice {
  readonly name: string;
  /** Version as installed; '' where the work has none of its own. */
  readonly version: string;
  /** SPDX id, or the name of a file in assets/licences/texts. */
  readonly licence: string;
  readonly text: string;
  /** Where the notice was taken from. */
  readonly source: string;
}

/** The file of the build that the options read, and the one for people. */
export const noticeFiles = { list: 'licences.json', text: 'licences.txt' } as const;

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'assets/licences');

const row = v.strictObject({
  package: v.optional(v.string()),
  name: v.optional(v.string()),
  crates: v.optional(v.array(v.string()), []),
  files: v.optional(v.array(v.string()), []),
  licence: v.optional(v.string()),
  copyright: v.optional(v.array(v.string()), []),
  source: v.string(),
});
const table = v.strictObject({ own: v.array(v.string()), notices: v.array(row) });

/** Rows of assets/licences/notices.yaml: what no licence file of an installed package says. */
export type NoticeTable = v.InferOutput<typeof table>;

/** Reads the rows. Throws where one is malformed. */
export function readNoticeTable(): NoticeTable {
  return v.parse(table, parse(readFileSync(join(folder, 'notices.yaml'), 'utf8')));
}

/** An installed package: its folder, and what its package.json says. */
export interface Installed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly folder: string;
}

/** The package of a name as installed in node_modules. Throws if it is not there. */
export function installedPackage(name: string): Installed {
  const at = join(root, 'node_modules', name);
  const about: { version: string; license?: string } = JSON.parse(
    readFileSync(join(at, 'package.json'), 'utf8'),
  );
  return { name, version: about.version, licence: about.license ?? '', folder: at };
}

/**
 * The notices of a build: of each package in the bundle, of the works in its data files, and of what is compiled into
 * them; in the order of their names.
 * @throws Error naming each package without a licence, each file that nobody answers for, and each crate without a row
 */
export function noticesOf(
  packages: readonly Installed[],
  files: readonly string[],
  crates: readonly string[],
  { own, notices }: NoticeTable = readNoticeTable(),
): readonly Notice[] {
  const missing: string[] = [];
  const list: Notice[] = [];
  const answered = new Set(notices.flatMap((one) => one.files));
  const isOwn = (file: string) =>
    own.some((one) => (one.endsWith('/') ? file.startsWith(one) : file === one));
  for (const file of files) {
    const isOurs = isOwn(file) || Object.values<string>(noticeFiles).includes(file);
    if (!isOurs && !answered.has(file)) missing.push(`文件 ${file}`);
  }
  for (const one of packages) {
    const given = notices.find((other) => other.package === one.name);
    const notice = given === undefined ? fromFolder(one) : fromRow(given, one);
    if (notice === null) missing.push(`软件包 ${one.name}`);
    else list.push(notice);
  }
  const named = new Set(notices.flatMap((one) => one.crates));
  missing.push(...crates.filter((crate) => !named.has(crate)).map((crate) => `Rust 库 ${crate}`));
  const shipped = notices.filter((one) => one.files.some((file) => files.includes(file)));
  for (const one of shipped) {
    if (packages.some(({ name }) => name === one.package)) continue;
    const notice = fromRow(one, one.package === undefined ? null : installedPackage(one.package));
    if (notice === null) missing.push(one.package ?? one.name ?? '');
    else list.push(notice);
  }
  if (crates.length > 0) list.push(...crateNotices(notices));
  if (missing.length > 0) {
    throw new Error(
      `没有许可说明：${missing.join('，')}。请在 assets/licences/notices.yaml 里补上，并写明依据。`,
    );
  }
  return list.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The notices of what is compiled into a program: of all crates, since not every one leaves its name in it. */
function crateNotices(rows: NoticeTable['notices']): readonly Notice[] {
  return rows
    .filter(({ crates }) => crates.length > 0)
    .flatMap((one) => fromRow({ ...one, name: one.crates.join('、') }, null) ?? []);
}

function fromFolder(one: Installed): Notice | null {
  const file = readdirSync(one.folder).find((name) =>
    /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/iu.test(name),
  );
  if (file === undefined || one.licence === '') return null;
  const text = readFileSync(join(one.folder, file), 'utf8').trim();
  const source = `软件包 ${one.name} 的 ${file}`;
  return { name: one.name, version: one.version, licence: one.licence, text, source };
}

function fromRow(one: NoticeTable['notices'][number], installed: Installed | null): Notice | null {
  const name = one.name ?? one.package ?? '';
  const version = installed?.version ?? '';
  if (one.licence === undefined) {
    const notice = installed === null ? null : fromFolder(installed);
    return notice && { ...notice, source: one.source };
  }
  const file = join(folder, 'texts', `${one.licence}.txt`);
  if (one.copyright.length === 0 || !existsSync(file)) return null;
  const text = `${one.copyright.join('\n')}\n\n${readFileSync(file, 'utf8').trim()}`;
  return { name, version, licence: one.licence, text, source: one.source };
}

/** The Rust crates that a WebAssembly file names in the paths of its messages, without their versions. */
export function cratesIn(program: Uint8Array): readonly string[] {
  const text = Buffer.from(program).toString('latin1');
  const found = text.matchAll(/registry\/src\/[^/]+\/([a-z][\w-]*?)-\d+\.\d+\.\d+/gu);
  return [...new Set(Array.from(found, ([, name = '']) => name))].sort();
}

/** The notices as one text, the project's own licence first. */
export function noticeText(notices: readonly Notice[]): string {
  const line = '-'.repeat(78);
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  const parts = notices.map(
    ({ name, version, licence, text, source }) =>
      `${line}\n${[name, version].join(' ').trim()}（${licence}）\n出处：${source}\n\n${text}\n`,
  );
  return `稿准的许可\n\n${own}\n\n稿准里带有下列作品，各按其许可：\n\n${parts.join('\n')}`;
}
