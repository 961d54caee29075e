import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** One sentence for a machine without LibreOffice. */
export const noLibreOffice =
  '没有找到可用的 LibreOffice，也没能自动安装：请先安装 LibreOffice Writer，并用环境变量 GAOZHUN_SOFFICE 指明 soffice 的路径，再重试。';

const usualPlaces = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

/** Path of LibreOffice's program with Writer, or null. */
export function findLibreOffice(): string | null {
  const named = process.env.GAOZHUN_SOFFICE;
  if (named !== undefined && existsSync(named)) return named;
  // On Debian the program may be installed without Writer.
  const debian = existsSync('/etc/debian_version');
  if (debian && !existsSync('/usr/lib/libreoffice/program/libswlo.so')) return null;
  return usualPlaces.find((path) => existsSync(path)) ?? null;
}

/**
 * Path of LibreOffice, installed if absent by the system's packages on Debian and Ubuntu as root.
 * @throws Error with one sentence if that fails
 */
export function ensureLibreOffice(): string {
  const found = findLibreOffice();
  if (found !== null) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('正在安装：libreoffice-writer-nogui');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
    const install = ['install', '-y', '-q', '--no-install-recommends', 'libreoffice-writer-nogui'];
    spawnSync('apt-get', install, { stdio: 'ignore', env });
  }
  const installed = findLibreOffice();
  if (installed === null) throw new Error(noLibreOffice);
  return installed;
}

/** Runs LibreOffice headless with a profile folder, and returns its output. */
export function runLibreOffice(profile: string, args: readonly string[]): string {
  const run = spawnSync(
    ensureLibreOffice(),
    [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...args],
    { encoding: 'utf8', timeout: 120_000 },
  );
  return `${run.stdout ?? ''}${run.stderr ?? ''}`;
}
