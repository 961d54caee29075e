import { join } from 'node:path';
import type { Reporter } from 'vitest/node';
import { BaseSequencer, createVitest } from 'vitest/node';

/** What became of a mutant: a test failed, a loop did not end, or no test saw it. */
export type Fate =
  | { readonly state: 'killed' | 'timeout'; readonly by: string }
  | { readonly state: 'survived' };

/** Which probes a test file comes by, and how long it takes. */
export interface Reach {
  /** Those it comes by when its modules are loaded. */
  readonly loaded: readonly string[];
  /** Those it comes by in its tests. */
  readonly called: readonly string[];
  /** Milliseconds. */
  readonly duration: number;
}

export interface TestRunner {
  /** Runs these test files in their order until a test fails; the sources in `changed` are read anew. Paths from the root. */
  run(files: readonly string[], changed: readonly string[]): Promise<Fate>;
  /** Which probes each of these test files comes by. */
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
  const watch = new Watch();
  const vitest = await createVitest(
    'test',
    { root, isolate: isolated, setupFiles: [...setupFiles], reporters: [watch.reporter], ...settings },
    {
      esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
      plugins: [
        {
          name: 'mutants',
          enforce: 'pre',
          transform: (_code, id) => sourceOf(id.slice(root.length + 1)) ?? null,
        },
      ],
    },
  );
  const cancel = () => void vitest.cancelCurrentRun('test-failure');
  await vitest.standalone();
  const all = new Map(
    (await vitest.globTestSpecifications()).map((one) => [one.moduleId.slice(root.length + 1), one]),
  );
  const run = (files: readonly string[], onFailure?: () => void) => {
    watch.failure = undefined;
    watch.onFailure = onFailure;
    return vitest.runTestSpecifications(files.flatMap((file) => all.get(file) ?? []));
  };

  return {
    async run(files, changed) {
      for (const file of changed) vitest.invalidateFile(join(root, file));
      watch.start();
      const { unhandledErrors } = await run(files, cancel);
      watch.stop();
      if (watch.failure !== undefined) return watch.failure;
      const [error] = unhandledErrors as { message?: string }[];
      return error === undefined
        ? { state: 'survived' }
        : { state: 'killed', by: error.message ?? 'an error' };
    },
    async reach(files) {
      const { testModules } = await run(files);
      return new Map(
        testModules.map((module) => {
          const { loaded = [], called = new Set() } = module.meta();
          const { duration } = module.diagnostic();
          return [module.moduleId.slice(root.length + 1), { loaded, called: [...called], duration }];
        }),
      );
    },
    close: () => vitest.close(),
  };
}

class AsGiven extends BaseSequencer {
  override sort(files: Parameters<BaseSequencer['sort']>[0]) {
    return Promise.resolve(files);
  }
}

const settings = {
  config: false,
  watch: false,
  include: ['tests/unit/**/*.test.{ts,tsx}'],
  pool: 'forks',
  maxWorkers: 1,
  execArgv: ['--max-old-space-size=3072'],
  testTimeout: standstill,
  hookTimeout: standstill,
  // A test that writes what it expects would write it into the tree.
  update: 'none',
  sequence: { sequencer: AsGiven },
} satisfies Parameters<typeof createVitest>[1];

/** Waits for the first test that fails, and for a run that shows no sign of life. */
class Watch {
  failure: { readonly state: 'killed' | 'timeout'; readonly by: string } | undefined;
  onFailure: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly reporter: Reporter = {
    onTestModuleStart: () => this.live(),
    onTestModuleEnd: (module) => {
      this.live();
      const suites = [...module.children.allSuites()].flatMap((suite) => suite.errors());
      const errors = [...module.errors(), ...suites];
      if (module.state() === 'failed' && errors.length > 0) this.fail(module.relativeModuleId, errors);
    },
    onTestCaseResult: (test) => {
      this.live();
      const { state, errors = [] } = test.result();
      if (state === 'failed') this.fail(`${test.module.relativeModuleId} > ${test.fullName}`, errors);
    },
  };

  start(): void {
    this.timer = setTimeout(() => {
      this.failure ??= { state: 'timeout', by: 'no test ended any more' };
      // The first call asks the tests to end, the second ends their process.
      this.onFailure?.();
      this.onFailure?.();
    }, standstill);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private live(): void {
    if (this.timer === undefined) return;
    this.stop();
    this.start();
  }

  private fail(by: string, errors: readonly { readonly message: string }[]): void {
    if (this.failure !== undefined) return;
    const isLate = errors.every(({ message }) => /^(?:Test|Hook) timed out/u.test(message));
    const [error] = errors;
    this.failure = { state: isLate ? 'timeout' : 'killed', by: `${by}: ${error?.message ?? 'an error'}` };
    this.onFailure?.();
  }
}
