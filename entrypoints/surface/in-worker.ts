/**
 * Sends a request to a worker made for it and resolves to its answer; the signal ends the work at once. Rejects with the
 * worker's error event, or with the signal's reason.
 */
export function inWorker<A>(worker: Worker, request: unknown, signal: AbortSignal): Promise<A> {
  const done = new Promise<A>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<A>) => resolve(data));
    worker.addEventListener('error', reject);
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.postMessage(request);
  });
  return done.finally(() => worker.terminate());
}
