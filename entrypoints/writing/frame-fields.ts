import { language } from '../../components/say.ts';
import { createField } from '../../lib/fields/find.ts';
import type { Field } from '../../lib/fields/types.ts';
import type { CreatePainter } from '../../lib/marks/types.ts';
import { offerCanvasHost } from './canvas-host.ts';
import { choicesOf } from './choices.ts';
import { createPlaces, draftKeyOf, type Places } from './draft-key.ts';
import { watchFields } from './fields-of-page.ts';
import { currentSession, type Frame } from './frame.ts';
import { followPointer } from './pointer.ts';
import { type Session, startSession } from './session.ts';
import type { SessionOptions } from './session-options.ts';

/** Starts and ends the sessions of a frame as its fields come and go. `look` searches for fields again. */
export function followFields(frame: Frame, options: SessionOptions): { look(): void } {
  const { card, report, signal, endIfGone, shadowRootOf } = options;
  // A field may have its frame's focus while the author writes in another frame.
  // A frame that the author never touched can take the focus by a script.
  const reportUse = () => report(document.hasFocus() && navigator.userActivation?.hasBeenActive !== false);
  const places = createPlaces(document);
  offerCanvasHost({ frame, options, start: startField });
  return watchFields({
    document,
    signal,
    ...(shadowRootOf === undefined ? {} : { shadowRootOf }),
    watched: frame.fields,
    onShown: () => report(),
    onLook: places.changed,
    alsoRead: () => frame.alsoRead,
    onLeftAlone(element) {
      frame.leftAlone = element;
      noteOptOuts(frame);
      // Tells the popup to ask this frame.
      reportUse();
    },
    onField(element, isUsed) {
      if (endIfGone()) return;
      const session = frame.fields.get(element)?.session ?? beginSession(element, frame, places, options);
      if (!isUsed) return;
      frame.used = session;
      frame.inUnreadable = false;
      reportUse();
    },
    onGone(element) {
      const field = frame.fields.get(element);
      if (field === undefined) return;
      frame.fields.delete(element);
      if (frame.used === field.session) frame.used = null;
      if (card.session === field.session) card.close();
      field.end.abort();
      report();
    },
    onUnreadable(what, isUsed) {
      if (what === 'canvas' && frame.drawn[0]) return;
      const isNew = noteOptOuts(frame) || what !== frame.unreadable;
      frame.unreadable = what;
      frame.inUnreadable = what !== null && (isUsed || frame.inUnreadable);
      if (isUsed) reportUse();
      else if (isNew) report();
    },
  });
}

/** Looks whether nothing is read here and a field is skipped by its own wish; returns true if that has changed. */
function noteOptOuts(frame: Frame): boolean {
  const { optedOut } = frame;
  const { fields, leftAlone, alsoRead } = frame;
  // Told of only where nothing is read: beside a draft, such a field is seldom one.
  frame.optedOut = fields.size === 0 && choicesOf(document, leftAlone, alsoRead).optedOut === false;
  return frame.optedOut !== optedOut;
}

function beginSession(element: HTMLElement, frame: Frame, places: Places, options: SessionOptions): Session {
  const end = new AbortController();
  const signal = AbortSignal.any([options.signal, end.signal]);
  const session = startField(frame, options, createField(element, signal), places.of(element), signal);
  frame.fields.set(element, { session, end });
  return session;
}

/** Starts checking a field. `paint` makes its painter; by default that of its kind. */
function startField(
  frame: Frame,
  { ask, card, learnRules, report, onFixed }: SessionOptions,
  field: Field,
  place: string,
  signal: AbortSignal,
  paint?: CreatePainter,
): Session {
  const session = startSession({
    field,
    draftKey: () => draftKeyOf(window, place),
    ask,
    hidden: frame.hidden,
    signal,
    paint,
    onFixed,
    onUpdate(updated, why) {
      // An open card refers to words that moved or went.
      if (why === 'typed' && updated === card.session) card.textChanged();
      if (updated.reply !== null) language.value = updated.reply.language;
      if (why === 'checked' && updated.marked.length > 0) void learnRules();
      if (why === 'counted' && updated === card.session) card.redraw();
      if (why !== 'typed' && updated === currentSession(frame)) report();
    },
  });
  followPointer(session, card, signal);
  void session.check();
  return session;
}
