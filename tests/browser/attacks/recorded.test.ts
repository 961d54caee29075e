import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPrivateKey, publicKeyOf, signPack } from '../../../scripts/sign-pack.ts';
import { makeDocx, paragraph, run } from '../../docx/make.ts';
import { ShadowView } from '../card-view.ts';
import { downloadBy } from '../desk-files.ts';
import { useSurfaces, wait } from '../fixture.ts';
import { paintedMarks, waitForMarks } from '../marks-view.ts';
import { answered } from '../surfaces.ts';
import { type RecordingProxy, startRecordingProxy } from './proxy.ts';
import { own } from './stage.ts';
import { startUpdateServer, type UpdateServer } from './update-server.ts';

/*
 * All features on all surfaces, with every request recorded twice: by the browser's own debugger for pages, extension pages
 * and the worker, and by a proxy which the browser uses for everything and which reaches this machine only.
 */

let proxy: RecordingProxy;
let server: UpdateServer;
let folder = '';
/** What the debugger saw leave, but for files of the extension and of the test's own server. */
const seen: string[] = [];
const surfaces = useSurfaces(async () => {
  // Requests of workers are told of only where this is set before the browser starts.
  process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS = '1';
  proxy = await startRecordingProxy();
  server = await startUpdateServer();
  return {
    allowed: ['https://127.0.0.1/*'],
    browser: [
      '--ignore-certificate-errors',
      `--proxy-server=${proxy.address}`,
      '--proxy-bypass-list=<-loopback>',
    ],
  };
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaozhun-recorded-'));
  const { context, address } = surfaces.harness;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  context.on('request', (request: Request) => {
    const url = request.url();
    if (/^(?:chrome-extension|data|blob|about|devtools|chrome):/u.test(url)) return;
    const isPage = [address, address.replace('127.0.0.1', 'editor.localhost')].some((one) =>
      url.startsWith(`${one}/`),
    );
    if (isPage && request.method() === 'GET') return;
    seen.push(`${request.method()} ${url}`);
  });
});
afterAll(async () => {
  proxy?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Names of the browser's own services, which one without any extension asks too. */
const browsersOwn =
  /^CONNECT (?:[\w-]+\.)*(?:google|googleapis|gstatic|gvt1|googleusercontent|google-analytics|chrome|chromium)\.(?:com|org):443$|^\w+ http:\/\/(?:[\w.-]+\.)?(?:gvt1|google|googleapis)\.com\//u;
/** What the proxy was asked, but for the test's own pages and the browser's own services. */
function asked(): string[] {
  const pages = surfaces.harness.address;
  const name = pages.replace('127.0.0.1', 'editor.localhost');
  return proxy.asked.filter(
    (one) => !one.startsWith(`GET ${pages}/`) && !one.startsWith(`GET ${name}/`) && !browsersOwn.test(one),
  );
}
async function choose(page: Page, button: string, name: string, content: string | Uint8Array): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, content);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button, exact: true }).first().click(wait),
  ]);
  await chooser.setFiles(file);
}
const openOptions = async () =>
  surfaces.closeLater(await surfaces.open('options', { width: 900, height: 900 }));
const fault = '我们要深入学习贯彻党的十九大精神。';

