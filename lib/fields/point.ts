export interface Point {
  readonly node: Node;
  readonly offset: number;
}

/** True if a range extends from one position to the other. */
export function isAt(range: Range, from: Point, to: Point): boolean {
  return (
    range.startContainer === from.node &&
    range.startOffset === from.offset &&
    range.endContainer === to.node &&
    range.endOffset === to.offset
  );
}
