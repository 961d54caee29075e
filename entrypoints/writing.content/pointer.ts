import type { CardController } from './card-controller.tsx';
import type { Session } from './session.ts';

/** How long the pointer rests on a mark before its card opens, in ms. */
const dwell = 300;

/** Opens the card of the mark under the resting or clicked pointer, until the signal. */
export function followPointer(session: Session, card: CardController, signal: AbortSignal): void {
  const { element } = session.field;
  let timer: ReturnType<typeof setTimeout> | undefined;

  element.addEventListener(
    'pointermove',
    (event) => {
      clearTimeout(timer);
      if (!event.isTrusted || event.buttons !== 0 || session.marked.length === 0) return;
      const { clientX: x, clientY: y } = event;
      timer = setTimeout(() => {
        const finding = session.field.composing ? null : session.findingAt(x, y);
        if (finding !== null) card.open(session, finding, 'hover', { x, y });
        else card.leaveMark();
      }, dwell);
    },
    { signal, passive: true },
  );
  element.addEventListener(
    'pointerleave',
    () => {
      clearTimeout(timer);
      card.leaveMark();
    },
    { signal, passive: true },
  );
  // While typing, a pointer that happens to be on the text opens nothing.
  element.addEventListener('keydown', () => clearTimeout(timer), { signal, passive: true, capture: true });
  element.addEventListener(
    'click',
    (event) => {
      clearTimeout(timer);
      if (!event.isTrusted) return;
      const finding = session.findingAt(event.clientX, event.clientY);
      if (finding !== null) card.open(session, finding, 'click', { x: event.clientX, y: event.clientY });
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
