import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take minutes begin first, so that none of them is what all others have ended before. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => /\/contract-\w+\.test|\/office\//u.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Browser tests that take long by themselves: `npm run attacks` and `npm run nightly` run them. */
const long = [
  'tests/browser/attacks/**/*.test.ts',
  'tests/browser/canvas*.test.ts',
  'tests/browser/soak.test.ts',
];

const browser = {
  environment: 'node',
  // Two browsers at a time, most of whose time is waiting; more would be late for want of a core.
  maxWorkers: 2,
  // A machine that stands still for a second fails a test that is right; a fault fails twice. The report names
  // each test that had to be tried again.
  retry: 1,
  testTimeout: 180_000,
  hookTimeout: 180_000,
  globalSetup: ['tests/browser/build.ts'],
};

export default defineConfig({
  // The same JSX as in the build, for tests of the surfaces' pieces.
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          // The longest file starts programs and waits for them; of itself vitest would leave one of two cores idle.
          maxWorkers: 2,
          // Only a test that hangs takes so long: a machine may be busy, and some tests start programs.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'office',
          include: ['tests/office/**/*.test.ts'],
          environment: 'node',
          // As many as the browsers, beside which it runs.
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: long,
          ...browser,
        },
      },
      {
        extends: true,
        test: { name: 'long', include: long, ...browser },
      },
    ],
  },
});
