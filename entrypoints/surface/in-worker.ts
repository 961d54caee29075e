import type { Words } from '../../lib/language/language.ts';
import { WordedError } from '../../lib/language/worded-error.ts';

/** What a worker answers: what came of the work, or why it is refused, in one sentence. */
export type WorkReply<A> = { readonly done: A } | { readonly refused: Words };

/** In a worker: answers each request with what `work` makes of it, or with the words of a WordedError that it throws. */
export function answerRequests<Q, A>(work: (request: Q) => A): void {
  const answer = (request: Q): WorkReply<A> => {
    try {
      return { done: work(request) };
    } catch (error) {
      if (error instanceof WordedError) return { refused: error.words };
      throw error;
    }
  };
  addEventListener('message', ({ data }: MessageEvent<Q>) => postMessage(answer(data)));
}

/**
 * Sends a request to a worker made for it and resolves to its answer; the signal ends the work at once. Rejects with the
 * worker's error event, or with the signal's reason.
 */
export function inWorker<A>(worker: Worker, request: unknown, signal: AbortSignal): Promise<WorkReply<A>> {
  const done = new Promise<WorkReply<A>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<WorkReply<A>>) => resolve(data));
    worker.addEventListener('error', reject);
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.postMessage(request);
  });
  return done.finally(() => worker.terminate());
}
