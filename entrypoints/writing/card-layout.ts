/** A rectangle in CSS pixels, in the coordinates of the outermost accessible window. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface CardLayout {
  readonly left: number;
  readonly top: number;
  /** The corner of the tip's box. The tip is hidden if the card covers the mark. */
  readonly tip: { readonly left: number; readonly top: number; readonly hidden: boolean };
  /** True if the card stands above the mark. */
  readonly above: boolean;
}

/** Space between mark, card and the edge of the view. */
const gap = 8;
/** Side of the box around the tip that points at the mark. */
const tip = 11;
/** Preferred distance between the left edge of the card and the middle of the mark. */
const indent = 28;
const widest = 320;

/** The maximum width of a card in a view of this width. */
export function widthIn(view: number): number {
  return Math.min(widest, view - 2 * gap);
}

/** Places a card of a given size: below its mark if there is room, else above, and always within the view. */
export function layoutOf(anchor: Anchor, card: Size, view: Size): CardLayout {
  const below = anchor.bottom + gap + tip / 2;
  const lowest = view.height - gap - card.height;
  const overMark = anchor.top - gap - tip / 2 - card.height;
  const above = below > lowest && overMark >= gap;
  const top = above ? overMark : Math.max(gap, Math.min(below, lowest));
  const middle = (anchor.left + anchor.right) / 2;
  const left = Math.max(gap, Math.min(middle - indent, view.width - gap - card.width));
  return {
    left,
    top,
    above,
    tip: {
      left: Math.max(left + gap, Math.min(middle - tip / 2, left + card.width - gap - tip)),
      top: above ? top + card.height - tip / 2 - 1 : top - tip / 2,
      hidden: !above && top < below - 1,
    },
  };
}
