import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The same JSX as in the build, for tests of the surfaces' pieces.
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
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
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          // Two browsers at a time, most of whose time is waiting; more would be late for want of a core.
          maxWorkers: 2,
          // A machine that stands still for a second fails a test that is right; a fault fails twice. The report names
          // each test that had to be tried again.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: ['tests/browser/build.ts'],
        },
      },
    ],
  },
});
