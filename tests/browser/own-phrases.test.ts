import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCsv, textOfFile } from '../../lib/phrases/exchange/csv.ts';
import { readTable } from '../../lib/phrases/exchange/table.ts';
import { readXlsx } from '../../lib/phrases/exchange/xlsx.ts';
import { readYaml } from '../../lib/phrases/exchange/yaml.ts';
import { makeDocx, paragraph, run } from '../docx/make.ts';
import { useSurfaces, wait } from './fixture.ts';
import { answered, caretInRich } from './surfaces.ts';

const surfaces = useSurfaces();
let options: Page;

beforeAll(async () => {
  options = await surfaces.open('options', { width: 900, height: 900 });
  await options.getByRole('heading', { name: '单位词库' }).waitFor(wait);
});

const section = () => options.locator('section.own');
const rows = () => section().locator('.own-row .name').allTextContents();
const said = () => section().getByRole('status').textContent();

/** The marked words of the welcome page's drafts, by level. */
const marked = (level: string): Promise<string[]> =>
  surfaces.welcome.evaluate((name) => {
    const highlight = [...CSS.highlights].find(([key]) => key.endsWith(`-${name}`))?.[1];
    return [...(highlight ?? [])].map(String);
  }, level);

async function choose(button: string, file: { name: string; text: string | Uint8Array }): Promise<void> {
  const [chooser] = await Promise.all([
    options.waitForEvent('filechooser'),
    options.getByRole('button', { name: button, exact: true }).click(),
  ]);
  await chooser.setFiles({ name: file.name, mimeType: '', buffer: Buffer.from(file.text) });
}

