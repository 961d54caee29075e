/**
 * Work that is done piece by piece. Between two pieces it yields, so that whoever runs it may do something else first,
 * or end it there; what it yields makes the result from what is known so far.
 */
export type Pieces<R> = Generator<() => R, R, void>;

/** Does all pieces at once. */
export function wholeOf<R>(pieces: Generator<unknown, R, void>): R {
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return value;
  }
}

/** The same pieces, with each result turned into another. */
export function* turned<A, B>(pieces: Pieces<A>, into: (result: A) => B): Pieces<B> {
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return into(value);
    yield () => into(value());
  }
}

/** This much of a draft is judged in one piece: more than most drafts have. UTF-16 units. */
export const longestPiece = 20_000;

/** Groups of consecutive paragraphs, each a piece of work, as indexes `[from, to)`. */
export function* groupsOf(
  paragraphs: readonly { readonly text: string }[],
): Generator<{ readonly from: number; readonly to: number }, void, void> {
  let from = 0;
  let length = 0;
  for (let at = 0; at < paragraphs.length; at++) {
    length += (paragraphs[at]?.text.length ?? 0) + 1;
    if (length < longestPiece && at + 1 < paragraphs.length) continue;
    yield { from, to: at + 1 };
    from = at + 1;
    length = 0;
  }
}
