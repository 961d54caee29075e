import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DraftName } from '../pages/draft.ts';
import type { Driver } from './driver.ts';
import { type Kind, kinds, type Ways } from './kinds.ts';
import { openScene, type Scene } from './scene.ts';
import { fixesAll, fixesThree, repairsNumbering, undoesFix } from './steps-fix.ts';
import { keepsMarks, leavesNoTrace, readsExactly } from './steps-read.ts';

const pictures = join(import.meta.dirname, '../../output/contract');

/** Runs the contract for every kind that works in a browser. */
export function contract(browser: Driver['browser'], start: () => Promise<Driver>): void {
  let driver: Driver;
  beforeAll(async () => {
    mkdirSync(join(pictures, browser), { recursive: true });
    driver = await start();
  });
  afterAll(() => driver?.close());

  describe.each(kinds.filter((kind) => waysOf(kind, browser) !== null))('$title', (kind) => {
    const ways = waysOf(kind, browser) ?? kind;
    let scene: Scene | null = null;
    let shown: DraftName | null = null;

    /** The page as the last step left it where it left no trace, else a new one. */
    const on = async (name: DraftName): Promise<Scene> => {
      if (scene !== null && shown === name) return scene;
      await scene?.page.close();
      scene = null;
      scene = await openScene(driver, kind, name);
      shown = name;
      return scene;
    };
    const spent = () => {
      shown = null;
    };
    afterEach(({ task }) => {
      if (task.result?.state === 'fail') spent();
      expect(scene?.page.errors()).toEqual([]);
    });
    afterAll(() => scene?.page.close());

    it('reads the text exactly', async () => {
      await readsExactly(await on('speech'));
      await readsExactly(await on('shapes'));
    });
    it('leaves no trace of its looking', async () => {
      await leavesNoTrace(await on('shapes'));
    });
    it('puts three fixes in three paragraphs right as one action', async () => {
      const at = await on('shapes');
      const three = at.faults.filter(({ place }) => ['start', 'link', 'middle'].includes(place));
      const presses = await fixesThree(at, three);
      if (presses === 'never') spent();
      expect(presses).toBe(ways.undo.three);
    });
    it('takes a fix back', async () => {
      const at = await on('shapes');
      for (const fault of at.faults.filter(({ place }) => place === 'middle' || place === 'bold')) {
        const presses = await undoesFix(at, fault);
        if (presses === 'never') spent();
        expect(presses, fault.place).toBe(ways.undo.fix);
      }
    });
    it('fixes faults of every place, keeps the format, and leaves the caret behind its words', async () => {
      const at = await on('shapes');
      await at.page.screenshot(join(pictures, browser, `${kind.name}.png`));
      await fixesAll(at);
      spent();
    });
    it('keeps every mark on its words', async () => {
      const at = await on('speech');
      await keepsMarks(at);
      spent();
    });
    it.runIf(kind.holds.lines)('repairs the numbering of ten headings', async () => {
      const at = await on('ten');
      await readsExactly(at);
      const presses = await repairsNumbering(at);
      expect(presses).toBe(ways.undo.repair);
    });
  });
}

function waysOf(kind: Kind, browser: Driver['browser']): Ways | null {
  if (browser === 'chromium' || kind.firefox === undefined) return kind;
  return 'not' in kind.firefox ? null : { undo: kind.firefox.undo ?? kind.undo };
}
