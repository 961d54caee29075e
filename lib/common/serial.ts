/**
 * Makes a queue of asynchronous work. Each piece of work starts when all that were queued before it have settled; one
 * that fails rejects the promise of its own caller only, and the next one runs all the same.
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
