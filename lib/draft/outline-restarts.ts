import type { OutlineBuilder } from './outline-builder.ts';
import type { Frame } from './outline-frames.ts';

/**
 * Tells a list that begins again from one whose numbers fell back. Takes the series as read; returns them in the
 * order of their first items, with those that fell back joined to what they belong to.
 *
 * A series that took another's place is a fall-back when its later numbers stand right for the joined series
 * (一、二、一、四、), or when it is of headings, nothing introduces a new list, and no higher heading is missing there.
 */
export function mergeRestarts(builder: OutlineBuilder): Frame[] {
  const merged = new Map<Frame, Frame>();
  const kept: Frame[] = [];
  for (const frame of builder.frames) {
    const before = frame.instead === null ? null : (merged.get(frame.instead) ?? frame.instead);
    if (before === null || !fellBack(builder.frames, before, frame)) {
      kept.push(frame);
      continue;
    }
    const first = frame.items[0];
    if (first !== undefined) {
      before.restarts ??= new Set();
      before.restarts.add(first);
    }
    for (const item of frame.items) before.items.push(item);
    merged.set(frame, before);
  }
  return kept;
}

function fellBack(frames: readonly Frame[], before: Frame, frame: Frame): boolean {
  const length = before.items.length;
  if (frame.items.some((item, index) => index > 0 && item.value === length + index + 1)) return true;
  if (frame.kind !== 'chinese' && frame.kind !== 'chinese-bracketed') return false;
  return !higherIsMissing(frames, before, frame);
}

/** The parent's series has a gap, or an item that lost its line break, right where the lower list begins again. */
function higherIsMissing(frames: readonly Frame[], before: Frame, frame: Frame): boolean {
  const { parent } = frame;
  if (parent === null) return false;
  const holder = frames.find((other) => other.items.includes(parent));
  const next = holder?.items[holder.items.indexOf(parent) + 1];
  if (next === undefined)
    return before.items[0]?.value === 1 && frame.items.length > 1 && holder?.items.length === 1;
  return next.value > parent.value + 1 || next.place === 'embedded';
}
