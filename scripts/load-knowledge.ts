import { join } from 'node:path';
import type { Words } from '../lib/language/language.ts';
import { compilePacks } from '../lib/phrases/compile.ts';
import { type LoadedKnowledge, loadKnowledge } from '../lib/phrases/knowledge.ts';
import { cachedOnDisk } from './disk-cache.ts';
import { builtInPackFiles, builtInPacks, readPackFiles } from './read-packs.ts';

const root = join(import.meta.dirname, '..');
/**
 * Everything that the compiled packs depend on: the packs, the rooms of lib that read and compile them, the packages.
 */
export const packSources = [
  builtInPacks,
  ...[
    'lib/phrases',
    'lib/common',
    'lib/draft',
    'lib/language',
    'lib/text-file',
    'scripts/read-packs.ts',
    'package-lock.json',
  ].map((path) => join(root, path)),
];

/**
 * Reads the built-in packs, and after them the given files, and compiles them; the built-in ones alone are compiled once
 * and kept, since reading their YAML takes two seconds. Faults of packs come back as sentences.
 */
export async function loadBuiltInKnowledge(
  extraPackFiles: readonly string[] = [],
): Promise<{ knowledge: LoadedKnowledge; problems: Words[] }> {
  const { index, problems } =
    extraPackFiles.length === 0
      ? await cachedOnDisk(join(root, '.cache/compiled-packs'), packSources, () => compiled([]))
      : await compiled(extraPackFiles);
  return { knowledge: loadKnowledge(index), problems };
}

async function compiled(extraPackFiles: readonly string[]) {
  const { packs, problems } = await readPackFiles([...(await builtInPackFiles()), ...extraPackFiles]);
  return { index: compilePacks(packs), problems: problems.map(({ message }) => message) };
}
