import { beforeAll, beforeEach } from 'vitest';

// Runs before each test file while it is asked which functions that file calls; see withProbes.
let ids = new Set<string>();
const global = globalThis as { reached?: (id: string) => void };
global.reached = (id) => {
  ids.add(id);
};

declare module 'vitest' {
  interface TaskMeta {
    /** What ran before the tests, when the modules were loaded. */
    loaded?: readonly string[];
    /** What ran in the tests and their hooks. */
    called?: ReadonlySet<string>;
  }
}

let loaded: readonly string[] = [];
beforeAll(() => {
  loaded = [...ids];
  ids = new Set();
});

beforeEach(({ task }) => {
  task.file.meta.loaded = loaded;
  task.file.meta.called = ids;
});
