import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePacks } from '../lib/phrases/compile.ts';
import { stampOf } from '../lib/phrases/index-format.ts';
import { writeCharacters } from '../lib/phrases/own/pinyin.ts';
import { writePacksFile } from '../lib/phrases/packs-file.ts';
import { phraseFiles } from '../lib/storage/phrase-cache.ts';
import { characterReadings, pinyinOf } from './pinyin.ts';
import { builtInPackFiles, readPackFiles } from './read-packs.ts';

/** Where files made for the build are kept; not in the repository. */
const cacheFolder = join(import.meta.dirname, '../.cache/phrases');

/** A file that the build copies: from where, and where to, relative to the extension's root. */
export interface BuildAsset {
  readonly absoluteSrc: string;
  readonly relativeDest: string;
}

/**
 * Compiles the built-in packs into the files that the extension carries: the index, its stamp, the packs it can be
 * rebuilt from, the pinyin of characters for phrases that authors add, and the segmenter's program. A broken entry is left out with a warning.
 */
export async function packAssets(): Promise<BuildAsset[]> {
  const { packs, problems } = await readPackFiles(await builtInPackFiles());
  for (const { message } of problems) console.warn(message);
  const index = compilePacks(packs, pinyinOf);
  await mkdir(cacheFolder, { recursive: true });
  const write = async (relativeDest: string, contents: Uint8Array | string): Promise<BuildAsset> => {
    const absoluteSrc = join(cacheFolder, relativeDest.replace(/^.*\//, ''));
    await writeFile(absoluteSrc, contents);
    return { absoluteSrc, relativeDest };
  };
  return [
    await write(phraseFiles.index.slice(1), new Uint8Array(index)),
    await write(phraseFiles.stamp.slice(1), stampOf(index)),
    await write(phraseFiles.packs.slice(1), writePacksFile(packs, pinyinOf)),
    await write(phraseFiles.characters.slice(1), writeCharacters(characterReadings())),
    { absoluteSrc: segmenterProgram(), relativeDest: 'jieba_rs_wasm_bg.wasm' },
  ];
}

/** Path of the segmenter's WebAssembly file in its package. */
export function segmenterProgram(): string {
  return fileURLToPath(new URL('./jieba_rs_wasm_bg.wasm', import.meta.resolve('jieba-wasm/web')));
}
