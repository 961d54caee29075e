import { join } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { BaseSequencer, createVitest } from 'vitest/node';

/** What became of a mutant: a test failed, a loop did not end, or no test saw it. */
export type Fate =
  | { readonly state: 'killed' | 'timeout'; readonly by: string }
  | { readonly state: 'survived' };

/** What a test file calls, and how long it takes. */
export interface Reach {
  readonly reached: readonly string[];
  /** Milliseconds. */
  readonly duration: number;
}

export interface TestRunner {
  /** Runs these test files in their order until a test fails; the sources in `changed` are read anew. Paths from the root. */
  run(files: readonly string[], changed: readonly string[]): Promise<Fate>;
  /** Which probes each of these test files comes by. Throws where a test fails. */
  reach(files: readonly string[]): Promise<Map<string, Reach>>;
  close(): Promise<void>;
}

/** No test and no start of a file takes longer than this on a busy machine. Milliseconds. */
const standstill = 90_000;

/**
 * One vitest for many runs of unit tests.
 * @param sourceOf what a file's source is for the next run; undefined where it is as on the disk
 * @param isolated whether each test file has all modules to itself, which takes a second or more a file
 * @param setupFiles what runs before each test file
 */
export async function createTestRunner(
  root: string,
  sourceOf: (file: string) => string | undefined,
  isolated: boolean,
  setupFiles: readonly string[] = [],
): Promise<TestRunner> {
  let onSignOfLife: (() => void) | undefined;
  let failure: { state: 'killed' | 'timeout'; by: string } | undefined;
  let vitest: Vitest | undefined;

  function failed(by: string, errors: readonly { readonly message: string }[]): void {
    if (failure !== undefined) return;
    const isLate = errors.every(({ message }) => /^(?:Test|Hook) timed out/u.test(message));
    failure = { state: isLate ? 'timeout' : 'killed', by: `${by}: ${errors[0]?.message ?? 'an error'}` };
    void vitest?.cancelCurrentRun('test-failure');
  }
  function moduleEnded(module: TestModule): void {
    onSignOfLife?.();
    if (module.state() !== 'failed') return;
    const suites = [...module.children.allSuites()].flatMap((suite) => suite.errors());
    const errors = [...module.errors(), ...suites];
    if (errors.length > 0) failed(module.relativeModuleId, errors);
  }
  const reporter: Reporter = {
    onTestModuleStart: () => onSignOfLife?.(),
    onTestModuleEnd: moduleEnded,
    onTestCaseResult(test) {
      onSignOfLife?.();
      const { state, errors = [] } = test.result();
      if (state === 'failed') failed(`${test.module.relativeModuleId} > ${test.fullName}`, errors);
    },
  };

  class AsGiven extends BaseSequencer {
    override sort(files: Parameters<BaseSequencer['sort']>[0]) {
      return Promise.resolve(files);
    }
  }
  vitest = await createVitest(
    'test',
    {
      root,
      config: false,
      watch: false,
      include: ['tests/unit/**/*.test.{ts,tsx}'],
      pool: 'forks',
      maxWorkers: 1,
      isolate: isolated,
      setupFiles: [...setupFiles],
      execArgv: ['--max-old-space-size=3072'],
      testTimeout: standstill,
      hookTimeout: standstill,
      reporters: [reporter],
      // A test that writes what it expects would write it into the tree.
      update: 'none',
      sequence: { sequencer: AsGiven },
    },
    {
      esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
      plugins: [
        {
          name: 'mutants',
          enforce: 'pre',
          transform(_code, id) {
            return sourceOf(id.slice(root.length + 1)) ?? null;
          },
        },
      ],
    },
  );
  const running = vitest;
  await running.standalone();
  const all = new Map(
    (await running.globTestSpecifications()).map((one) => [one.moduleId.slice(root.length + 1), one]),
  );
  const specificationsOf = (files: readonly string[]) => files.flatMap((file) => all.get(file) ?? []);

  return {
    async run(files, changed) {
      failure = undefined;
      for (const file of changed) running.invalidateFile(join(root, file));
      let timer: ReturnType<typeof setTimeout> | undefined;
      onSignOfLife = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          failure ??= { state: 'timeout', by: 'standstill' };
          // The first call asks the tests to end, the second ends their process.
          void running.cancelCurrentRun('test-failure');
          void running.cancelCurrentRun('test-failure');
        }, standstill);
      };
      onSignOfLife();
      const { unhandledErrors } = await running.runTestSpecifications(specificationsOf(files));
      clearTimeout(timer);
      if (failure !== undefined) return failure;
      const [error] = unhandledErrors as { message?: string }[];
      return error === undefined
        ? { state: 'survived' }
        : { state: 'killed', by: error.message ?? 'an error' };
    },
    async reach(files) {
      failure = undefined as typeof failure;
      const { testModules } = await running.runTestSpecifications(specificationsOf(files));
      if (failure !== undefined) throw new Error(`A test fails without any mutant: ${failure.by}`);
      return new Map(
        testModules.map((module) => [
          module.moduleId.slice(root.length + 1),
          { reached: module.meta().reached ?? [], duration: module.diagnostic().duration },
        ]),
      );
    },
    close: () => running.close(),
  };
}
