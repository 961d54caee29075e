import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedFaults } from './canvas-view.ts';
import type { Driver } from './contract/driver.ts';
import { startFirefoxDriver } from './contract/firefox.ts';
import { wait } from './fixture.ts';

let driver: Driver;
beforeAll(async () => {
  driver = await startFirefoxDriver();
});
afterAll(() => driver.close());

describe.each(['canvas-editor.html?twenty', 'canvas-justified.html', 'canvas-tiles.html'])('%s', (name) => {
  it('is read in Firefox, takes fixes in its model, and gives them back at Ctrl+Z', async () => {
    const page = await driver.open(name);
    const model = () => page.evaluate(() => window.editorPage.model());
    const found = async () => {
      const state = await page.ask({ type: 'page-state' });
      const field = state !== null && 'field' in state ? state.field : null;
      return { text: field?.text ?? '', findings: field?.check?.findings ?? [] };
    };
    const before = await model();
    for (const { words, right } of plantedFaults.filter((_, at) => at % 3 === 0)) {
      await expect.poll(async () => (await found()).findings.length, wait).toBeGreaterThan(19);
      const { text, findings } = await found();
      const finding = findings.find(({ start, end }) => text.slice(start, end) === words);
      const edits = (finding?.fixes[0]?.edits ?? []).map((edit) => ({ ...edit, reason: '' }));
      expect(await page.ask({ type: 'page-apply', edits, expected: text }), words).toMatchObject({
        ok: true,
      });
      expect(await model()).toBe(before.replace(words, right));
      await page.press('Control+z');
      await expect.poll(model, wait).toBe(before);
    }
    await page.close();
  });
});
