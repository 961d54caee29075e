import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compilePacks } from '../../lib/phrases/compile.ts';
import { builtInPackFiles, readPackFiles } from '../read-packs.ts';
import { type Imports, stepsFrom } from './imports.ts';

/** The module that test files get the built-in packs from. */
export const loader = 'scripts/load-knowledge.ts';

/** What reads the packs and compiles them: a mutant in one of these is given packs that it has compiled itself. */
const compilers = ['lib/phrases/compile.ts', 'scripts/read-packs.ts'];

export interface KnowledgeOnce {
  /** What stands in the loader's place while a file is mutated. */
  sourceFor(mutatedFile: string): string;
  close(): void;
}

/**
 * Lets the built-in packs be compiled once a run, and not at all where the mutant lies in nothing that compiles them:
 * they take longer than most test files.
 */
export async function knowledgeOnce(imports: Imports): Promise<KnowledgeOnce> {
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'));
  const { packs } = await readPackFiles(await builtInPackFiles());
  const index = join(folder, 'index');
  writeFileSync(index, new Uint8Array(compilePacks(packs)));
  const compiling = new Set(compilers.flatMap((file) => [...stepsFrom(file, imports).keys()]));
  return {
    sourceFor: (file) => source(compiling.has(file) ? undefined : index),
    close: () => rmSync(folder, { recursive: true }),
  };
}

function source(index: string | undefined): string {
  const compiled =
    index === undefined
      ? 'load([])'
      : `readFile(${JSON.stringify(index)}).then((bytes) => ({
           knowledge: loadKnowledge(new Uint8Array(bytes).buffer), problems: [],
         }))`;
  return `
    import { readFile } from 'node:fs/promises';
    import { loadKnowledge } from '../lib/phrases/knowledge.ts';
    import { loadBuiltInKnowledge as load } from './load-knowledge.ts?itself';
    const known = (globalThis.knownKnowledge ??= {});
    export function loadBuiltInKnowledge(more = [], pinyinOf) {
      if (more.length > 0) return load(more, pinyinOf);
      if (pinyinOf !== undefined) return (known.withPinyin ??= load([], pinyinOf));
      return (known.plain ??= ${compiled});
    }`;
}
