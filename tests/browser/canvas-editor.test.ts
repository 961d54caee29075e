import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { useHarness, wait } from './fixture.ts';
import { ownWorld } from './own-world.ts';

const harness = useHarness();

describe('try', () => {
  it('marks', async () => {
    const page = await harness.open('canvas-editor.html');
    page.on('console', (m) => console.log('page:', m.text()));
    page.on('pageerror', (m) => console.log('error:', m.message));
    await page.waitForTimeout(2500);
    const world = await ownWorld(page);
    console.log(await world.evaluate(`JSON.stringify({ name: String(globalThis[Symbol.for('gaozhun-canvas-name')]), host: typeof globalThis.gaozhunHost, canvas: typeof globalThis.gaozhunCanvas, drawn: globalThis.gaozhunHost?.frame.drawn?.text, marked: globalThis.gaozhunHost?.frame.drawn?.marked.map((f) => [f.start, f.end, f.rule]), lines: [...document.documentElement.querySelectorAll(':scope > div')].flatMap((host) =>
    [...(chrome.dom.openOrClosedShadowRoot(host)?.querySelectorAll('i') ?? [])].map((line) => {
      const { left, width, top, bottom } = line.getBoundingClientRect();
      return { look: line.className, left, width, top, bottom };
    })) })`));
    console.log(await page.evaluate(() => window.editorPage.model()));
    await page.screenshot({ path: '/tmp/canvas.png' });
    await page.close();
  });
});
