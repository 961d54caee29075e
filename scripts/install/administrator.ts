import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { newCrxKey } from '../packages/crx-file.ts';
import { officePackage } from '../packages/office-package.ts';
import { exampleValues, policyFiles } from '../packages/policy-files.ts';
import { openWindow } from './window.ts';

const port = 8179;
const base = `http://127.0.0.1:${port}/gaozhun/`;
/** What is written on the office's own page, which the policy has allowed: an own phrase of the office's pack, and an old name. */
const draft = '各位代表：我们要做到云溪办事不用求人。会后，市工商局要抓紧落实。';

/** True in a space of mounts that this process has for itself, so that no other browser of the machine reads the policy. */
export function hasOwnMounts(): boolean {
  return process.env.GAOZHUN_OWN_MOUNTS === 'yes';
}

/**
 * Does what deploy/README.zh-CN.md says for Chromium on Linux: packs with a new key, serves .crx and update.xml, writes the policy,
 * and looks at what an author of that office sees, with a picture of each step. Returns the seconds until the extension was there.
 */
export async function administrator(store: string, folder: string): Promise<number> {
  const page = `${base}page.html`;
  const office = officePackage(new Map(Object.entries(unzipSync(readFileSync(store)))), newCrxKey(), base, [
    page,
  ]);
  const served = new Map<string, { type: string; body: Uint8Array | string }>([
    ['update.xml', { type: 'text/xml', body: office.updateXml }],
    [office.name, { type: 'application/x-chrome-extension', body: office.crx }],
    [
      'page.html',
      {
        type: 'text/html; charset=utf-8',
        body: '<!doctype html><title>云溪县委办 · 拟稿</title><h1>拟稿</h1><textarea style="width:90%;height:200px;font:20px serif"></textarea>',
      },
    ],
  ]);
  let crxAt = 0;
  const server = createServer(({ url = '' }, response) => {
    const file = served.get(new URL(url, base).pathname.replace('/gaozhun/', ''));
    if (file === undefined) response.writeHead(404).end();
    else {
      if (url.endsWith('.crx')) crxAt = Date.now();
      response.writeHead(200, { 'content-type': file.type }).end(file.body);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const removePolicy = installPolicy(office.id);
  const window = await openWindow(folder, 72);
  const begin = Date.now();
  try {
    const { context } = window;
    for (let tries = 0; crxAt === 0; tries++) {
      if (tries === 240) throw new Error('浏览器一分钟里没有来取 .crx。');
      await sleep(250);
    }
    const seconds = Math.round((crxAt - begin) / 1_000);
    // No debugger sees the pages of an extension that a policy installed: they are opened by the keyboard.
    await sleep(10_000);
    await window.picture('policy-1-welcome');
    const [tab] = context.pages();
    if (tab === undefined) throw new Error('浏览器里没有标签页。');
    await tab.bringToFront();
    await tab.goto('chrome://policy');
    await tab.mouse.move(640, 500);
    await tab.mouse.wheel(0, 2_000);
    await window.picture('policy-2-policy');
    await tab.goto('chrome://extensions');
    await window.picture('policy-3-extensions');
    await tab.goto(page);
    await tab.locator('textarea').fill(draft);
    await tab.locator('textarea').press('End');
    await tab.waitForFunction(() => document.querySelectorAll(':root > div').length > 0, undefined, {
      timeout: 30_000,
    });
    await window.picture('policy-4-draft');
    window.keys('key', 'ctrl+t');
    await sleep(2_500);
    window.keys('key', 'ctrl+l');
    await sleep(500);
    window.keys('type', '--delay', '15', `chrome-extension://${office.id}/options.html#sites`);
    window.keys('key', 'Return');
    await sleep(3_000);
    window.keys('mousemove', '640', '500', 'click', '--repeat', '30', '--delay', '60', '5');
    await sleep(1_000);
    // The end of the page is two screens below the packs.
    window.keys('click', '--repeat', '8', '--delay', '60', '4');
    await window.picture('policy-5-options');
    return seconds;
  } finally {
    await window.close();
    removePolicy();
    server.close();
  }
}

/** Writes the policy of deploy/linux/gaozhun.json with this id. Returns what takes it away. */
function installPolicy(id: string): () => void {
  if (!hasOwnMounts())
    throw new Error('策略文件会被本机所有浏览器读到：请用 npm run pictures:install 运行。');
  const kept = mkdtempSync(join(tmpdir(), 'gaozhun-chromium-'));
  const preferences = '/etc/chromium/master_preferences';
  if (existsSync(preferences)) copyFileSync(preferences, join(kept, 'master_preferences'));
  mkdirSync('/etc/chromium', { recursive: true });
  // In this process's own mounts: gone with it.
  execFileSync('mount', ['-t', 'tmpfs', 'none', '/etc/chromium']);
  if (existsSync(join(kept, 'master_preferences')))
    copyFileSync(join(kept, 'master_preferences'), preferences);
  mkdirSync('/etc/chromium/policies/managed', { recursive: true });
  const file = policyFiles({ ...exampleValues, id, base }).get('linux/gaozhun.json');
  writeFileSync('/etc/chromium/policies/managed/gaozhun.json', file ?? '');
  return () => {
    execFileSync('umount', ['-l', '/etc/chromium']);
    rmSync(kept, { recursive: true });
  };
}
