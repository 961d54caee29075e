import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useSurfaces, wait } from './fixture.ts';

const surfaces = useSurfaces();
let options: Page;
const section = () => options.locator('#sites');
const said = () => section().locator('.site-said').textContent();

beforeAll(async () => {
  options = await surfaces.open('options', { width: 900, height: 900 });
  await options.bringToFront();
  await options.getByRole('switch').first().waitFor(wait);
});

describe('the sites in the options', () => {
  it('take the address of a machine in the office, in one dialog for both schemes', async () => {
    await options.evaluate(`
      chrome.permissions.request = async ({ origins }) => {
        globalThis.asked = origins;
        const { getAll } = chrome.permissions;
        chrome.permissions.getAll = async () => {
          const all = await getAll.call(chrome.permissions);
          return { ...all, origins: [...all.origins, ...globalThis.asked] };
        };
        chrome.permissions.onAdded.dispatch({ origins });
        return true;
      };
      chrome.permissions.remove = async ({ origins }) => {
        globalThis.asked = globalThis.asked.filter((one) => !origins.includes(one));
        return true;
      };`);
    const box = section().getByLabel('写稿网页的网址');
    await box.fill('写稿');
    await options.keyboard.press('Enter');
    await expect.poll(said, wait).toContain('网址读不懂');
    await box.fill('oa:8080/x');
    await options.keyboard.press('Enter');
    await expect.poll(said, wait).toBe('已允许 oa:8080。');
    expect(await options.evaluate('asked')).toEqual(['https://oa:8080/*', 'http://oa:8080/*']);
    // One site to the author, whatever the browser keeps.
    await expect.poll(() => section().locator('li').allTextContents(), wait).toContain('oa:8080移除');
    expect(await section().getByText('oa:8080', { exact: true }).count()).toBe(1);
  });

  it('are removed by the keyboard, both schemes at once, and the focus stays in the section', async () => {
    await section().getByRole('button', { name: '移除 oa:8080' }).focus();
    await options.keyboard.press('Enter');
    await expect.poll(() => options.evaluate('asked'), wait).toEqual([]);
    await expect.poll(() => section().getByText('oa:8080', { exact: true }).count(), wait).toBe(0);
    await expect
      .poll(() => options.evaluate(() => document.activeElement?.getAttribute('name')), wait)
      .toBe('site');
  });
});
