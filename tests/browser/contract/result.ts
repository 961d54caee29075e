import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../pages/draft.ts';
import type { Driver } from './driver.ts';
import type { Kind, Presses } from './kinds.ts';

/** What a run of the contract gave for one kind in one browser. A step that failed leaves its place as it began. */
export interface Result {
  reads: boolean;
  marks: boolean;
  /** Nothing of ours in the editor or in what it saves. */
  clean: boolean;
  /** Where a fault was put right, and where the editor would not have it, which the card said. */
  readonly fixed: Fault['place'][];
  readonly refused: Fault['place'][];
  /** Presses of Ctrl+Z that brought the original back; null where it was not tried. */
  readonly undo: { fix: Presses | null; three: Presses | null; repair: Presses | null };
}

const folder = join(import.meta.dirname, '../../output/contract');

/** Pictures and results of a browser's run go here. */
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

/** Throws when the kind has not been run. */
export function readResult(browser: Driver['browser'], { name }: Kind): Result {
  return JSON.parse(readFileSync(join(folder, browser, `${name}.json`), 'utf8')) as Result;
}
