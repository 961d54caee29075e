import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProseModel, writeProse } from '../../lib/phrases/prose/prose-model.ts';
import { readJudge } from './judge-file.ts';

/** The folder of the counts and of the judge. */
export const proseAssets = join(import.meta.dirname, '../../assets/prose');

/** The bytes of the file that the build ships. */
export async function proseFile(): Promise<Uint8Array> {
  const [counts, judge] = await Promise.all([
    readFile(join(proseAssets, 'counts.bin')),
    readFile(join(proseAssets, 'judge.yaml'), 'utf8'),
  ]);
  return writeProse(counts, readJudge(judge));
}

/** The model of official prose, as the extension loads it. */
export async function loadProse(): Promise<ProseModel> {
  return new ProseModel(await proseFile());
}
