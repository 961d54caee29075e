import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilingFiles, compilingLoader, loader } from './compiled-anew.ts';
import type { Imports } from './imports.ts';
import { type Mutant, mutated } from './points.ts';
import { createTestRunner, type Fate } from './test-runner.ts';

export interface MutantRunner {
  /** Runs these test files, paths from the root, with a mutant in its file, or without any. */
  run(files: readonly string[], mutant?: Mutant): Promise<Fate>;
  close(): Promise<void>;
}

/** It fills a table that all files of one process share. */
const filling = 'tests/unit/signs.test.ts';

/** Test files in one process, but for those that would leave something behind for the next: these in one each. */
export async function createMutantRunner(root: string, imports: Imports): Promise<MutantRunner> {
  const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
  const isSelfish = (test: string) =>
    test === filling || /\bvi\.(?:mock|stubGlobal)\(|globalThis/u.test(textOf(test));
  const compiling = compilingFiles(imports);
  let current: Mutant | undefined;
  const sourceOf = (file: string) => {
    if (file === loader && compiling.has(current?.file ?? '')) return compilingLoader;
    return file === current?.file ? mutated(textOf(file), current) : undefined;
  };
  const together = await createTestRunner(root, sourceOf, false);
  const alone = await createTestRunner(root, sourceOf, true);
  return {
    async run(files, mutant) {
      const changed = [current, mutant].flatMap((one) => (one === undefined ? [] : [one.file]));
      current = mutant;
      const selfish = files.filter(isSelfish);
      const others = files.filter((file) => !selfish.includes(file));
      const fate = await together.run(others, [...changed, loader]);
      return fate.state === 'survived' ? alone.run(selfish, [...changed, loader]) : fate;
    },
    async close() {
      await together.close();
      await alone.close();
    },
  };
}
