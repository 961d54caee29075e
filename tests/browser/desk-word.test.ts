import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDocx } from '../../lib/docx/open.ts';
import { control } from '../docx/containers.ts';
import { computedItem, makeDocx, paragraph, partOf, run, speechLists } from '../docx/make.ts';
import { faultsOf } from './axe.ts';
import { downloadBy } from './desk-files.ts';
import { useSurfaces, wait } from './fixture.ts';

const surfaces = useSurfaces();
let folder = '';
let panel: Page;

const box = () => panel.locator('#desk-text');
const desk = () => panel.locator('#desk-panel');
const button = (name: string) => desk().getByRole('button', { name, exact: true });
const findings = () => desk().locator('.finding');
const says = (words: string) => desk().getByText(words).first().waitFor(wait);

async function choose(name: string, content: Uint8Array): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, content);
  const [chooser] = await Promise.all([panel.waitForEvent('filechooser'), button('选择文件…').click()]);
  await chooser.setFiles(file);
}

const download = (name: string) => downloadBy(panel, button(name));

const body = paragraph(run('我们要抓好落实，推动各项工作取得新成效。'));
const heading = (text: string) => paragraph(run(text));
const faulty = '我们要深入学习贯彻党的十九大精神。';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaozhun-word-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  panel = await surfaces.open('sidepanel', { width: 400, height: 700 });
  await panel.bringToFront();
  await panel.getByRole('tab', { name: '文稿台' }).click();
  return () => panel.close();
});

describe('a Word file on the desk', () => {
  it('is checked with the numbers that Word computes, which stay at their lines while the author types', async () => {
    const file = makeDocx(
      heading('一、提高认识') + body + computedItem('突出重点', 2) + body + heading('四、加强领导') + body,
      { numbering: speechLists },
    );
    await choose('自动编号.docx', file);
    await expect.poll(() => findings().count(), wait).toBe(1);
    expect(await findings().first().textContent()).toContain('“二、”之后直接到了“四、”');
    // Words before the computed number move it; then the fix makes all right.
    await box().focus();
    await panel.keyboard.press('Control+Home');
    await panel.keyboard.press('End');
    await panel.keyboard.type('和站位');
    await findings().first().getByRole('button', { name: '改正本组序号' }).click();
    await expect.poll(() => box().inputValue(), wait).toContain('三、加强领导');
    await expect.poll(() => findings().count(), wait).toBe(0);
    expect(await box().inputValue()).toMatch(/^一、提高认识和站位\n.*\n突出重点\n/u);
    await desk().getByText('提纲与序号样式').click();
    await says('二、突出重点');
    const { bytes } = await download('下载 .docx');
    expect(openDocx(bytes).text).toBe(await box().inputValue());
    expect(openDocx(bytes).numbered.map(({ label }) => label)).toEqual(['二、']);
  });

  it('says of a computed number that it is to be changed in Word', async () => {
    const file = makeDocx(
      heading('一、提高认识') + body + computedItem('突出重点', 1) + body + heading('三、加强领导') + body,
      { numbering: speechLists },
    );
    await choose('自动编号.docx', file);
    await says('由 Word 自动编号，请在 Word 中调整');
    expect(await findings().first().getByRole('button', { name: '改正' }).count()).toBe(0);
    await button('预览序号调整').click();
    await says('没有可以一并调整的，请逐条看提示');
    expect(await faultsOf(panel)).toEqual([]);
    await button('收起').click();
    await expect
      .poll(() => panel.evaluate(() => document.activeElement?.getAttribute('data-opens')), wait)
      .toBe('plan');
  });

  it('comes back with plain changes in content controls, and comments that say so', async () => {
    await choose('控件.docm', makeDocx(control(paragraph(run(faulty))) + heading('谢谢大家。')));
    await findings().first().getByRole('button', { name: '改为' }).first().click();
    await expect.poll(() => box().inputValue(), wait).toContain('二十大');
    const { name, bytes } = await download('下载 .docx');
    expect(name).toBe('控件（修订）.docm');
    expect(partOf(bytes, 'word/document.xml')).not.toContain('<w:del ');
    expect(partOf(bytes, 'word/comments.xml')).toContain('此处在内容控件内，已直接改动：“十九”改为“二十”。');
  });

  it.each([
    ['表.docx', 'xl/workbook.xml', 'Excel 表格'],
    ['片.docx', 'ppt/presentation.xml', 'PowerPoint'],
  ])('is refused in words where it is none: %s', async (name, main, words) => {
    const parts = { '_rels/.rels': relationTo(main), [main]: '<x/>' };
    await choose(name, makeDocx('', { parts }));
    await says(words);
    expect(await box().inputValue()).toBe('');
  });
});

const relationTo = (main: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`;