describe('no request leaves that is not the page’s own', () => {
  it('the two records see a request of a page, of the worker and of an extension page, where there is one', async () => {
    const { harness } = surfaces;
    const page = await surfaces.openTest('plain.html');
    const asks = (name: string) =>
      `fetch('${server.origin}/seen-${name}', { mode: 'no-cors' }).catch(() => null)`;
    await page.evaluate(asks('page'));
    await (await harness.worker()).evaluate(asks('worker'));
    await surfaces.welcome.evaluate(asks('welcome'));
    await page.evaluate(`fetch('http://attacker.example/seen').catch(() => null)`);
    for (const name of ['page', 'worker', 'welcome']) {
      expect(server.asked.map(({ path }) => path)).toContain(`/seen-${name}`);
      await expect.poll(() => seen, wait).toContain(`GET ${server.origin}/seen-${name}`);
    }
    expect(asked()).toEqual(
      expect.arrayContaining([`CONNECT ${new URL(server.origin).host}`, 'GET http://attacker.example/seen']),
    );
    seen.length = 0;
    proxy.asked.length = 0;
    server.asked.length = 0;
  });

  it('typing, checking, the card, its fix, its further pages and its silencing', async () => {
    for (const name of ['plain.html', 'textarea.html', 'tiptap.html', 'shadow.html', 'frame-cross.html']) {
      const page = await surfaces.openTest(name);
      const view = await ShadowView.of(page);
      if (name === 'frame-cross.html') {
        await expect.poll(async () => (await paintedMarks(page)).length, wait).toBeGreaterThan(0);
        continue;
      }
      const marks = await waitForMarks(page, ['党的十九大', '工商局', '四、']);
      await page.mouse.click(marks[0]?.x ?? 0, marks[0]?.y ?? 0);
      await view.waitForText('改为');
      await view.click('更多');
      await view.waitForText('关闭此规则');
      await view.click('改为“党的二十大”');
      await waitForMarks(page, ['工商局', '四、']);
      await page.keyboard.type('稿');
    }
  });

  it('the popup: search, insert, star, the phrase in full, a new phrase', async () => {
    const page = await surfaces.openTest('plain.html');
    await page.locator('#editor p').first().click();
    const popup = await surfaces.popupOver(page);
    await popup.keyboard.type('sgys');
    await answered(popup);
    await popup.keyboard.press('Control+d');
    await popup.keyboard.press('ArrowRight');
    await popup.locator('article').waitFor(wait);
    await popup.keyboard.press('Escape');
    await popup.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => window.editorPage.model()), wait).toContain('四个意识');
    await popup.getByRole('combobox').fill('甲乙丙丁市民驿站');
    await answered(popup);
    await popup.getByRole('button', { name: '加入我的提法' }).click();
    await popup.keyboard.type('甲乙丙丁便民驿站');
    await popup.keyboard.press('Enter');
    await popup.getByRole('option').first().waitFor(wait);
  });

  it('the side panel: the page’s findings, the desk with a .docx and a text, its downloads and its report', async () => {
    const page = await surfaces.openTest('plain.html');
    const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 800 }));
    await page.bringToFront();
    await page.locator('#editor h1').click();
    await panel.locator('#page-panel .finding').first().waitFor(wait);
    await panel.bringToFront();
    await panel.getByRole('tab', { name: '文稿台' }).click();
    const desk = panel.locator('#desk-panel');
    await choose(
      panel,
      '选择文件…',
      '讲话.docx',
      makeDocx(paragraph(run(fault)) + paragraph(run('2022年，市工商局要抓好落实。'))),
    );
    await desk.locator('.finding').first().waitFor(wait);
    await desk
      .locator('.finding')
      .filter({ hasText: '党的十九大' })
      .getByRole('button', { name: '改为' })
      .first()
      .click();
    const { bytes } = await downloadBy(panel, desk.getByRole('button', { name: '下载 .docx', exact: true }));
    expect(bytes.length).toBeGreaterThan(1000);
    const [report] = await Promise.all([
      surfaces.harness.context.waitForEvent('page', wait),
      desk.getByRole('button', { name: '核对单…' }).click(),
    ]);
    await report.locator('.actions').waitFor(wait);
    await report.close();
  });

  it('the options: own phrases in and out, a pack, a backup out and in, the other pages', async () => {
    const options = await openOptions();
    await options.getByRole('heading', { name: '单位词库' }).waitFor(wait);
    await choose(
      options,
      '导入',
      '提法.csv',
      `规范表述,误写,级别,说明\n${own.name},三定方案词,应改,${own.note}\n`,
    );
    await options
      .getByRole('region', { name: '导入预览' })
      .getByRole('button', { name: /导入这/u })
      .click(wait);
    await options.locator('section.own .own-row').first().waitFor(wait);
    for (const form of ['csv', 'xlsx', 'yaml'])
      await downloadBy(options, options.getByRole('button', { name: `.${form}`, exact: true }));
    await choose(
      options,
      '导入词库',
      '词库.json',
      JSON.stringify({
        name: '市委办词库',
        version: 2,
        entries: [{ 规范表述: '全市“百日攻坚”行动', 误写: ['百日会战行动'] }],
      }),
    );
    await options
      .getByRole('region', { name: '词库预览' })
      .getByRole('button', { name: /载入这/u })
      .click(wait);
    await options.getByRole('button', { name: '移除 市委办词库' }).waitFor(wait);
    const backup = await downloadBy(options, options.getByRole('button', { name: '备份到文件' }));
    await choose(options, '从文件恢复', backup.name, backup.bytes);
    await options
      .getByRole('region', { name: '恢复预览' })
      .getByRole('button', { name: '恢复', exact: true })
      .click(wait);
    await options.getByRole('region', { name: '恢复预览' }).waitFor({ ...wait, state: 'detached' });
    const base = new URL('/', surfaces.welcome.url()).href;
    for (const name of ['privacy', 'welcome', 'report']) {
      await options.goto(`${base}${name}.html`);
      await options.locator('h1').first().waitFor(wait);
    }
    expect(await readFile(join(folder, '提法.csv'), 'utf8')).toContain(own.name);
  });

  it('a worker that is stopped, and starts again', async () => {
    await surfaces.harness.stopWorker();
    const page = await surfaces.openTest('textarea.html');
    await waitForMarks(page, ['党的十九大', '工商局', '四、']);
  });

  it('in all: none by the debugger, and none by the proxy', () => {
    expect(seen).toEqual([]);
    expect(asked()).toEqual([]);
    expect(server.asked).toEqual([]);
  });
});

describe('with an address of updates set', () => {
  it('exactly one GET of it leaves, with nothing in it', async () => {
    const key = newPrivateKey();
    server.answer = (_, response) =>
      response.end(
        signPack(
          JSON.stringify({
            name: '市委办词库',
            version: 3,
            entries: [{ name: '市民服务中心', wrong: '误写甲' }],
          }),
          key,
        ).update,
      );
    const address = `${server.origin}/pack.json`;
    const message = { type: 'update-set', address, key: publicKeyOf(key) };
    await surfaces.welcome.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
    // The day's look was just made: what starts the worker again makes no other.
    await surfaces.harness.stopWorker();
    const page = await surfaces.openTest('plain.html');
    await waitForMarks(page, ['党的十九大', '工商局', '四、']);
    expect(server.asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['GET', '/pack.json', 0],
    ]);
    const names = Object.keys(server.asked[0]?.headers ?? {});
    expect(names.filter((name) => /cookie|referer|origin|if-|authorization/u.test(name))).toEqual([]);
    expect(seen).toEqual([`GET ${address}`]);
    expect(asked()).toEqual([`CONNECT ${new URL(server.origin).host}`]);
  });
});
