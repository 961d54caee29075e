import { beforeEach, describe, expect, it } from 'vitest';
import { languages } from '../../lib/language/language.ts';
import { CardWalk } from './access-card.ts';
import { against, begin } from './access-view.ts';
import { ShadowView } from './card-view.ts';
import { useSurfaces, wait } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';

const surfaces = useSurfaces();
const faults = ['党的十九大', '工商局', '四、'];

const inWorker = async (script: string): Promise<unknown> =>
  await (await surfaces.harness.worker()).evaluate(`(async () => { ${script} })()`);
const stored = () => inWorker("return (await chrome.storage.local.get('key-hint'))['key-hint'];");
const forget = () => inWorker("await chrome.storage.local.remove('key-hint');");

describe.each(languages)('the shortcuts, told to a newcomer, speaking %s', (language) => {
  const say = (zh: string, en: string): string => (language === 'en' ? en : zh);
  const line = say('Alt+Shift+J 下一处', 'Alt+Shift+J: next finding');
  const known = say('知道了', 'Got it');

  beforeEach(async () => {
    await begin(surfaces, language);
    await forget();
  });

  it('stand in three cards', async () => {
    const page = await surfaces.openTest('plain.html');
    const mark = (await waitForMarks(page, faults)).find(({ text }) => text === '党的十九大');
    const view = await ShadowView.of(page);
    for (let card = 1; card <= 4; card++) {
      await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0);
      const text = await view.waitForText('党的二十大');
      if (card <= 3) expect(text).toContain(line);
      else expect(text).not.toContain(line);
      await expect.poll(stored, wait).toMatchObject({ shown: Math.min(card, 3) });
      // Typing closes the card.
      await page.locator('#editor h1').click();
      await page.keyboard.type('稿');
      await view.waitForNone();
      await page.keyboard.press('Backspace');
      await waitForMarks(page, faults);
    }
  });

  it('are acknowledged in a card by the keyboard, and stand in none after that', async () => {
    const page = await surfaces.openTest('plain.html');
    await waitForMarks(page, faults);
    const card = await CardWalk.of(page, surfaces.harness, language);
    await page.locator('#editor h1').click();
    await card.command('next-finding');
    await card.command('open-card');
    const first = say('改为“党的二十大”', 'Change to “党的二十大”');
    await expect.poll(() => card.focused(), wait).toBe(first);
    await card.view.waitForText(line);
    await card.fine('with shortcuts');
    await card.tabTo(known);
    await page.keyboard.press('Enter');
    await expect.poll(() => card.focused(), wait).toBe(first);
    expect(await card.view.text()).not.toContain(line);
    await expect.poll(stored, wait).toMatchObject({ known: true });
    await page.keyboard.press('Escape');
    await card.view.waitForNone();
    await card.command('open-card');
    expect(await card.view.waitForText('党的二十大')).not.toContain(line);
  });

  it('stand under the list of the page until they are acknowledged, and the focus stays there', async () => {
    const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 700 }));
    await surfaces.welcome.bringToFront();
    await surfaces.welcome.locator('#rich').click();
    const keys = panel.locator('#page-panel .page-keys');
    await keys.getByText(line).waitFor(wait);
    expect(await against(panel, language, 'panel keys')).toEqual([]);
    await keys.getByRole('button', { name: known }).focus();
    await panel.keyboard.press('Enter');
    await expect.poll(() => keys.count(), wait).toBe(0);
    expect(await panel.evaluate(() => document.activeElement?.closest('.finding') !== null)).toBe(true);
    await expect.poll(stored, wait).toMatchObject({ known: true });
    await panel.reload();
    await panel.locator('#page-panel .finding').first().waitFor(wait);
    expect(await keys.count()).toBe(0);
  });
});
