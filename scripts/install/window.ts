import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { ensureChromium } from '../browser.ts';

/** A browser in a window of a screen of its own, as somebody has it who has just installed it. */
export interface RealWindow {
  readonly context: BrowserContext;
  /** Keys to the window in front, by xdotool: also to a dialog of the system. */
  keys(...args: readonly string[]): void;
  /** A picture of the whole screen, NAME.png. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** What the pictures need, by the Debian packages that have it. */
const tools = { Xvfb: 'xvfb', openbox: 'openbox', xdotool: 'xdotool', import: 'imagemagick' } as const;

/** @throws Error naming the packages that are not installed */
export function needTools(): void {
  const missing = Object.entries(tools).filter(([name]) => !existsSync(join('/usr/bin', name)));
  if (missing.length === 0) return;
  const packages = missing.map(([, name]) => name).join(' ');
  throw new Error(`还缺：apt-get install ${packages} chromium-l10n`);
}

/** Opens Chromium with a fresh profile, in Chinese. `folder` is that of the pictures; `display` the number of the screen. */
export async function openWindow(folder: string, display: number): Promise<RealWindow> {
  needTools();
  mkdirSync(folder, { recursive: true });
  const home = mkdtempSync(join(tmpdir(), 'gaozhun-install-'));
  const env = { ...process.env, DISPLAY: `:${display}`, LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN' };
  const started: ChildProcess[] = [];
  const start = (command: string, ...args: readonly string[]) => {
    // The dialog for a folder lists the folder that the browser was started in.
    const child = spawn(command, args, { cwd: tmpdir(), env, stdio: 'ignore' });
    started.unshift(child);
    return child;
  };
  start('Xvfb', `:${display}`, '-screen', '0', '1280x800x24');
  await sleep(1_500);
  start('openbox');
  await sleep(500);
  const profile = join(home, 'profile');
  start(
    ensureChromium(),
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--lang=zh-CN',
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    '--window-position=0,0',
    '--window-size=1280,800',
    // The new tab page keeps the debugger waiting now and then.
    'about:blank',
  );
  const end = async () => {
    for (const child of started) {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.kill()) await ended;
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  let browser: Browser;
  try {
    const address = `http://127.0.0.1:${await debuggingPort(profile)}`;
    browser = await connect(address);
  } catch (error) {
    await end();
    throw error;
  }
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('浏览器没有打开。');
  return {
    context,
    keys: (...args) => void execFileSync('xdotool', [...args], { env }),
    async picture(name) {
      // What was pressed last is drawn by then.
      await sleep(1_200);
      const file = join(folder, `${name}.png`);
      execFileSync(
        'import',
        ['-window', 'root', '-resize', '960x', '+dither', '-colors', '96', '-strip', file],
        {
          env,
        },
      );
    },
    async close() {
      await browser.close();
      await end();
    },
  };
}

/** Connects to a browser that may be busy starting. */
async function connect(address: string): Promise<Browser> {
  for (let tries = 1; ; tries++) {
    try {
      return await chromium.connectOverCDP(address, { timeout: 20_000 });
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}

async function debuggingPort(profile: string): Promise<string> {
  const file = join(profile, 'DevToolsActivePort');
  for (let tries = 0; tries < 120; tries++) {
    if (existsSync(file)) return readFileSync(file, 'utf8').split('\n')[0] ?? '';
    await sleep(250);
  }
  throw new Error('浏览器没有在半分钟里打开。');
}
