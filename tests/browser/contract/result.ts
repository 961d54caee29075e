import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../pages/draft.ts';
import type { Driver } from './driver.ts';
import type { Kind, Presses } from './kinds.ts';

/** The result of the contract for one kind in one browser. A failed step leaves the initial value. */
export interface Result {
  reads: boolean;
  marks: boolean;
  /** Nothing of ours is in the editor or in what it saves. */
  clean: boolean;
  /** The faults fixed, and those whose fix the editor rejected, as the card said. */
  readonly fixed: Fault['place'][];
  readonly refused: Fault['place'][];
  /** Presses of Ctrl+Z that restored the original; null if not tried. */
  readonly undo: { fix: Presses | null; three: Presses | null; repair: Presses | null };
}

const folder = join(import.meta.dirname, '../../output/contract');

/** The folder for a browser's pictures and results. */
export function outputOf(browser: Driver['browser']): string {
  const path = join(folder, browser);
  mkdirSync(path, { recursive: true });
  return path;
}

export function emptyResult(): Result {
  return {
    reads: false,
    marks: false,
    clean: false,
    fixed: [],
    refused: [],
    undo: { fix: null, three: null, repair: null },
  };
}

export function writeResult(browser: Driver['browser'], { name }: Kind, result: Result): void {
  writeFileSync(join(outputOf(browser), `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

/** False for a kind that was not run in this browser. */
export function hasResult(browser: Driver['browser'], { name }: Kind): boolean {
  return existsSync(join(folder, browser, `${name}.json`));
}

/** Throws if the kind was not run. */
export function readResult(browser: Driver['browser'], { name }: Kind): Result {
  return JSON.parse(readFileSync(join(folder, browser, `${name}.json`), 'utf8')) as Result;
}
