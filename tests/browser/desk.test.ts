import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partyWork, textOf } from '../../entrypoints/welcome/drafts.ts';
import { type Surfaces, startSurfaces } from './surfaces.ts';

const wait = { timeout: 8_000 };
let surfaces: Surfaces;

beforeAll(async () => {
  surfaces = await startSurfaces();
  await surfaces.harness.context.grantPermissions(['clipboard-read', 'clipboard-write']);
}, 60_000);
afterAll(() => surfaces?.close());

describe('the desk', { timeout: 40_000 }, () => {
  let panel: Page;
  const box = () => panel.locator('#desk-text');
  const desk = () => panel.locator('#desk-panel');
  const about = (words: string) => desk().locator('.finding').filter({ hasText: words });
  const clipboard = () => panel.evaluate(() => navigator.clipboard.readText());
  const paste = async (text: string) => {
    await panel.evaluate((words) => navigator.clipboard.writeText(words), text);
    await box().click();
    await panel.keyboard.press('Control+v');
  };

  beforeEach(async () => {
    panel = await surfaces.open('sidepanel', { width: 400, height: 700 });
    await panel.bringToFront();
    await panel.getByRole('tab', { name: '文稿台' }).click();
    return () => panel.close();
  });

  it('checks what is pasted, and gives it back with its fixes', async () => {
    await paste(textOf(partyWork));
    await expect.poll(() => desk().locator('.finding').count(), wait).toBe(partyWork.planted.length);
    await about('党的十九大').getByRole('button', { name: '改为' }).first().click();
    await expect.poll(() => box().inputValue(), wait).toContain('深入学习贯彻党的二十大精神');
    await desk().getByRole('button', { name: '预览序号调整' }).click();
    await desk().getByRole('button', { name: '应用' }).click();
    await expect.poll(() => box().inputValue(), wait).toContain('三、改进工作作风');
    await desk().getByRole('button', { name: '复制改后文字' }).click();
    await desk().getByText('已复制').waitFor(wait);
    const copied = await clipboard();
    expect(copied).toBe(
      textOf(partyWork).replace('贯彻党的十九大', '贯彻党的二十大').replace('四、改进', '三、改进'),
    );
    await box().focus();
    await panel.keyboard.press('Control+z');
    await panel.keyboard.press('Control+z');
    await expect.poll(() => box().inputValue(), wait).toBe(textOf(partyWork));
  });
});
