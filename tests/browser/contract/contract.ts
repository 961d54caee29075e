import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DraftName } from '../pages/draft.ts';
import type { Driver } from './driver.ts';
import { type Kind, kinds, type Presses, waysOf } from './kinds.ts';
import { emptyResult, outputOf, type Result, writeResult } from './result.ts';
import { openScene, type Scene } from './scene.ts';
import { fixesAll, fixesThree, repairsNumbering, undoesFix } from './steps-fix.ts';
import { keepsMarks, leavesNoTrace, readsExactly, readsNoPlaceholder } from './steps-read.ts';
import { cellsOf, firefoxOf, rowsIn, titleOf, tongues } from './table.ts';

/** Runs the contract for every kind supported in a browser. */
export function contract(browser: Driver['browser'], start: () => Promise<Driver>): void {
  const pictures = outputOf(browser);
  const works = kinds.filter((kind) => waysOf(kind, browser) !== null);
  const results = new Map<Kind, Result>();
  let driver: Driver;
  beforeAll(async () => {
    driver = await start();
  });
  afterAll(() => driver?.close());

  describe.each(works)('$title', (kind) => {
    const ways = waysOf(kind, browser) ?? kind;
    const result = emptyResult();
    results.set(kind, result);
    let scene: Scene | null = null;
    let shown: DraftName | null = null;

    /** The page of the last step if that left no trace, else a new one. */
    const sceneWith = async (name: DraftName): Promise<Scene> => {
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
    afterAll(async () => {
      await scene?.page.close();
      writeResult(browser, kind, result);
    });

    it('reads the text exactly', async () => {
      await readsExactly(await sceneWith('speech'));
      if (kind.holds.lines) await readsNoPlaceholder(await sceneWith('empty'));
      await readsExactly(await sceneWith('shapes'));
      result.reads = true;
    });
    it('leaves no trace of its looking', async () => {
      await leavesNoTrace(await sceneWith('shapes'));
      result.clean = true;
    });
    it('puts three fixes in three paragraphs right as one action', async () => {
      const at = await sceneWith('shapes');
      result.undo.three = counted(await fixesThree(at), ways.undo.three);
      if (result.undo.three === 'never') spent();
      expect(result.undo.three).toBe(ways.undo.three);
    });
    it('takes a fix back', async () => {
      for (const place of ['bold', 'middle'] as const) {
        const at = await sceneWith('shapes');
        result.undo.fix = counted(await undoesFix(at, place), ways.undo.fix);
        if (result.undo.fix === 'never') spent();
        expect(result.undo.fix, place).toBe(ways.undo.fix);
      }
    });
    it('fixes faults of every place, keeps the format, and leaves the caret behind its words', async () => {
      const at = await sceneWith('shapes');
      await at.page.screenshot(join(pictures, `${kind.name}.png`));
      spent();
      await fixesAll(at, result);
    });
    it('keeps every mark on its words', async () => {
      const at = await sceneWith('speech');
      spent();
      await keepsMarks(at);
      result.marks = true;
    });
    it.runIf(kind.holds.lines && kind.complete)('repairs the numbering of ten headings', async () => {
      const at = await sceneWith('ten');
      spent();
      await readsExactly(at);
      result.undo.repair = counted(await repairsNumbering(at), ways.undo.repair);
      expect(result.undo.repair).toBe(ways.undo.repair);
    });
  });

  /** `npm run editors` is about to write it. */
  const isAsked = process.env.GAOZHUN_TABLE !== 'write';
  describe.runIf(isAsked).each(tongues)('the table of the README (%s)', (tongue) => {
    it.each(works)('tells of $title what this run gave', (kind) => {
      const result = results.get(kind) ?? emptyResult();
      const row = rowsIn(tongue).get(titleOf(kind, tongue)) ?? [];
      if (browser === 'firefox') expect(row.at(-1)).toBe(firefoxOf(result, row.at(-2), tongue));
      else expect(row.slice(0, -1)).toEqual(cellsOf(kind, result, tongue));
    });
  });
}

/** How often the editor wanted Ctrl+Z; where it groups its steps by time, the number says nothing. */
function counted(presses: Presses, known: Presses): Presses {
  return known === 'few' && presses !== 'never' ? 'few' : presses;
}
