import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { businessClimate, partyWork, textOf } from '../../entrypoints/welcome/drafts.ts';
import { openDocx } from '../../lib/docx/open.ts';
import { encodeText } from '../../lib/text-file/encodings.ts';
import { bold, makeDocx, paragraph, partOf, run } from '../docx/make.ts';
import { faultsOf } from './axe.ts';
import { downloadBy, dropFile } from './desk-files.ts';
import { useSurfaces, wait } from './fixture.ts';
import { paintedMarks } from './marks-view.ts';

const surfaces = useSurfaces();
let folder = '';
let panel: Page;

const box = () => panel.locator('#desk-text');
const desk = () => panel.locator('#desk-panel');
const button = (name: string) => desk().getByRole('button', { name, exact: true });
const about = (words: string) => desk().locator('.finding').filter({ hasText: words });
const fix = (words: string) => about(words).getByRole('button', { name: '改为' }).first().click();
const says = (words: string) => desk().getByText(words).first().waitFor(wait);

async function paste(text: string): Promise<void> {
  await panel.evaluate((words) => navigator.clipboard.writeText(words), text);
  await box().click();
  await panel.keyboard.press('Control+v');
}

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function choose(file: string): Promise<void> {
  const [chooser] = await Promise.all([panel.waitForEvent('filechooser'), button('选择文件…').click()]);
  await chooser.setFiles(file);
}

const drop = (file: string) => dropFile(panel, file);
const download = (name: string) => downloadBy(panel, button(name));

const speech = makeDocx(
  partyWork.paragraphs
    .map(({ text }) =>
      paragraph(...text.split(/[【】]/u).map((one, index) => run(one, index % 2 ? bold : ''))),
    )
    .join(''),
);

