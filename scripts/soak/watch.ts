import type { BrowserContext, CDPSession } from 'playwright-core';
import type { Sample } from './memory.ts';

/** A target of the browser that is listened to: a page, or a worker. */
interface Target {
  readonly id: string;
  readonly type: string;
  url: string;
  readonly session: string;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: Error) => void;
}

/** The part of the protocol's messages that is read. */
interface Message {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: unknown;
  readonly method?: string;
  readonly params?: {
    readonly type?: string;
    readonly args?: readonly RemoteValue[];
    readonly exceptionDetails?: { readonly text: string; readonly exception?: RemoteValue };
    readonly entry?: { readonly level: string; readonly text: string; readonly url?: string };
    readonly request?: { readonly url: string };
  };
}

interface RemoteValue {
  readonly value?: unknown;
  readonly description?: string;
}

const heard = new Set(['page', 'iframe', 'service_worker', 'worker', 'shared_worker']);

/**
 * Listens to all pages and workers of a browser, the scripts of the extension in web pages included. What they logged
 * before they were listened to, the browser tells afterwards.
 */
export class Watch {
  /** Errors that were logged or thrown and not caught: where, and the first line of each. */
  readonly errors: string[] = [];
  /** The addresses that were asked for. */
  readonly requests = new Set<string>();
  private readonly targets = new Map<string, Target>();
  private readonly bySession = new Map<string, Target>();
  private readonly waiting = new Map<string, Waiting>();
  /** How often the worker began anew. */
  starts = 0;
  private last = 0;

  private constructor(private readonly session: CDPSession) {}

  static async of(context: BrowserContext): Promise<Watch> {
    const session = await context.browser()?.newBrowserCDPSession();
    if (session === undefined) throw new Error('The browser cannot be listened to.');
    const watch = new Watch(session);
    session.on('Target.targetCreated', ({ targetInfo }) => void watch.attach(targetInfo));
    session.on('Target.targetInfoChanged', ({ targetInfo: { targetId, url } }) => {
      const target = watch.targets.get(targetId);
      if (target !== undefined) target.url = url;
    });
    session.on('Target.targetDestroyed', ({ targetId }) => watch.forget(targetId));
    session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) =>
      watch.take(sessionId, JSON.parse(message) as Message),
    );
    await session.send('Target.setDiscoverTargets', { discover: true });
    return watch;
  }

  /** The id of the service worker’s target; null before its first start. */
  get worker(): string | null {
    return [...this.targets.values()].find(({ type }) => type === 'service_worker')?.id ?? null;
  }

  /** Stops the service worker, as the browser does when it is idle. Resolves to whether one ran. */
  async stopWorker(): Promise<boolean> {
    const { worker } = this;
    if (worker === null) return false;
    // The target stays, and is the next worker's as well.
    await this.session.send('Target.closeTarget', { targetId: worker });
    return true;
  }

  /** What a target holds after garbage collection; null if it is gone. A worker has no DOM. */
  async measure(targetId: string, edits: number): Promise<Sample | null> {
    const target = this.targets.get(targetId);
    if (target === undefined) return null;
    // What finalisers let go goes with the second.
    for (let turn = 0; turn < 2; turn++) await this.send(target, 'HeapProfiler.collectGarbage');
    const heap = (await this.send(target, 'Runtime.getHeapUsage')) as Record<string, number>;
    const { usedSize = 0, embedderHeapUsedSize = 0, backingStorageSize = 0 } = heap;
    const bytes = usedSize + embedderHeapUsedSize + backingStorageSize;
    if (target.type === 'service_worker') return { edits, bytes, nodes: 0, listeners: 0, documents: 0 };
    const dom = (await this.send(target, 'Memory.getDOMCounters')) as Record<string, number>;
    const { nodes = 0, jsEventListeners = 0, documents = 0 } = dom;
    return { edits, bytes, nodes, listeners: jsEventListeners, documents };
  }

  private async attach({
    targetId,
    type,
    url,
  }: {
    targetId: string;
    type: string;
    url: string;
  }): Promise<void> {
    if (!heard.has(type)) return;
    const attached = await this.session
      .send('Target.attachToTarget', { targetId, flatten: false })
      .catch(() => null);
    // It was closed at once.
    if (attached === null) return;
    const target = { id: targetId, type, url, session: attached.sessionId };
    this.targets.set(targetId, target);
    this.bySession.set(target.session, target);
    for (const domain of ['Runtime', 'Log', 'Network']) {
      this.send(target, `${domain}.enable`).catch(() => `${domain} is not there`);
    }
  }

  private forget(targetId: string): void {
    this.targets.delete(targetId);
    for (const [session, { id }] of this.bySession) if (id === targetId) this.bySession.delete(session);
    for (const [key, { reject }] of this.waiting) {
      if (!key.startsWith(`${targetId} `)) continue;
      this.waiting.delete(key);
      reject(new Error('The target is gone.'));
    }
  }

  private async send({ id, session }: Target, method: string): Promise<unknown> {
    const nth = ++this.last;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.waiting.set(`${id} ${nth}`, { resolve, reject });
    });
    const message = JSON.stringify({ id: nth, method });
    await this.session.send('Target.sendMessageToTarget', { sessionId: session, message });
    return await answer;
  }

  private take(session: string, { id, error, result, method, params }: Message): void {
    const target = this.bySession.get(session);
    if (target === undefined) return;
    if (id !== undefined) {
      const key = `${target.id} ${id}`;
      const waiting = this.waiting.get(key);
      this.waiting.delete(key);
      if (error === undefined) waiting?.resolve(result);
      else waiting?.reject(new Error(error.message));
      return;
    }
    if (method === 'Inspector.workerScriptLoaded') this.starts++;
    if (method === 'Network.requestWillBeSent') this.requests.add(params?.request?.url ?? '');
    const said = saidIn(method, params);
    if (said !== null) this.errors.push(`${whereOf(target)}: ${said}`);
  }
}

/** An error in a message, or null. */
function saidIn(method: string | undefined, params: Message['params']): string | null {
  if (method === 'Runtime.consoleAPICalled' && (params?.type === 'error' || params?.type === 'assert'))
    return (params.args ?? []).map(inWords).join(' ');
  if (method === 'Runtime.exceptionThrown') {
    const { text = '', exception } = params?.exceptionDetails ?? {};
    return `${text} ${exception === undefined ? '' : inWords(exception)}`.trim();
  }
  if (method === 'Log.entryAdded' && params?.entry?.level === 'error')
    return [params.entry.text, params.entry.url].filter((part) => part).join(' ');
  return null;
}

function inWords({ value, description }: RemoteValue): string {
  return (description ?? String(value)).split('\n')[0] ?? '';
}

function whereOf({ type, url }: Target): string {
  return type === 'service_worker' ? 'worker' : `${type} ${new URL(url).pathname}`;
}
