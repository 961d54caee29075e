/**
 * Makes a queue of asynchronous work. Each task starts when all queued before it have settled; one that fails rejects
 * only its own caller's promise, and the next one still runs.
 */
export function serial(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = () => work();
    const result = last.then(run, run);
    last = result;
    return result;
  };
}
