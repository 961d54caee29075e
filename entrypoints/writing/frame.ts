import { countFindings } from '../../lib/checking/counted.ts';
import type { AlsoRead } from '../../lib/fields/types.ts';
import type { Unreadable } from '../../lib/fields/unreadable.ts';
import { questionOfCheck } from '../surface/question.ts';
import type { Session } from './session.ts';

/** The state of a frame: its fields under check, and what the author did and chose in it. */
export interface Frame {
  /** Each field with its session; `end` stops it. */
  readonly fields: Map<HTMLElement, { readonly session: Session; readonly end: AbortController }>;
  /** The session of what is drawn on canvases, if any. */
  drawn: readonly Session[];
  /** The session of the field entered last. */
  used: Session | null;
  /** True while the marks of the tab are hidden. */
  hidden: boolean;
  /** What the author has read on this site although it is skipped by default. */
  alsoRead: AlsoRead;
  /** The skipped field that the author entered last. */
  leftAlone: Element | null;
  /** True if nothing is read here, and a field with a text is skipped by its own wish. */
  optedOut: boolean;
  /** Why the text of an editor here cannot be read; null if there is no such editor. */
  unreadable: Unreadable | null;
  /** True while that editor is the one entered last. */
  inUnreadable: boolean;
}

/** The initial state of a frame. */
export function newFrame(): Frame {
  return {
    fields: new Map(),
    drawn: [],
    used: null,
    hidden: false,
    alsoRead: { codeEditors: false, optedOut: false },
    leftAlone: null,
    optedOut: false,
    unreadable: null,
    inUnreadable: false,
  };
}

/** All sessions of a frame. */
export function sessionsOf({ fields, drawn }: Frame): Session[] {
  return [...[...fields.values()].map(({ session }) => session), ...drawn];
}

/**
 * The session used last, while its field is shown; else the shown one with the longest text. Editors keep hidden fields:
 * the original of a text, or the other of two modes.
 */
export function currentSession(frame: Frame): Session | null {
  const shown = sessionsOf(frame).filter(({ field }) => field.element.checkVisibility());
  if (frame.used !== null && shown.includes(frame.used)) return frame.used;
  const [first = null] = shown.sort((a, b) => b.text.length - a.text.length);
  return first;
}

/** The reason to report for an unreadable editor: the author is in it, or the frame has no readable field. */
export function currentUnreadable(frame: Frame): Unreadable | null {
  return frame.inUnreadable || currentSession(frame) === null ? frame.unreadable : null;
}

/**
 * A frame's findings for the background's count. `used`: the author has just entered it. `empty`: there is nothing to tell
 * of it (any more).
 */
export function summaryOf(frame: Frame, used: boolean) {
  const session = currentSession(frame);
  const reply = session?.reply ?? null;
  const { total, levels } = countFindings(frame.hidden || reply === null ? [] : reply.findings);
  return {
    count: total,
    errors: levels.error,
    used,
    empty: session === null && frame.unreadable === null && frame.leftAlone === null && !frame.optedOut,
    question: frame.hidden ? null : questionOfCheck(reply),
    optedOut: frame.optedOut && frame.fields.size === 0 && !frame.hidden,
  };
}
