import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSurfaces, wait } from './fixture.ts';

const surfaces = useSurfaces();

/** Buttons and the like that are less than 24 pixels high or wide, and words smaller than 13 pixels. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
      if (!element.checkVisibility() || element.closest('.unseen') !== null) return [];
      const name = `${element.tagName}.${element.className} ${element.textContent?.slice(0, 20)}`;
      const { width, height } = element.getBoundingClientRect();
      // A link within a sentence is as high as its line.
      const works = element.matches('button:not(.link), select, summary, input[type=date], label:has(input)');
      const words = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
      );
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      return [
        ...(works && (height < 23.9 || width < 23.9) ? [`${width} × ${height}: ${name}`] : []),
        ...(words && size < 12.99 ? [`${size}px: ${name}`] : []),
      ];
    }),
  );
}

/** Findings whose kind runs into the buttons beside it. */
function overprinted(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.finding')].flatMap((finding) => {
      const kind = finding.querySelector('.kind');
      if (kind === null || !kind.checkVisibility()) return [];
      const words = document.createRange();
      words.selectNodeContents(kind);
      const a = words.getBoundingClientRect();
      return [...finding.querySelectorAll('.ignoring button')].flatMap((button) => {
        const b = button.getBoundingClientRect();
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        return apart ? [] : [finding.textContent ?? ''];
      });
    }),
  );
}

async function panelWithFindings(): Promise<Page> {
  const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 700 }));
  await surfaces.welcome.bringToFront();
  await surfaces.welcome.locator('#rich').click();
  await panel.locator('#page-panel .finding').first().waitFor(wait);
  return panel;
}

describe('words and buttons', () => {
  it('are large enough in the panel, its outline, its repair and its desk', async () => {
    const panel = await panelWithFindings();
    await panel.locator('#page-panel .outline summary').click();
    await panel.locator('#page-panel .outline-tree').first().waitFor(wait);
    expect(await tooSmall(panel)).toEqual([]);
    await panel.locator('#page-panel [data-opens=plan]').click();
    await panel.locator('#page-panel .repair').waitFor(wait);
    expect(await tooSmall(panel)).toEqual([]);
    await panel.locator('#desk-tab').click();
    await panel.locator('#desk-text').fill('要深入学习贯彻党的十九大精神。');
    await panel.locator('#desk-panel .finding').first().waitFor(wait);
    expect(await tooSmall(panel)).toEqual([]);
  });

  it('are large enough in the popup, its results and an entry, and in the options', async () => {
    await surfaces.welcome.bringToFront();
    await surfaces.welcome.locator('#rich').click();
    const popup = await surfaces.popupOver(surfaces.welcome);
    await popup.locator('.levels').waitFor(wait);
    expect(await tooSmall(popup)).toEqual([]);
    await popup.getByRole('combobox').fill('党的十九大');
    await popup.locator('[role=option][aria-selected=true]').waitFor(wait);
    expect(await tooSmall(popup)).toEqual([]);
    await popup.getByRole('combobox').press('ArrowRight');
    await popup.locator('article').waitFor(wait);
    expect(await tooSmall(popup)).toEqual([]);
    const options = surfaces.closeLater(await surfaces.open('options', { width: 900, height: 900 }));
    await options.getByRole('switch').first().waitFor(wait);
    for (const summary of await options.locator('summary').all()) await summary.click();
    expect(await tooSmall(options)).toEqual([]);
  });

  it('grow with the font size of the browser', async () => {
    const panel = await panelWithFindings();
    const size = (selector: string) =>
      panel
        .locator(selector)
        .first()
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const selectors = ['body', '.small', '.quiet', '.finding .place'];
    const before = await Promise.all(selectors.map(size));
    // What the setting of the browser changes is the size of the root.
    await panel.evaluate(() => {
      document.documentElement.style.fontSize = '24px';
    });
    const after = await Promise.all(selectors.map(size));
    expect(after).toEqual(before.map((one) => one * 1.5));
  });
});

describe('the head of a finding', () => {
  it.each([240, 260, 280, 300, 320, 360])('is not overprinted in a panel %i pixels wide', async (width) => {
    const panel = await panelWithFindings();
    await panel.setViewportSize({ width, height: 700 });
    expect(await overprinted(panel)).toEqual([]);
    await panel.locator('#desk-tab').click();
    await panel.locator('#desk-text').fill('要深入学习贯彻党的十九大精神。县工商局要加强督查，确保落实。');
    await panel.locator('#desk-panel .finding').first().waitFor(wait);
    expect(await overprinted(panel)).toEqual([]);
  });
});