async function exported(form: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: `.${form}`, exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^我的提法-\\d{4}-\\d\\d-\\d\\d\\.${form}$`));
  return await readFile(await download.path());
}

describe('own phrases', () => {
  it('are added by the keyboard, alarmed in an open editor, and found in the popup before all others', async () => {
    await caretInRich(surfaces.welcome, '机关党建永远在路上');
    await surfaces.welcome.keyboard.type('我们要加快构建一核双翼发展布局。');
    await options.bringToFront();
    await section().getByRole('button', { name: '添加' }).focus();
    await options.keyboard.press('Enter');
    await expect.poll(() => options.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await options.keyboard.type('“一核两翼”发展布局');
    await options.keyboard.press('Tab');
    await options.keyboard.type('一核双翼发展布局；的');
    await options.keyboard.press('Enter');
    await expect.poll(() => section().getByRole('alert').textContent(), wait).toContain('“的”太短');
    await options.keyboard.press('Backspace');
    await options.keyboard.press('Backspace');
    await options.keyboard.press('Enter');
    await expect.poll(said, wait).toBe('已加入“一核两翼”发展布局。');
    expect(await rows()).toEqual(['“一核两翼”发展布局']);
    await surfaces.welcome.bringToFront();
    await expect.poll(() => marked('warning'), wait).toContain('一核双翼发展布局');

    const popup = await surfaces.open('popup');
    for (const typed of ['一核两翼', 'yihe', 'yhly']) {
      await popup.getByRole('combobox').fill(typed);
      await answered(popup);
      const first = popup.getByRole('option').first();
      await expect.poll(() => first.locator('.name').textContent(), wait).toBe('“一核两翼”发展布局');
      expect(await first.textContent()).toContain('我的提法');
    }
    await popup.close();
  });

  it('are added from the popup when nothing is found', async () => {
    const popup = await surfaces.open('popup');
    await popup.getByRole('combobox').fill('甲乙丙丁市民驿站');
    await answered(popup);
    await popup.getByRole('button', { name: '加入我的提法' }).click();
    await popup.keyboard.type('甲乙丙丁便民驿站');
    await popup.keyboard.press('Enter');
    await expect
      .poll(() => popup.getByRole('option').first().locator('.name').textContent(), wait)
      .toBe('甲乙丙丁市民驿站');
    await popup.close();
    await options.reload();
    await expect.poll(rows, wait).toEqual(['甲乙丙丁市民驿站', '“一核两翼”发展布局']);
  });

  it('are searched for, changed, deleted and brought back', async () => {
    await options.bringToFront();
    await section().getByRole('searchbox').fill('双翼');
    await expect.poll(rows).toEqual(['“一核两翼”发展布局']);
    await section().getByRole('button', { name: /^修改/ }).click();
    await section().getByLabel('误写的级别').selectOption('应改');
    await section().getByLabel('出处（选填）').fill('市委全会决定');
    await section().getByRole('button', { name: '保存' }).click();
    await expect.poll(said, wait).toBe('已修改“一核两翼”发展布局。');
    await surfaces.welcome.bringToFront();
    await expect.poll(() => marked('error'), wait).toContain('一核双翼发展布局');

    await options.bringToFront();
    await section().getByRole('button', { name: /^删除/ }).click();
    await expect.poll(said, wait).toContain('已删除');
    await surfaces.welcome.bringToFront();
    await expect.poll(() => marked('error'), wait).not.toContain('一核双翼发展布局');
    await options.bringToFront();
    await section().getByRole('button', { name: '撤销' }).click();
    await expect.poll(rows, wait).toEqual(['“一核两翼”发展布局']);
    await section().getByRole('searchbox').fill('');
    await expect.poll(rows).toHaveLength(2);
  });

  it('are taken from a file line by line: what is broken is named, the rest is shown before it is taken', async () => {
    await choose('导入', {
      name: '提法.csv',
      text: '规范表述,误写,级别\n甲乙丙丁市民驿站,甲乙丙丁驿站,应改\n数字政府,电子政府,严重\n全域公园城市,全域公园化城市,',
    });
    const preview = options.getByRole('region', { name: '导入预览' });
    await preview.waitFor(wait);
    const words = await preview.textContent();
    expect(words).toContain('新增 1 条，更新 1 条；1 处有误，不导入。');
    expect(words).toContain('第 3 行“级别”一列：“严重”不是可用的级别');
    expect(await rows()).toHaveLength(2);
    await preview.getByRole('button', { name: '导入这 2 条' }).click();
    await expect.poll(said, wait).toBe('已导入：新增 1 条，更新 1 条。');
    expect(await rows()).toEqual(['全域公园城市', '“一核两翼”发展布局', '甲乙丙丁市民驿站']);
    await choose('导入', { name: '提法.doc', text: 'x' });
    await expect.poll(said, wait).toContain('请另选一个');
  });

  it('are pasted, one in each line, and shown before they are taken; a .docx gives its paragraphs', async () => {
    await section().getByRole('button', { name: '粘贴多条' }).click();
    const box = section().locator('.paste textarea');
    await expect.poll(() => box.evaluate((one) => one === document.activeElement), wait).toBe(true);
    await box.fill('1. 三链一体发展格局\n\n2. 四港联动枢纽\n县');
    await section().getByRole('button', { name: '看一看' }).click();
    const preview = section().locator('.import');
    await expect.poll(() => preview.textContent(), wait).toContain('新增 2 条');
    expect(await preview.textContent()).toContain('第 4 行“规范表述”一列：至少两个字。');
    await preview.getByRole('button', { name: '导入这 2 条' }).click();
    await expect.poll(rows, wait).toEqual(expect.arrayContaining(['三链一体发展格局', '四港联动枢纽']));
    const file = makeDocx(paragraph(run('五湖四海行动计划')) + paragraph(run('六路并进工程')));
    await choose('导入', { name: '提法.docx', text: file });
    await expect.poll(() => preview.textContent(), wait).toContain('新增 2 条');
    await preview.getByRole('button', { name: '取消' }).click();
  });

  it('have topics of their own, by which the popup narrows', async () => {
    await section().getByRole('button', { name: '添加', exact: true }).click();
    await section().getByLabel('规范表述').fill('七彩云溪品牌');
    await section().getByLabel(/^主题/).fill('云溪文旅');
    await section().getByRole('button', { name: '加入' }).click();
    await expect.poll(rows, wait).toContain('七彩云溪品牌');
    const popup = surfaces.closeLater(await surfaces.open('popup'));
    await popup.getByRole('button', { name: '更多' }).click();
    await popup.getByRole('button', { name: '云溪文旅', exact: true }).click();
    await answered(popup);
    await expect
      .poll(() => popup.getByRole('option').locator('.name').allTextContents(), wait)
      .toEqual(['七彩云溪品牌']);
  });

  it('have a template that gives back what is filled in', async () => {
    const [download] = await Promise.all([
      options.waitForEvent('download'),
      section().getByRole('button', { name: '下载模板' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('我的提法-模板.xlsx');
    const { drafts, faults } = readTable(readXlsx(new Uint8Array(await readFile(await download.path()))));
    expect([drafts, faults]).toEqual([[], []]);
  });

  it('are saved as files that give them back', async () => {
    const csv = readTable(parseCsv(textOfFile(await exported('csv'))));
    const xlsx = readTable(readXlsx(await exported('xlsx')));
    const yaml = readYaml(textOfFile(await exported('yaml')));
    expect(csv.faults).toEqual([]);
    expect(csv.drafts.map(({ draft }) => draft.name)).toEqual(await rows());
    expect(xlsx).toEqual(csv);
    if ('other' in yaml) throw new Error('A list was expected.');
    expect(yaml.drafts.map(({ draft }) => draft)).toEqual(csv.drafts.map(({ draft }) => draft));
  });

  it('stand beside an organisation’s pack, which is taken from a file and taken away again', async () => {
    await choose('导入词库', {
      name: '市委办词库.json',
      text: JSON.stringify({
        name: '市委办词库',
        version: 2,
        entries: [{ 规范表述: '全市“百日攻坚”行动', 误写: ['百日会战行动'] }, { 规范表述: '' }],
      }),
    });
    const preview = options.getByRole('region', { name: '词库预览' });
    await preview.waitFor(wait);
    expect(await preview.textContent()).toContain('第 2 版，可载入 1 条；1 处有误');
    await preview.getByRole('button', { name: '载入这 1 条' }).click();
    await options.getByRole('button', { name: '移除 市委办词库' }).waitFor(wait);
    await caretInRich(surfaces.welcome, '机关党建永远在路上');
    await surfaces.welcome.keyboard.type('开展百日会战行动。');
    await expect.poll(() => marked('warning'), wait).toContain('百日会战行动');
    await options.bringToFront();
    await options.getByRole('button', { name: '移除 市委办词库' }).click();
    await surfaces.welcome.bringToFront();
    await expect.poll(() => marked('warning'), wait).not.toContain('百日会战行动');
  });

  it('are still there after the browser has stopped the background', async () => {
    await surfaces.harness.stopWorker();
    await options.reload();
    await expect.poll(rows, wait).toHaveLength(6);
    await options.setViewportSize({ width: 320, height: 700 });
    const widths = await options.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
  });
});

describe('the update address', () => {
  it('is refused in words when it is not https, or its key is none', async () => {
    await options.locator('.technical summary').click();
    await options.getByRole('button', { name: '设置更新地址' }).click();
    await options.getByLabel('更新地址（https）').fill('http://oa.example.cn/pack.json');
    await options.keyboard.press('Enter');
    await expect.poll(() => options.getByRole('alert').textContent(), wait).toContain('https://');
    await options.getByLabel('更新地址（https）').fill('https://oa.example.cn/pack.json');
    await options.keyboard.press('Enter');
    await expect.poll(() => options.getByRole('alert').textContent(), wait).toContain('公钥读不懂');
    await options.keyboard.press('Escape');
    await options.getByRole('button', { name: '设置更新地址' }).waitFor(wait);
  });
});
