import { parentOf } from '../own-host.ts';
import type { Box } from './drawn.ts';

/** Room left around what is scrolled into sight, in CSS pixels. */
const room = 24;

/**
 * Scrolls the boxes around an element, and its window, until a box of the view is in sight. Returns false if nothing had to
 * move.
 */
export function scrollIntoSight(element: Element, box: Box): boolean {
  const view = element.ownerDocument.defaultView ?? window;
  let { top, bottom, left, right } = box;
  let moved = false;
  for (let at: Element | null = parentOf(element); at !== null; at = parentOf(at)) {
    const isRoot = at === element.ownerDocument.scrollingElement;
    const { overflowX, overflowY } = view.getComputedStyle(at);
    if (!isRoot && !/auto|scroll|hidden/u.test(overflowX + overflowY)) continue;
    if (at === element.ownerDocument.body && !isRoot) continue;
    const outer = isRoot
      ? { left: 0, top: 0, right: at.clientWidth, bottom: view.innerHeight }
      : at.getBoundingClientRect();
    const down = missing(top, bottom, outer.top, outer.bottom);
    const across = missing(left, right, outer.left, outer.right);
    const before = { x: at.scrollLeft, y: at.scrollTop };
    if (down !== 0) at.scrollTop += down;
    if (across !== 0) at.scrollLeft += across;
    const by = { x: at.scrollLeft - before.x, y: at.scrollTop - before.y };
    moved ||= by.x !== 0 || by.y !== 0;
    top -= by.y;
    bottom -= by.y;
    left -= by.x;
    right -= by.x;
  }
  return moved;
}

/** How far to scroll so that `[from, to]` lies within `[low, high]`; 0 where it does. */
function missing(from: number, to: number, low: number, high: number): number {
  if (from >= low && to <= high) return 0;
  return from < low ? from - low - room : to - high + room;
}
