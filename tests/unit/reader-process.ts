import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Order, Outcome } from '../docx/hostile/reader.ts';

/** Reads files in a process of its own. */
export interface ReaderProcess {
  /** What becomes of a file; null if there is no answer after `patience` milliseconds, or the process ended. */
  read(order: Order): Promise<Outcome | null>;
  /** Ends the process; the next file starts another. */
  renew(): void;
  close(): void;
}

/** In place of the browser's worker: the same script, called at once, with copies of what is sent. */
const worker = `
let handle;
export default class {
  listeners = {};
  addEventListener(type, listener) { this.listeners[type] = listener; }
  terminate() {}
  async postMessage(data) {
    globalThis.postMessage = (reply) => this.listeners.message({ data: structuredClone(reply) });
    // Each script registers its own, at its first import.
    globalThis.addEventListener = (_, listener) => { handle = listener; };
    await import(SCRIPT);
    try { handle({ data: structuredClone(data) }); } catch (error) { this.listeners.error(error); }
  }
}`;

const workers: Plugin = {
  name: 'workers',
  setup(bundle) {
    bundle.onResolve({ filter: /\?worker$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('?worker', '')),
      namespace: 'worker',
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'worker' }, ({ path }) => ({
      contents: worker.replace('SCRIPT', JSON.stringify(path)),
      resolveDir: import.meta.dirname,
    }));
  },
};

/** Bundles the reader, and starts it anew whenever it has ended. `heap`: its most memory for objects, in megabytes. */
export async function startReader(heap: number, patience: number): Promise<ReaderProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'gaozhun-reader-'));
  const script = join(folder, 'reader.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, '../docx/hostile/reader.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: script,
    plugins: [workers],
    // The YAML library requires modules of Node.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    logLevel: 'error',
  });
  let child: ChildProcess | null = null;
  const started = (): ChildProcess => {
    if (child !== null) return child;
    const now = fork(script, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${heap}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    now.once('exit', () => {
      if (child === now) child = null;
    });
    child = now;
    return now;
  };
  return {
    async read(order) {
      const running = started();
      const ended = new AbortController();
      const { signal } = ended;
      const timer = setTimeout(() => running.kill('SIGKILL'), patience);
      running.send(order);
      try {
        const [answer] = await Promise.race([
          once(running, 'message', { signal }),
          once(running, 'exit', { signal }).then(() => [null]),
        ]);
        return answer as Outcome | null;
      } finally {
        clearTimeout(timer);
        ended.abort();
      }
    },
    renew() {
      child?.kill('SIGKILL');
      child = null;
    },
    close() {
      child?.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
