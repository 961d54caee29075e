import { compilePacks } from '../lib/phrases/compile.ts';
import { type LoadedKnowledge, loadKnowledge } from '../lib/phrases/knowledge.ts';
import type { PinyinOf } from '../lib/phrases/search-data.ts';
import { builtInPackFiles, readPackFiles } from './read-packs.ts';

/**
 * Reads the built-in packs, and after them the given files, and compiles them in memory.
 * Takes `pinyinOf` when the phrases are to be searched by pinyin too. Faults of packs come back as Chinese sentences.
 */
export async function loadBuiltInKnowledge(
  extraPackFiles: readonly string[] = [],
  pinyinOf?: PinyinOf,
): Promise<{ knowledge: LoadedKnowledge; problems: string[] }> {
  const { packs, problems } = await readPackFiles([...(await builtInPackFiles()), ...extraPackFiles]);
  const knowledge = loadKnowledge(compilePacks(packs, pinyinOf));
  return { knowledge, problems: problems.map(({ message }) => message) };
}
