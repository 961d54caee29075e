import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useSurfaces, wait } from './fixture.ts';

const surfaces = useSurfaces();
let options: Page;

beforeAll(async () => {
  options = await surfaces.open('options', { width: 900, height: 800 });
});

describe('the options', () => {
  it('switch a rule off and on, by the keyboard, for the drafts too', async () => {
    const rule = () => options.getByRole('switch').filter({ visible: true }).nth(2);
    const headings = () =>
      surfaces.welcome.evaluate(() =>
        [...CSS.highlights.values()]
          .flatMap((marks) => [...marks].map(String))
          .some((words) => words.startsWith('四')),
      );
    await expect.poll(headings, wait).toBe(true);
    await rule().focus();
    await options.keyboard.press('Space');
    await expect.poll(() => rule().isChecked(), wait).toBe(false);
    await surfaces.welcome.reload();
    await expect
      .poll(
        () =>
          surfaces.welcome.evaluate(
            () => [...CSS.highlights].find(([name]) => name.endsWith('-error'))?.[1]?.size ?? 0,
          ),
        wait,
      )
      .toBeGreaterThan(0);
    expect(await headings()).toBe(false);
    await options.reload();
    await expect.poll(() => rule().isChecked(), wait).toBe(false);
    await rule().click();
    await expect.poll(() => rule().isChecked(), wait).toBe(true);
    await surfaces.welcome.reload();
    await expect.poll(headings, wait).toBe(true);
  });

  it('show whose work is in the extension, each with its licence', async () => {
    const licences = options.locator('#licences');
    await licences.locator('summary').first().click();
    const items = licences.locator('.licences > li');
    await expect.poll(() => items.count(), wait).toBeGreaterThan(20);
    const preact = items.filter({ hasText: /^preact \d/u });
    await preact.locator('summary').click();
    await preact.getByText('Jason Miller').waitFor(wait);
    await licences.locator('summary').first().click();
  });

  it('say how far the packs reach, and which sites came with the extension', async () => {
    await expect
      .poll(() => options.locator('#packs > dl').textContent(), wait)
      .toMatch(/更新至\d{4}年\d+月\d+日/);
    const version = options.locator('#packs').getByText('版本');
    expect(await version.isVisible()).toBe(false);
    await options.locator('#packs').getByText('技术信息').click();
    expect(await version.isVisible()).toBe(true);
    await expect.poll(() => options.locator('main').textContent(), wait).toContain('docs.qq.com');
  });
});
