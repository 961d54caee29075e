import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { ruleIds } from '../../lib/rules/types.ts';
import { writeBackup } from '../../lib/storage/backup.ts';
import { useSurfaces, wait } from './fixture.ts';
import { caretInRich } from './surfaces.ts';

const surfaces = useSurfaces();
let options: Page;

beforeAll(async () => {
  options = await surfaces.open('options', { width: 900, height: 900 });
  await options.getByRole('switch').first().waitFor(wait);
});

const marked = (level: string): Promise<string[]> =>
  surfaces.welcome.evaluate((name) => {
    const highlight = [...CSS.highlights].find(([key]) => key.endsWith(`-${name}`))?.[1];
    return [...(highlight ?? [])].map(String);
  }, level);
const told = () => options.locator('#backup').getByRole('status').textContent();

async function choose(file: { name: string; text: string }): Promise<void> {
  const [chooser] = await Promise.all([
    options.waitForEvent('filechooser'),
    options.getByRole('button', { name: '从文件恢复' }).click(),
  ]);
  await chooser.setFiles({ name: file.name, mimeType: '', buffer: Buffer.from(file.text) });
}

describe('the options', () => {
  it('tell of each rule what it does, by an example and its source', async () => {
    const rule = options.locator('#rules li').filter({ hasText: '过时提法' });
    await rule.getByText('示例和依据').click();
    expect(await rule.locator('.example').textContent()).toBe(
      '要深入学习贯彻党的十九大精神，把各项工作抓紧抓实。→要深入学习贯彻党的二十大精神，把各项工作抓紧抓实。',
    );
    expect(await options.locator('#rules li').count()).toBe(ruleIds.length);
  });

  it('set how much is marked, and open pages follow', async () => {
    await expect.poll(() => marked('warning'), wait).not.toEqual([]);
    await options.getByLabel('安静：只标出确定要改的').click();
    await expect.poll(() => marked('warning'), wait).toEqual([]);
    expect(await marked('error')).not.toEqual([]);
    await options.getByLabel('通常：也标出很可能要改的').click();
    await expect.poll(() => marked('warning'), wait).not.toEqual([]);
  });

  it('speak English when asked to, and Chinese again', async () => {
    await options.getByLabel('English').focus();
    await options.keyboard.press('Space');
    await options.getByRole('heading', { name: 'Shortcuts' }).waitFor(wait);
    await expect.poll(() => options.locator('#rules').textContent(), wait).toContain('Outdated references');
    expect(await options.evaluate(() => document.documentElement.lang)).toBe('en');
    const [download] = await Promise.all([
      options.waitForEvent('download'),
      options.getByRole('button', { name: 'Save to a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^gaozhun-backup-\d{4}-\d\d-\d\d\.json$/u);
    await options.getByLabel('中文').click();
    await options.getByRole('heading', { name: '快捷键' }).waitFor(wait);
    await expect.poll(() => options.locator('#rules').textContent(), wait).toContain('过时提法');
  });

  it('list the shortcuts with the keys they have', async () => {
    const shortcuts = options.locator('#shortcuts');
    await expect.poll(() => shortcuts.textContent(), wait).toContain('到下一处提示Alt+Shift+J');
    expect(await shortcuts.textContent()).toContain('采用光标处提示的首个建议未设');
    const [page] = await Promise.all([
      surfaces.harness.context.waitForEvent('page'),
      shortcuts.getByRole('button', { name: '更改快捷键' }).click(),
    ]);
    expect(page.url()).toBe('chrome://extensions/shortcuts');
    await page.close();
  });

  it('remember the author’s unit, and point out another’s words for itself', async () => {
    const unit = options.getByLabel('我的单位', { exact: true });
    await unit.fill('云溪县市场监管局');
    await unit.press('Enter');
    await options.getByText('已记下：云溪县市场监管局。').waitFor(wait);
    await caretInRich(surfaces.welcome, '同志们：');
    await surfaces.welcome.bringToFront();
    await surfaces.welcome.keyboard.type('我委要带头落实。');
    await expect.poll(() => marked('warning'), wait).toContain('我委');
    for (const _ of '我委要带头落实。') await surfaces.welcome.keyboard.press('Backspace');
    await options.bringToFront();
    await unit.fill('');
    await unit.press('Enter');
    await options.getByText('已清除“我的单位”。').waitFor(wait);
  });

  it('bring back everything from one file, after a look at what it would bring', async () => {
    await options.getByLabel('我的地方', { exact: true }).fill('云溪县');
    await options.getByLabel('我的地方', { exact: true }).press('Enter');
    await expect
      .poll(() => options.getByLabel('我的地方', { exact: true }).inputValue(), wait)
      .toBe('云溪县');
    await options.locator('section.own').getByRole('button', { name: '添加' }).click();
    await options.keyboard.type('云溪办事不求人');
    await options.keyboard.press('Enter');
    await options.locator('.own-row').waitFor(wait);
    const worker = await surfaces.harness.worker();
    await worker.evaluate(
      "chrome.storage.local.set({ 'draft:https://a.cn/1': { date: '2024-01-02', ignored: [], usedAt: 1 } })",
    );
    const [download] = await Promise.all([
      options.waitForEvent('download'),
      options.getByRole('button', { name: '备份到文件' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^稿准备份-\d{4}-\d\d-\d\d\.json$/u);
    const text = await readFile(await download.path(), 'utf8');

    await worker.evaluate('chrome.storage.local.clear()');
    await options.reload();
    await options.getByRole('switch').first().waitFor(wait);
    expect(await options.getByLabel('我的地方', { exact: true }).inputValue()).toBe('');
    await choose({ name: '备份.json', text });
    const preview = options.getByLabel('恢复预览');
    await preview.waitFor(wait);
    expect(await preview.textContent()).toContain('1 条我的提法（新增或更新）');
    expect(await options.getByLabel('我的地方', { exact: true }).inputValue()).toBe('');
    await preview.getByRole('button', { name: '恢复' }).click();
    await expect.poll(told, wait).toBe('已恢复。');
    await expect
      .poll(() => options.getByLabel('我的地方', { exact: true }).inputValue(), wait)
      .toBe('云溪县');
    expect(await options.locator('.own-row .name').allTextContents()).toEqual(['云溪办事不求人']);
    // Addresses may hold tokens: neither the file nor the store has one.
    expect(text).not.toContain('a.cn');
    const drafts = (await worker.evaluate('chrome.storage.local.get(null)')) as Record<string, unknown>;
    expect(drafts).toMatchObject({ 'draft:ee794e0a9aeae47b1063a768e3ab7c40': { date: '2024-01-02' } });
    expect(Object.keys(drafts)).not.toContain('draft:https://a.cn/1');
  });

  it('tell before anything is changed which sites and rules a file switches off', async () => {
    const text = JSON.stringify({
      format: 'gaozhun-backup',
      version: 1,
      settings: { sitesOff: ['*://*/*'], rulesOff: ['placeholder'], place: '青山县' },
    });
    await choose({ name: '备份.json', text });
    const preview = options.getByLabel('恢复预览');
    await expect.poll(() => preview.textContent(), wait).toContain('停用的网站（*://*/*）、');
    expect(await preview.textContent()).toMatch(/关闭核对内容（[^（）]+）/u);
    expect(await preview.textContent()).toContain('我的地方');
    await preview.getByRole('button', { name: '取消' }).click();
  });

  it('say what is wrong with a file, and lose nothing by it', async () => {
    await choose({ name: '别的.json', text: '{"a":1}' });
    await expect.poll(told, wait).toContain('这个文件不是稿准的备份');
    const broken = JSON.stringify({
      format: 'gaozhun-backup',
      version: 1,
      settings: { place: 9, strictness: 'quiet' },
    });
    await choose({ name: '坏的.json', text: broken });
    const preview = options.getByLabel('恢复预览');
    await preview.waitFor(wait);
    expect(await preview.textContent()).toContain('我的地方有误，没有采用，现有的不变。');
    await preview.getByRole('button', { name: '恢复' }).click();
    await expect.poll(() => options.getByLabel('安静：只标出确定要改的').isChecked(), wait).toBe(true);
    expect(await options.getByLabel('我的地方', { exact: true }).inputValue()).toBe('云溪县');
    await options.getByLabel('通常：也标出很可能要改的').click();
    // What the next tests compare must not be written in the middle of them.
    await expect
      .poll(
        () =>
          options.evaluate(
            `chrome.storage.local.get('settings').then(({ settings }) => settings.strictness)`,
          ),
        wait,
      )
      .toBe('normal');
  });
});

describe('a restore', () => {
  const site = 'https://docs.qq.com/*';
  const document = writeBackup(
    {
      settings: { place: '青山县', sitesOff: [site] },
      drafts: [{ key: 'https://b.cn/2', date: '2025-06-07', ignored: [] }],
      own: [{ id: 'own-x', name: '青山绿水看青山', wrong: ['青山绿水在青山'], level: 'warning' }],
      kept: { starred: ['set-phrase/x'], recent: [] },
      organisations: [],
      update: null,
    },
    '2026-11-20',
  );
  const stored = () => options.evaluate<Record<string, unknown>>('chrome.storage.local.get(null)');
  /** Has the worker hang in `call`, restores, and stops the worker there. Gives the keys of each of its writes. */
  const stoppedIn = async (call: string): Promise<string[][]> => {
    // A worker of its own, in which nothing else is on its way.
    await options.reload();
    await options.getByRole('switch').first().waitFor(wait);
    const worker = await surfaces.harness.worker();
    await worker.evaluate(`(() => {
      globalThis.writes = [];
      const { set } = chrome.storage.local;
      chrome.storage.local.set = (items) => {
        writes.push(Object.keys(items));
        return set.call(chrome.storage.local, items);
      };
      ${call} = () => {
        globalThis.hangs = true;
        return new Promise(() => undefined);
      };
    })()`);
    const request = JSON.stringify({ type: 'restore', document, apply: true });
    // Nobody answers once the worker is stopped.
    await options.evaluate(`chrome.runtime.sendMessage(${request}).catch(() => undefined); 0`);
    await expect.poll(() => worker.evaluate('globalThis.hangs'), wait).toBe(true);
    const writes = await worker.evaluate<string[][]>('writes');
    await surfaces.harness.stopWorker();
    return writes;
  };
  const siteLeftAlone = () =>
    options.evaluate<boolean>(`chrome.scripting.getRegisteredContentScripts()
      .then((all) => all.every(({ excludeMatches = [] }) => excludeMatches.includes('${site}')))`);

  it('leaves everything as it was where the worker is stopped before it has written', async () => {
    // What the tests before set off may still be written.
    let before: Record<string, unknown> = {};
    await expect
      .poll(async () => {
        const last = before;
        before = await stored();
        return JSON.stringify(before) === JSON.stringify(last);
      }, wait)
      .toBe(true);
    await stoppedIn('chrome.storage.local.set');
    expect(await stored()).toEqual(before);
    await options.reload();
    await options.getByRole('switch').first().waitFor(wait);
    expect(await stored()).toEqual(before);
  });

  it('is whole where the worker is stopped after it, and is heeded once there is one again', async () => {
    const writes = await stoppedIn('chrome.scripting.updateContentScripts');
    expect(writes).toHaveLength(1);
    expect(writes[0]).toEqual(
      expect.arrayContaining([
        'settings',
        'draft:a9a13858b8c8fa7b2dca27ef0eff2e86',
        'kept-phrases',
        'own',
        'organisations',
      ]),
    );
    expect(await siteLeftAlone()).toBe(false);
    await options.reload();
    await expect.poll(siteLeftAlone, wait).toBe(true);
    await expect.poll(async () => 'restoreUnfinished' in (await stored()), wait).toBe(false);
    expect(await options.getByLabel('我的地方', { exact: true }).inputValue()).toBe('青山县');
    await expect
      .poll(() => options.locator('.own-row .name').allTextContents(), wait)
      .toContain('青山绿水看青山');
    expect(await stored()).toMatchObject({
      settings: { place: '青山县', sitesOff: [site] },
      'draft:a9a13858b8c8fa7b2dca27ef0eff2e86': { date: '2025-06-07' },
      'kept-phrases': { starred: ['set-phrase/x'] },
    });
  });
});
