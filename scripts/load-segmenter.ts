import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createSegmenter } from '../lib/phrases/segmenter.ts';
import type { Segmenter } from '../lib/rules/types.ts';

/** The segmenter of the extension, with its dictionary read from the package. */
export async function loadSegmenter(): Promise<Segmenter> {
  return createSegmenter(await readFile(segmenterProgram()));
}

/** Path of the segmenter's WebAssembly file in its package. */
export function segmenterProgram(): string {
  return createRequire(import.meta.url)
    .resolve('jieba-wasm/web')
    .replace(/\.js$/u, '_bg.wasm');
}
