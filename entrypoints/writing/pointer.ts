import type { Finding } from '../../lib/rules/types.ts';
import type { CardController } from './card-controller.tsx';
import type { Session } from './session.ts';

/** How long the pointer rests on a mark before its card opens, in ms. */
const dwell = 300;

/** How far the pointer may move between press and release, in CSS pixels: beyond that it selects words. */
const still = 4;

/** Opens the card of the mark under the resting or clicked pointer, until the signal. */
export function followPointer(session: Session, card: CardController, signal: AbortSignal): void {
  const { element } = session.field;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed: { readonly finding: Finding | null; readonly x: number; readonly y: number } | null = null;

  let last = '';

  const onMove = (event: MouseEvent) => {
    // The same move told twice, or a browser that tells of one when the page under a resting pointer changes.
    const place = `${event.screenX} ${event.screenY}`;
    if (event.type === 'mousemove' && place === last) return;
    last = place;
    clearTimeout(timer);
    if (!event.isTrusted || event.buttons !== 0 || session.marked.length === 0) return;
    const { clientX: x, clientY: y } = event;
    timer = setTimeout(() => {
      const finding = session.field.composing ? null : session.findingAt(x, y);
      if (finding !== null) card.open(session, finding, 'hover', { x, y });
      else card.leaveMark();
    }, dwell);
  };
  // A page may stop the one before it gets here, and leave the other.
  for (const type of ['pointermove', 'mousemove'] as const)
    element.addEventListener(type, onMove, { signal, passive: true });
  element.addEventListener(
    'pointerdown',
    (event) => {
      const { clientX: x, clientY: y } = event;
      pressed = event.isTrusted ? { finding: session.findingAt(x, y), x, y } : null;
    },
    { signal, passive: true, capture: true },
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
      const { clientX: x, clientY: y } = event;
      const finding =
        session.findingAt(x, y) ?? (pressed !== null && isNear(pressed, x, y) ? pressed.finding : null);
      if (finding !== null && session.marked.includes(finding))
        card.open(session, finding, 'click', { x, y });
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}

/** True for a press at a point. An editor may move its words at the press, as Vditor does, which then shows its `##`. */
function isNear(press: { readonly x: number; readonly y: number }, x: number, y: number): boolean {
  return Math.hypot(press.x - x, press.y - y) <= still;
}
