import type { CDPSession, Page } from 'playwright-core';

/** Time between two samples of the profiler, in µs. */
const interval = 100;

/** Watches how long a page's main thread is in the extension's scripts. */
export interface OwnWork {
  /** Milliseconds spent in them, or in what they called, while `work` runs. */
  during(work: () => Promise<void>): Promise<number>;
  /** Bytes of JavaScript objects after all garbage was collected. */
  heap(): Promise<number>;
}

/** Starts watching a page through the DevTools protocol. */
export async function watchOwnWork(page: Page): Promise<OwnWork> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval });
  return {
    async during(work) {
      await session.send('Profiler.start');
      await work();
      const { profile } = await session.send('Profiler.stop');
      return timeIn(profile);
    },
    async heap() {
      for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
  };
}

/**
 * Milliseconds of the processor that an extension's scripts take while a page loads and settles: reading, compiling and
 * running them, and every call into them.
 */
export async function scriptTime(page: Page, load: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await load();
  const complete = new Promise((resolve) => {
    session.once('Tracing.tracingComplete', resolve);
  });
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const own = events.filter(({ name, args }) => {
    const isCall = name === 'EvaluateScript' || name === 'FunctionCall';
    return isCall && args?.data?.url?.startsWith('chrome-extension:') === true;
  });
  return own.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
}

interface TraceEvent {
  readonly name: string;
  /** µs of the processor. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

type Profile = Awaited<ReturnType<CDPSession['send']>> & {
  nodes?: readonly { id: number; callFrame: { url: string }; children?: readonly number[] }[];
  samples?: readonly number[];
  timeDeltas?: readonly number[];
};

function timeIn(profile: unknown): number {
  const { nodes = [], samples = [], timeDeltas = [] } = profile as Profile;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Set<number>();
  const mark = (id: number, inside: boolean) => {
    const node = byId.get(id);
    const is = inside || node?.callFrame.url.startsWith('chrome-extension:') === true;
    if (is) own.add(id);
    for (const child of node?.children ?? []) mark(child, is);
  };
  const [root] = nodes;
  if (root !== undefined) mark(root.id, false);
  // A sample holds until the next one.
  return samples.reduce((sum, id, i) => sum + (own.has(id) ? (timeDeltas[i + 1] ?? interval) / 1000 : 0), 0);
}
