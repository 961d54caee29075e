import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Language, languages } from '../../lib/language/language.ts';
import { writeBackup } from '../../lib/storage/backup.ts';
import { makeDocx, paragraph, run } from '../docx/make.ts';
import { CardWalk } from './access-card.ts';
import { against, begin, byKeys } from './access-view.ts';
import { useSurfaces, wait } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';
import { answered } from './surfaces.ts';

const surfaces = useSurfaces();

interface Given {
  readonly name: string;
  readonly buffer: Buffer;
}

const own: Given = {
  name: 'phrases.csv',
  buffer: Buffer.from('规范表述,误写,级别\n云溪办事不求人,云溪办事不用求人,应改\n数字政府,电子政府,严重\n'),
};
const pack: Given = {
  name: 'pack.json',
  buffer: Buffer.from(
    JSON.stringify({
      name: '县委办词库',
      version: 2,
      entries: [{ 规范表述: '全县“百日攻坚”行动' }, { 规范表述: '' }],
    }),
  ),
};
const backup = (language: Language): Given => {
  const whole = {
    settings: { place: '青山县', language },
    drafts: [],
    own: [{ id: 'own-1', name: '青山绿水看青山', wrong: [], level: 'warning' as const }],
    kept: { starred: [], recent: [] },
    organisations: [],
    update: { address: 'https://oa.example.cn/pack.json', key: 'AAAA' },
  };
  const document = JSON.parse(writeBackup(whole, '2026-11-20'));
  return { name: 'backup.json', buffer: Buffer.from(JSON.stringify({ ...document, drafts: [{ key: '' }] })) };
};
const speech: Given = {
  name: 'speech.docx',
  buffer: Buffer.from(
    makeDocx(['同志们：', '要深入学习贯彻党的十九大精神。'].map((text) => paragraph(run(text))).join('')),
  ),
};

/** Presses a button that lets a file be chosen, by the keyboard, and chooses one. */
async function choose(page: Page, button: string, file: Given): Promise<void> {
  // Waited for first: the browser's own dialog is kept from coming up a moment after somebody waits.
  const waiting = page.waitForEvent('filechooser', wait);
  await page.bringToFront();
  await page.locator(`${button}:not([aria-disabled=true])`).focus();
  await page.keyboard.press('Enter');
  await (await waiting).setFiles({ ...file, mimeType: '' });
}

