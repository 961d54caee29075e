import { beforeEach } from 'vitest';

// Runs before each test file while it is asked which functions that file calls; see withProbes.
const ids = new Set<string>();
const reached: string[] = [];
const global = globalThis as { reached?: (id: string) => void };
global.reached = (id) => {
  if (ids.has(id)) return;
  ids.add(id);
  reached.push(id);
};

declare module 'vitest' {
  interface TaskMeta {
    reached?: readonly string[];
  }
}

beforeEach(({ task }) => {
  task.file.meta.reached = reached;
});
