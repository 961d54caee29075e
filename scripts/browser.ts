import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

/** One sentence for a machine without Chromium. */
export const noBrowser =
  '没有找到可用的 Chromium，也没能自动安装：请先安装 Chromium，并用环境变量 GAOZHUN_CHROMIUM 指明它的路径，再重试。';

/** One sentence for a machine without Firefox. */
export const noFirefox =
  '没有找到可用的 Firefox，也没能自动安装：请先安装 Firefox ESR（140 或更新），并用环境变量 GAOZHUN_FIREFOX 指明它的路径，再重试。';

/** Branded Chrome and Edge no longer accept --load-extension. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium that accepts unpacked extensions, or null. */
export function findChromium(): string | null {
  const named = process.env.GAOZHUN_CHROMIUM;
  const places = [...(named === undefined ? [] : [named]), ...usualPlaces, chromium.executablePath()];
  return places.find((path) => path !== '' && existsSync(path)) ?? null;
}

/**
 * Path of a Chromium, installed if absent: by the system's packages on Debian and Ubuntu as root (with Chinese
 * fonts), by Playwright elsewhere.
 * @throws Error with one sentence if that fails
 */
export function ensureChromium(): string {
  if (isDebianRoot()) installDebianPackages();
  const found = findChromium();
  if (found !== null) return found;
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  const installed = findChromium();
  if (installed === null) throw new Error(noBrowser);
  return installed;
}

const firefoxPlaces = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** Path of a Firefox, or null. */
export function findFirefox(): string | null {
  const named = process.env.GAOZHUN_FIREFOX;
  const places = [...(named === undefined ? [] : [named]), ...firefoxPlaces];
  return places.find((path) => path !== '' && existsSync(path)) ?? null;
}

/**
 * Path of a Firefox, installed if absent from the system's packages on Debian as root.
 * @throws Error with one sentence if that fails
 */
export function ensureFirefox(): string {
  if (findFirefox() === null && isDebianRoot()) install(['firefox-esr']);
  const found = findFirefox();
  if (found === null) throw new Error(noFirefox);
  return found;
}

function isDebianRoot(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function installDebianPackages(): void {
  const wanted = [
    ...(findChromium() === null ? ['chromium'] : []),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ];
  if (wanted.length > 0) install(wanted);
}

function install(wanted: readonly string[]): void {
  console.log(`正在安装：${wanted.join('、')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env: environment });
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...wanted], {
    stdio: 'ignore',
    env: environment,
  });
}

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    // fontconfig is not installed yet: it comes with the browser's package.
    return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
  }
}

/** Command-line arguments to start the browser with an unpacked extension. */
export function browserArguments(extension: string, headless: boolean): string[] {
  return [
    ...(headless ? ['--headless=new', '--disable-gpu'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
  ];
}
