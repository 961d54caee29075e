import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { languages } from '../../lib/language/language.ts';
import { against, begin, byKeys } from './access-view.ts';
import { useSurfaces, wait } from './fixture.ts';

const surfaces = useSurfaces();

const switchedOff = async (page: Page): Promise<void> => {
  const { host } = new URL(page.url());
  await (await surfaces.harness.worker()).evaluate(`(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...settings, sitesOff: ['http://${host}/*'] } });
  })()`);
};
const panelOver = async (page: Page): Promise<Page> => {
  const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 700 }));
  await page.bringToFront();
  return panel;
};

describe.each(languages)('the panel on a site that is not allowed, speaking %s', (language) => {
  const say = (zh: string, en: string): string => (language === 'en' ? en : zh);
  beforeEach(() => begin(surfaces, language));

  it('holds the switch where the browser tells the site, and the focus stays with the author', async () => {
    const page = await surfaces.openTest('plain.html');
    await switchedOff(page);
    const panel = await panelOver(page);
    const toggle = panel.getByRole('switch', { name: say('在此网站检查', 'Check on this site') });
    await toggle.waitFor(wait);
    expect(await panel.locator('#page-panel').textContent()).toContain(new URL(page.url()).host);
    expect(await against(panel, language, 'panel site')).toEqual([]);
    expect(await byKeys(panel)).toEqual([]);
    await toggle.focus();
    await panel.keyboard.press('Space');
    await panel.locator('#page-panel .finding').first().waitFor(wait);
    expect(await panel.evaluate(() => document.activeElement?.id)).toBe('page-tab');
  });

  it('says so where the browser does not allow it', async () => {
    const page = await surfaces.openTest('plain.html');
    await switchedOff(page);
    const panel = await panelOver(page);
    await panel.evaluate('chrome.permissions.request = async () => false');
    const toggle = panel.getByRole('switch');
    await toggle.focus();
    await panel.keyboard.press('Space');
    await panel.getByText(say('浏览器未予允许', 'the browser did not allow it')).waitFor(wait);
    expect(await toggle.isChecked()).toBe(false);
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('switch');
    expect(await against(panel, language, 'panel site refused')).toEqual([]);
  });

  it('tells where to find it where the browser withholds the address', async () => {
    const page = surfaces.closeLater(await surfaces.harness.context.newPage());
    await page.goto(`${surfaces.harness.address.replace('127.0.0.1', 'foreign.localhost')}/plain.html`);
    const panel = await panelOver(page);
    await panel.getByText(say('请点工具栏上的稿准图标', 'click the Gaozhun icon')).waitFor(wait);
    expect(await panel.getByRole('switch').count()).toBe(0);
  });
});
