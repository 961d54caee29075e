import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createSegmenter } from '../lib/phrases/segmenter.ts';
import type { Segmenter } from '../lib/rules/types.ts';

/** The segmenter as the extension uses it, its dictionary read from the package. */
export async function loadSegmenter(): Promise<Segmenter> {
  const wasm = createRequire(import.meta.url)
    .resolve('jieba-wasm/web')
    .replace(/\.js$/u, '_bg.wasm');
  return createSegmenter(await readFile(wasm));
}
