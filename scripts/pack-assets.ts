import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePacks } from '../lib/phrases/compile.ts';
import { stampOf } from '../lib/phrases/index-format.ts';
import { pinyinByCharacters, writeCharacters } from '../lib/phrases/own/pinyin.ts';
import { writePacksFile } from '../lib/phrases/packs-file.ts';
import { phraseFiles } from '../lib/storage/phrase-cache.ts';
import { proseAsset } from '../lib/storage/prose-asset.ts';
import { cachedOnDisk } from './disk-cache.ts';
import { packSources } from './load-knowledge.ts';
import { segmenterProgram } from './load-segmenter.ts';
import { characterReadings, pinyinOf } from './pinyin.ts';
import { proseFile } from './prose/load-prose.ts';
import { builtInPackFiles, readPackFiles } from './read-packs.ts';

/** Cache of files made for the build; not in the repository. */
const cacheFolder = join(import.meta.dirname, '../.cache/phrases');

/** A file that the build copies: its source, and its path in the extension. */
export interface BuildAsset {
  readonly absoluteSrc: string;
  readonly relativeDest: string;
}

/**
 * Compiles the built-in packs into the extension's files: the index, its stamp, the packs from which it can be
 * rebuilt, the pinyin of characters, the model of official prose, and the segmenter's program. A broken entry is left
 * out with a warning.
 */
export async function packAssets(): Promise<BuildAsset[]> {
  // The builds for Chromium and Firefox share these.
  const { index, packs, characters, problems } = await cachedOnDisk(
    join(cacheFolder, 'assets'),
    [...packSources, ...['pack-assets.ts', 'pinyin.ts'].map((name) => join(import.meta.dirname, name))],
    makeAssets,
  );
  for (const problem of problems) console.warn(problem.zh);
  await mkdir(cacheFolder, { recursive: true });
  const write = async (relativeDest: string, contents: Uint8Array | string): Promise<BuildAsset> => {
    const absoluteSrc = join(cacheFolder, relativeDest.replace(/^.*\//, ''));
    // Another build may be copying the file: it must find the old one or the new one, whole.
    const unfinished = `${absoluteSrc}.${process.pid}`;
    await writeFile(unfinished, contents);
    await rename(unfinished, absoluteSrc);
    return { absoluteSrc, relativeDest };
  };
  return [
    await write(phraseFiles.index.slice(1), new Uint8Array(index)),
    await write(phraseFiles.stamp.slice(1), stampOf(index)),
    await write(phraseFiles.packs.slice(1), packs),
    await write(phraseFiles.characters.slice(1), characters),
    await write(proseAsset.slice(1), await proseFile()),
    { absoluteSrc: segmenterProgram(), relativeDest: 'jieba_rs_wasm_bg.wasm' },
  ];
}

async function makeAssets() {
  const { packs, problems } = await readPackFiles(await builtInPackFiles());
  const characters = writeCharacters(characterReadings());
  return {
    index: compilePacks(packs, pinyinOf),
    packs: writePacksFile(packs, pinyinOf, pinyinByCharacters(characters)),
    characters,
    problems: problems.map(({ message }) => message),
  };
}
