import type { CDPSession, Page } from 'playwright-core';

/** Interval of the profiler's samples, in µs. */
const interval = 100;

/** Measures the time of a page's main thread in the extension's scripts. */
export interface OwnWork {
  /**
   * Processor time in ms in these scripts, and in what they call, while `work` runs. The profiler tells whose script
   * runs, and the trace how much of a task's time the thread had a core, so that other processes on a busy machine do
   * not count.
   */
  during(work: () => Promise<void>): Promise<number>;
  /** Bytes of JavaScript objects after garbage collection. */
  heap(): Promise<number>;
}

/** Starts watching a page through the DevTools protocol. */
export async function watchOwnWork(page: Page): Promise<OwnWork> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval });
  return {
    async during(work) {
      let profile: Profile = { nodes: [], startTime: 0 };
      const events = await traced(session, tracedTasks, async () => {
        await session.send('Profiler.start');
        await work();
        profile = (await session.send('Profiler.stop')).profile;
      });
      return timeIn(profile, tasksOf(events));
    },
    async heap() {
      for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
  };
}

/** Total processor time in ms of a page's main thread so far. */
export async function watchMainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}

/**
 * Processor time in ms of an extension's scripts while a page loads and settles: reading, compiling, running, and
 * every call into them.
 */
export async function scriptTime(page: Page, load: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events = await traced(session, ['devtools.timeline'], load);
  await session.detach();
  const own = events.filter(({ name, args }) => {
    const isCall = name === 'EvaluateScript' || name === 'FunctionCall';
    return isCall && args?.data?.url?.startsWith('chrome-extension:') === true;
  });
  return own.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
}

/** Tasks, and the process that draws the page. */
const tracedTasks = ['disabled-by-default-devtools.timeline'];

async function traced(
  session: CDPSession,
  includedCategories: string[],
  work: () => Promise<void>,
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await work();
  const complete = new Promise((resolve) => {
    session.once('Tracing.tracingComplete', resolve);
  });
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** µs of wall time. */
  readonly ts: number;
  readonly dur?: number;
  /** µs of processor time. */
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly data?: { readonly url?: string; readonly frames?: readonly { processId?: number }[] };
  };
}

/** A period in which the main thread was busy, and the share of it in which it had a core. */
interface Task {
  readonly start: number;
  readonly end: number;
  readonly share: number;
}

/** The tasks of the traced page's main thread, in order. */
function tasksOf(events: readonly TraceEvent[]): Task[] {
  const began = events.find(({ name }) => name === 'TracingStartedInBrowser');
  const pid = began?.args?.data?.frames?.[0]?.processId;
  const named = events.find(
    (event) => event.name === 'thread_name' && event.pid === pid && event.args?.name === 'CrRendererMain',
  );
  if (named === undefined) throw new Error('The trace does not name the main thread of the page.');
  const tasks: Task[] = [];
  for (const { name, pid, tid, ts, dur = 0, tdur = 0 } of events) {
    if (name !== 'RunTask' || pid !== named.pid || tid !== named.tid || dur === 0) continue;
    tasks.push({ start: ts, end: ts + dur, share: Math.min(1, tdur / dur) });
  }
  return tasks.sort((a, b) => a.start - b.start);
}

interface Profile {
  readonly nodes: readonly {
    id: number;
    callFrame: { functionName: string; url: string };
    children?: readonly number[];
  }[];
  /** µs of wall time. */
  readonly startTime: number;
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

function timeIn(
  { nodes, samples = [], timeDeltas = [], startTime }: Profile,
  tasks: readonly Task[],
): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Set<number>();
  const mark = (id: number, inside: boolean) => {
    const node = byId.get(id);
    const is = inside || node?.callFrame.url.startsWith('chrome-extension:') === true;
    if (is) own.add(id);
    // A drawing method that the page calls through its stand-in is the page's own work.
    const isStandIn =
      node?.callFrame.functionName === 'apply' && node.callFrame.url.endsWith('canvas-page.js');
    for (const child of node?.children ?? []) {
      const isNative = byId.get(child)?.callFrame.url === '';
      if (!(isStandIn && isNative)) mark(child, is);
    }
  };
  const [root] = nodes;
  if (root !== undefined) mark(root.id, false);
  let at = startTime;
  let task = 0;
  let sum = 0;
  for (const [i, id] of samples.entries()) {
    at += timeDeltas[i] ?? 0;
    if (!own.has(id)) continue;
    // A sample is valid until the next one, or the end of its task.
    while ((tasks[task]?.end ?? Number.POSITIVE_INFINITY) <= at) task++;
    const { start, end, share } = tasks[task] ?? { start: at, end: at, share: 0 };
    const until = Math.min(end, at + (timeDeltas[i + 1] ?? interval));
    sum += Math.max(0, until - Math.max(start, at)) * share;
  }
  return sum / 1000;
}
