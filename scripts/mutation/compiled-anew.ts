import { type Imports, stepsFrom } from './imports.ts';

/** The module that test files get the built-in packs from, compiled before. */
export const loader = 'scripts/load-knowledge.ts';

/** What reads the packs and compiles them. */
const compilers = ['lib/phrases/compile.ts', 'scripts/read-packs.ts'];

/** The files that the compiled packs depend on: with a mutant in one of them they are to be compiled anew. */
export function compilingFiles(imports: Imports): ReadonlySet<string> {
  return new Set(compilers.flatMap((file) => [...stepsFrom(file, imports).keys()]));
}

/** What stands in the loader's place meanwhile: it compiles the built-in packs once for all test files of a run. */
export const compilingLoader = `
  import { compilePacks } from '../lib/phrases/compile.ts';
  import { loadKnowledge } from '../lib/phrases/knowledge.ts';
  import { loadBuiltInKnowledge as load } from './load-knowledge.ts?itself';
  import { builtInPackFiles, readPackFiles } from './read-packs.ts';
  async function compiled() {
    const { packs, problems } = await readPackFiles(await builtInPackFiles());
    return { index: compilePacks(packs), problems: problems.map(({ message }) => message) };
  }
  export async function loadBuiltInKnowledge(more = []) {
    if (more.length > 0) return load(more);
    const { index, problems } = await (globalThis.compiledPacks ??= compiled());
    return { knowledge: loadKnowledge(index), problems };
  }`;