beforeAll(async () => {
  await surfaces.harness.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  folder = await mkdtemp(join(tmpdir(), 'gaozhun-desk-'));
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

describe('the desk', () => {
  it('checks what is pasted, and gives it back with its fixes', async () => {
    await paste(textOf(partyWork));
    await expect.poll(() => desk().locator('.finding').count(), wait).toBe(partyWork.planted.length);
    await fix('党的十九大');
    await expect.poll(() => box().inputValue(), wait).toContain('深入学习贯彻党的二十大精神');
    await button('预览序号调整').click();
    await button('应用').click();
    await expect.poll(() => box().inputValue(), wait).toContain('三、改进工作作风');
    await button('复制改后文字').click();
    await says('已复制');
    expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe(
      textOf(partyWork).replace('贯彻党的十九大', '贯彻党的二十大').replace('四、改进', '三、改进'),
    );
    await box().focus();
    await panel.keyboard.press('Control+z');
    await panel.keyboard.press('Control+z');
    await expect.poll(() => box().inputValue(), wait).toBe(textOf(partyWork));
  });

  it('marks the words in the box; a click on a mark leads to its finding, and back', async () => {
    await paste(textOf(businessClimate));
    await about('市工商局').first().waitFor(wait);
    await about('工商局').first().getByTitle('在稿中定位').click();
    const mark = async () =>
      (await paintedMarks(panel)).find(({ look, text }) => look !== 'active' && text.includes('工商局'));
    await expect.poll(mark, wait).toBeDefined();
    const at = await mark();
    const area = await box().boundingBox();
    expect(at?.y).toBeGreaterThan(area?.y ?? 0);
    expect(at?.y).toBeLessThan((area?.y ?? 0) + (area?.height ?? 0));
    await panel.mouse.click(at?.x ?? 0, at?.y ?? 0);
    await expect.poll(() => desk().locator('.finding.current').textContent(), wait).toContain('市工商局');
    // It is scrolled into view once it is drawn as the current one.
    const bottom = async () => {
      const item = await desk().locator('.finding.current').boundingBox();
      return (item?.y ?? 999) + (item?.height ?? 0);
    };
    await expect.poll(bottom, wait).toBeLessThanOrEqual(701);
  });

  it('ignores and restores, takes another date, and shows the outline', async () => {
    await paste(textOf(partyWork));
    await about('党的十九大').first().waitFor(wait);
    const before = await desk().locator('.finding').count();
    await about('党的十九大').getByRole('button', { name: '忽略此处' }).click();
    await expect.poll(() => desk().locator('.finding').count(), wait).toBe(before - 1);
    await desk().getByText('已忽略 1 处').click();
    await desk().locator('.ignored').getByRole('button', { name: '恢复' }).click();
    await expect.poll(() => desk().locator('.finding').count(), wait).toBe(before);
    await button('更改').click();
    await panel.getByLabel('稿件日期').fill('2019-05-06');
    await panel.keyboard.press('Enter');
    await expect.poll(() => about('党的十九大').count(), wait).toBe(0);
    await desk().getByText('提纲与序号样式').click();
    await desk().locator('.outline-tree').getByText('二、压实工作责任').click();
    const caret = () => box().evaluate((field) => (field as HTMLTextAreaElement).selectionStart);
    await expect.poll(caret, wait).toBe(textOf(partyWork).indexOf('二、压实'));
  });

  it('keeps its text while the other view is in front; the arrow keys lead there and back', async () => {
    await paste('同志们：\n深入学习贯彻党的十九大精神。');
    await about('党的十九大').first().waitFor(wait);
    await panel.getByRole('tab', { name: '文稿台' }).focus();
    await panel.keyboard.press('ArrowLeft');
    await expect.poll(() => desk().isVisible(), wait).toBe(false);
    expect(await panel.getByRole('tab', { name: '提法' }).getAttribute('aria-selected')).toBe('true');
    await expect.poll(() => paintedMarks(panel), wait).toEqual([]);
    await panel.keyboard.press('ArrowRight');
    await expect.poll(() => box().inputValue(), wait).toContain('党的十九大');
    await expect
      .poll(async () => (await paintedMarks(panel)).map(({ text }) => text), wait)
      .toEqual(['党的十九大']);
  });

  it('lets a check be stopped that takes long, and checks again when it is asked to', async () => {
    const worker = await surfaces.harness.worker();
    const busy = worker.evaluate('(() => { const end = Date.now() + 4_000; while (Date.now() < end); })()');
    await paste('同志们：\n深入学习贯彻党的十九大精神。');
    await desk().locator('.progress').getByText('正在核对').waitFor(wait);
    await button('停止').click();
    await says('已停止核对');
    await busy;
    await button('重新核对').click();
    await about('党的十九大').first().waitFor(wait);
    expect(await desk().getByText('已停止核对').count()).toBe(0);
  });

  it('has nothing that axe finds fault with', async () => {
    await choose(await put('讲话稿.docx', speech));
    await about('党的十九大').first().waitFor(wait);
    for (const tab of ['文稿台', '此页']) {
      await panel.getByRole('tab', { name: tab }).click();
      expect(await faultsOf(panel)).toEqual([]);
    }
  });

  it('brings back what was cleared', async () => {
    await paste('同志们：\n深入学习贯彻党的十九大精神。');
    await about('党的十九大').first().waitFor(wait);
    await button('清空').click();
    await expect.poll(() => box().inputValue(), wait).toBe('');
    expect(await desk().locator('.finding').count()).toBe(0);
    await button('恢复先前的文稿').click();
    await expect.poll(() => box().inputValue(), wait).toContain('党的十九大');
    await about('党的十九大').first().waitFor(wait);
  });

  it('takes the text that another surface puts there, before it opens and while it is open', async () => {
    const worker = await surfaces.harness.worker();
    const lay = (text: string) =>
      worker.evaluate(
        `chrome.storage.session.set({ 'desk-text': { text: ${JSON.stringify(text)}, name: '所选文字' } })`,
      );
    await lay('深入学习贯彻党的十九大精神。');
    await expect.poll(() => box().inputValue(), wait).toContain('党的十九大');
    await panel.close();
    await lay('市工商局要牵头做好企业开办工作。');
    panel = await surfaces.open('sidepanel', { width: 400, height: 700 });
    await about('市工商局').first().waitFor(wait);
    expect(await panel.getByRole('tab', { name: '文稿台' }).getAttribute('aria-selected')).toBe('true');
    expect(await worker.evaluate(`chrome.storage.session.get('desk-text')`)).toEqual({});
  });
});

describe('a file on the desk', () => {
  it('comes back as a .docx with tracked changes and comments, or plainly', async () => {
    await choose(await put('讲话稿.docx', speech));
    await about('党的十九大').first().waitFor(wait);
    expect(await box().inputValue()).toBe(textOf(partyWork));
    await fix('党的十九大');
    await expect.poll(() => box().inputValue(), wait).toContain('深入学习贯彻党的二十大精神');
    const changed = await box().inputValue();

    const tracked = await download('下载 .docx');
    expect(tracked.name).toBe('讲话稿（修订）.docx');
    expect(openDocx(tracked.bytes).text).toBe(changed);
    const xml = partOf(tracked.bytes, 'word/document.xml');
    expect(xml.match(/<w:delText/gu)).toHaveLength(1);
    expect(xml).toMatch(/<w:ins [^>]*w:author="稿准"[^>]*><w:r><w:rPr><w:b\/><\/w:rPr><w:t[^>]*>二十</u);
    expect(partOf(tracked.bytes, 'word/comments.xml').match(/<w:comment /gu)).toHaveLength(1);
    expect(partOf(tracked.bytes, 'word/footnotes.xml')).toBe(partOf(speech, 'word/footnotes.xml'));

    await button('写法：修订').click();
    await desk().getByText('把未改的提示也写成批注').click();
    const noted = await download('下载 .docx');
    const left = await desk().locator('.finding').count();
    expect(partOf(noted.bytes, 'word/comments.xml').match(/<w:comment /gu)).toHaveLength(1 + left);

    await desk().getByText('把未改的提示也写成批注').click();
    await panel.getByLabel('直接改').check();
    const plain = await download('下载 .docx');
    expect(plain.name).toBe('讲话稿（改后）.docx');
    expect(openDocx(plain.bytes).text).toBe(changed);
    expect(partOf(plain.bytes, 'word/document.xml')).not.toMatch(/<w:(?:ins|del) /u);
    expect(partOf(plain.bytes, 'word/comments.xml')).toBe('');
  });

  it('is named, and has its comments, in the language of the screen', async () => {
    const worker = await surfaces.harness.worker();
    await worker.evaluate("chrome.storage.local.set({ settings: { language: 'en' } })");
    const chosen = panel.waitForEvent('filechooser');
    await button('Choose a file…').click();
    await (await chosen).setFiles(await put('讲话稿.docx', speech));
    await about('党的十九大').first().waitFor(wait);
    await about('党的十九大').getByRole('button', { name: 'Change to' }).first().click();
    await expect.poll(() => box().inputValue(), wait).toContain('深入学习贯彻党的二十大精神');
    const tracked = await download('Download .docx');
    await worker.evaluate("chrome.storage.local.remove('settings')");
    expect(tracked.name).toBe('讲话稿 (tracked).docx');
    expect(partOf(tracked.bytes, 'word/comments.xml')).toMatch(/From an earlier term\..* Source: 中国/u);
  });

  it('forgets a change that is taken back, and knows it again with its reason when it is made again', async () => {
    await choose(await put('讲话稿.docx', speech));
    await about('党的十九大').first().waitFor(wait);
    await fix('党的十九大');
    await expect.poll(() => box().inputValue(), wait).toContain('深入学习贯彻党的二十大精神');
    await box().focus();
    await panel.keyboard.press('Control+z');
    await expect.poll(() => box().inputValue(), wait).toBe(textOf(partyWork));
    await panel.waitForTimeout(300);
    expect(partOf((await download('下载 .docx')).bytes, 'word/document.xml')).not.toContain('w:del ');
    await box().focus();
    await panel.keyboard.press('Control+y');
    await expect.poll(() => box().inputValue(), wait).toContain('深入学习贯彻党的二十大精神');
    await panel.waitForTimeout(300);
    const again = await download('下载 .docx');
    expect(partOf(again.bytes, 'word/document.xml')).toContain('w:del ');
    expect(partOf(again.bytes, 'word/comments.xml')).toContain('<w:comment ');
  });

  it('says so where paragraphs were added to a .docx, and loses nothing', async () => {
    await choose(await put('讲话稿.docx', speech));
    await about('党的十九大').first().waitFor(wait);
    await box().focus();
    await panel.keyboard.press('Control+End');
    await panel.keyboard.press('Enter');
    await panel.keyboard.insertText('谢谢大家！');
    await panel.waitForTimeout(300);
    await button('下载 .docx').click();
    await says('您增删了段落');
    expect(await box().inputValue()).toBe(`${textOf(partyWork)}\n谢谢大家！`);
  });

  it('is dropped, and comes back in its encoding with its line ends', async () => {
    const raw = '同志们：\r\n深入学习贯彻党的十九大精神。\r\n谢谢\n大家\r\n';
    const bytes = encodeText(raw, 'gb18030') ?? new Uint8Array();
    await panel.getByRole('tab', { name: '此页' }).click();
    await drop(await put('讲话.txt', bytes));
    await about('党的十九大').first().waitFor(wait);
    await fix('党的十九大');
    await expect.poll(() => box().inputValue(), wait).toContain('党的二十大');
    const written = await download('下载改后文件');
    expect(written.name).toBe('讲话（改后）.txt');
    expect(new Uint8Array(written.bytes)).toEqual(encodeText(raw.replace('十九大', '二十大'), 'gb18030'));
  });

  it.each([
    ['旧稿.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), '旧格式'],
    [
      '密码.docx',
      Buffer.concat([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.from('EncryptedPackage', 'utf16le')]),
      '设有密码',
    ],
    ['坏.docx', Buffer.from('PK\u0003\u0004不是压缩文件'), '不是 Word 文档'],
    ['空.txt', new Uint8Array(), '是空的'],
    ['稿.pdf', Buffer.from('%PDF-1.7\n'), '另存为 .docx'],
    ['大.docx', new Uint8Array(20 * 1024 * 1024 + 1), '超过 20 MB'],
    ['长.txt', Buffer.from('稿'.repeat(210_000)), '分篇核对'],
  ])(
    'is refused in one sentence where it cannot be used, and nothing is lost: %s',
    async (name, bytes, words) => {
      await paste('同志们：\n深入学习贯彻党的十九大精神。');
      await choose(await put(name, bytes));
      await says(words);
      expect(await box().inputValue()).toBe('同志们：\n深入学习贯彻党的十九大精神。');
    },
  );

  it('is read beside the panel: long reading shows, and can be stopped', async () => {
    const long = makeDocx(paragraph(run('深入学习贯彻党的十九大精神。')).repeat(48_000));
    await paste('同志们：');
    await choose(await put('长稿.docx', long));
    await says('正在读取“长稿.docx”');
    await button('停止').click();
    await says('已停止');
    expect(await box().inputValue()).toBe('同志们：');
    await expect.poll(() => desk().locator('progress').count(), wait).toBe(0);
  });
});