describe.each(languages)('what comes up while one works, speaking %s', (language) => {
  const say = (zh: string, en: string): string => (language === 'en' ? en : zh);
  const fine = async (page: Page, state: string): Promise<void> => {
    expect(await against(page, language, state)).toEqual([]);
  };

  beforeEach(() => begin(surfaces, language));

  it('popup: a topic with its phrases, and one in which nothing is found', async () => {
    const popup = await surfaces.open('popup', { width: 360, height: 600 });
    await popup.locator('.topic').first().waitFor(wait);
    await popup.getByRole('combobox').focus();
    await popup.keyboard.press('Tab');
    await popup.keyboard.press('Enter');
    await answered(popup);
    await expect.poll(() => popup.getByRole('option').count(), wait).toBe(50);
    await popup.locator('.topic[aria-pressed=true]').waitFor(wait);
    await fine(popup, 'popup topic');
    expect(await byKeys(popup)).toEqual([]);
    await popup.getByRole('combobox').focus();
    await popup.keyboard.type('qqqq');
    await answered(popup);
    await popup.getByText(say('里没有找到', 'Nothing found under')).waitFor(wait);
    await fine(popup, 'popup nothing in topic');
  });

  it('options: what a table, a pack and a backup would bring, and the focus there and back', async () => {
    const options = await surfaces.open('options', { width: 900, height: 900 });
    await options.getByRole('switch').first().waitFor(wait);
    const files = { import: own, 'import-pack': pack, restore: backup(language) };
    const previews = options.locator('section.import');
    for (const [opener, file] of Object.entries(files)) {
      const before = await previews.count();
      await choose(options, `[data-opens=${opener}]`, file);
      await expect.poll(() => previews.count(), wait).toBe(before + 1);
      await options.locator('section.import .button.main:focus').waitFor(wait);
    }
    const refused = previews.last().locator('li');
    expect(await refused.allTextContents()).toContain(
      say('更新地址或其公钥有误，没有采用。', 'Not taken, faulty: the update address or its key.'),
    );
    await fine(options, 'options previews');
    expect(await byKeys(options)).toEqual([]);
    for (const opener of Object.keys(files)) {
      await previews.first().locator('.button').last().focus();
      await options.keyboard.press('Enter');
      await options.locator(`[data-opens=${opener}]:focus`).waitFor(wait);
    }
    await choose(options, '[data-opens=restore]', { name: 'other.json', buffer: Buffer.from('{}') });
    await options.getByText(say('这个文件不是稿准的备份', 'not a backup of Gaozhun')).waitFor(wait);
    // Nothing came up, so the button has the focus still.
    await options.locator('[data-opens=restore]:focus').waitFor(wait);
  });

  it('side panel: the desk with a file, one that it refuses, and emptied', async () => {
    const panel = await surfaces.open('sidepanel', { width: 400, height: 800 });
    await panel.locator('#desk-tab').click();
    const desk = panel.locator('#desk-panel');
    const chooser = '#desk-panel [data-opens=file]';
    await choose(panel, chooser, speech);
    await desk.locator('.finding').first().waitFor(wait);
    await desk.locator('[aria-controls=manner]').focus();
    await panel.keyboard.press('Enter');
    await desk.locator('.manner').waitFor(wait);
    await fine(panel, 'desk with a file');
    expect(await byKeys(panel)).toEqual([]);
    await choose(panel, chooser, {
      name: 'old.doc',
      buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
    });
    await desk.getByText(say('旧格式', 'old')).first().waitFor(wait);
    await fine(panel, 'desk with a refusal');
    await desk.getByRole('button', { name: say('清空', 'Clear') }).focus();
    await panel.keyboard.press('Enter');
    await desk
      .getByRole('button', { name: say('恢复先前的文稿', 'Restore the previous draft') })
      .waitFor(wait);
    await panel.locator('#desk-text:focus').waitFor(wait);
    await fine(panel, 'desk emptied');
    await desk.getByRole('button', { name: say('恢复先前的文稿', 'Restore the previous draft') }).focus();
    await panel.keyboard.press('Enter');
    await panel.locator('#desk-text:focus').waitFor(wait);
  });

  it('card: a fix that was refused, what was copied, a phrase of one’s own, and the notice at the end', async () => {
    const page = await surfaces.harness.open('stubborn.html');
    await waitForMarks(page, ['党的十九大', '工商局', '四、']);
    const card = await CardWalk.of(page, surfaces.harness, language);
    await page.locator('#editor h1').click();
    await card.command('next-finding');
    await card.command('open-card');
    await expect.poll(() => card.focused(), wait).toBe(say('改为“党的二十大”', 'Change to “党的二十大”'));
    await page.keyboard.press('Enter');
    await card.view.waitForText(say('没有改成', 'Not changed'));
    await expect.poll(() => card.focused(), wait).toBe(say('复制', 'Copy'));
    expect(await card.reads()).toContain(say('没有改成', 'Not changed'));
    await card.fine('refused');
    await page.keyboard.press('Enter');
    await card.view.waitForText(say('已复制', 'Copied'));
    await card.fine('copied');
    await expect.poll(() => card.focused(), wait).toBe(say('知道了', 'Close'));
    await page.keyboard.press('Enter');
    await card.view.waitForNone();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('editor');

    await page.locator('#editor h1').click();
    await card.command('next-finding');
    await card.command('open-card');
    await card.tabTo(say('依据与判断', 'Why?'));
    await page.keyboard.press('Enter');
    const open = say('记入我的提法…', 'Add to my phrases…');
    await card.tabTo(open);
    await page.keyboard.press('Enter');
    await card.view.waitForText(say('这样写不再提示', 'is left alone'));
    await card.fine('own');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('的');
    await page.keyboard.press('Enter');
    await card.view.waitForText(say('太短', 'too short'));
    await card.fine('own refused');
    await card.tabTo(say('返回', 'Back'));
    await page.keyboard.press('Enter');
    await expect.poll(() => card.focused(), wait).toBe(open);
    await page.keyboard.press('Escape');
    await card.view.waitForNone();

    await card.desert();
    await page.keyboard.type('稿');
    await card.view.waitForText(say('稿准已更新', 'was updated'), 'notice');
    await card.fine('notice');
    await card.tabTo('×');
    await page.keyboard.press('Enter');
    await card.view.waitForNone('notice');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('editor');
  });
});
