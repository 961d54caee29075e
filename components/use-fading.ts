import { useEffect, useRef } from 'preact/hooks';
import { Fading, type Holder } from './fading.ts';

/**
 * Ends a message some seconds after it is shown, later if it can be undone. `message`: anything that is another with
 * each message; null while there is none. Returns handlers for its element, which hold the message while the pointer or
 * the focus is there.
 */
export function useFading(message: unknown, undoable: boolean, onEnd: () => void) {
  const end = useRef(onEnd);
  end.current = onEnd;
  const kept = useRef<Fading | null>(null);
  kept.current ??= new Fading(() => end.current());
  const fading = kept.current;
  useEffect(() => {
    if (message === null) return;
    fading.begin(undoable);
    return () => fading.stop();
  }, [message, undoable]);
  // What had the focus may vanish without an event.
  useEffect(() => {
    if (message === null)
      for (const holder of ['pointer', 'focus'] satisfies Holder[]) fading.release(holder);
  }, [message]);
  return {
    onPointerEnter: () => fading.hold('pointer'),
    onPointerLeave: () => fading.release('pointer'),
    onFocusIn: () => fading.hold('focus'),
    onFocusOut: () => fading.release('focus'),
  };
}
