import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Imports, stepsFrom } from './imports.ts';
import { withProbes } from './points.ts';
import { createTestRunner, type Reach } from './test-runner.ts';

type Remembered = Readonly<Record<string, Reach & { readonly key: string }>>;

/** What decides on the answer besides what a test file imports: the data of the tests, and how they are asked. */
const shared = ['assets/phrases', 'tests/drafts', 'scripts/mutation'];
const setup = join(import.meta.dirname, 'reached.setup.ts');

/**
 * Asks which functions of lib each test file calls, and remembers it in .cache until the file, what it imports, or the
 * data of the tests changes.
 */
export async function reachOf(
  root: string,
  tests: readonly string[],
  imports: Imports,
): Promise<ReadonlyMap<string, Reach>> {
  const store = join(root, '.cache/mutation-reach.json');
  const remembered: Remembered = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {};
  const keyOf = keysOf(root, imports);
  const known = new Map<string, Reach & { key: string }>();
  for (const test of tests) {
    const one = remembered[test];
    if (one?.key === keyOf(test)) known.set(test, one);
  }
  const unknown = tests.filter((test) => !known.has(test));
  if (unknown.length > 0) {
    console.log(`Asking ${unknown.length} test files which functions they call …`);
    const sourceOf = (file: string) =>
      /^lib\/.*\.tsx?$/u.test(file) ? withProbes(file, readFileSync(join(root, file), 'utf8')) : undefined;
    const runner = await createTestRunner(root, sourceOf, true, [setup]);
    try {
      for (const [test, reach] of await runner.reach(unknown))
        known.set(test, { ...reach, key: keyOf(test) });
    } finally {
      await runner.close();
    }
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(store, JSON.stringify(Object.fromEntries(known)));
  }
  return known;
}

/** A key for each test file that changes with anything that it hangs on. */
function keysOf(root: string, imports: Imports): (test: string) => string {
  const hash = createHash('sha256');
  for (const folder of shared)
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)));
  const common = hash.digest('hex');
  const digests = new Map<string, string>();
  const digestOf = (file: string) => {
    let digest = digests.get(file);
    if (digest === undefined) {
      digest = createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex');
      digests.set(file, digest);
    }
    return digest;
  };
  return (test) => {
    const hash = createHash('sha256').update(common);
    for (const file of [...stepsFrom(test, imports).keys()].sort())
      hash.update(`${file} ${digestOf(file)}\n`);
    return hash.digest('hex');
  };
}
