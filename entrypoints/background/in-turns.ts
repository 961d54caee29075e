/**
 * Runs long work so that one draft never holds the others: the worker has one thread, and answers other tabs only while
 * none of its work runs.
 */

/** After so much work other requests get their turn, ms. */
const longestTurn = 50;

/** The outcome of work: its result, or what it yielded last where it was ended before. */
export type Outcome<K, R> =
  | { readonly is: 'done'; readonly result: R }
  | { readonly is: 'ended'; readonly known: K };

/**
 * Does work piece by piece, with a turn for others after each `longestTurn` ms. The work is ended between two pieces once
 * `isOver` says so of the time that it has taken, ms.
 */
export async function inTurns<K, R>(
  pieces: Generator<K, R, void>,
  isOver: (taken: number) => boolean = () => false,
): Promise<Outcome<K, R>> {
  let taken = 0;
  let from = performance.now();
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return { is: 'done', result: value };
    const turn = performance.now() - from;
    if (isOver(taken + turn)) return { is: 'ended', known: value };
    if (turn < longestTurn) continue;
    taken += turn;
    await othersTurn();
    from = performance.now();
    if (isOver(taken)) return { is: 'ended', known: value };
  }
}

/** Does work in turns to its end. */
export async function wholeInTurns<R>(pieces: Generator<unknown, R, void>): Promise<R> {
  const outcome = await inTurns(pieces);
  if (outcome.is === 'ended') throw new Error('Work without an end to its time was ended.');
  return outcome.result;
}

/** Resolves behind the messages that have come meanwhile. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
