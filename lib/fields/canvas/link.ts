import { kinds, recordEnd } from './wire.ts';

/** The extension's end of the events between the two worlds of a frame. */
export interface Link {
  /** What a canvas holds, if that has changed since `turn`. Null: it holds no text that is known. */
  ask(
    canvas: HTMLCanvasElement,
    turn: string,
  ): { readonly turn: string; readonly records: string | null } | null;
  /** Calls back after each task of the page that has drawn, until the signal. */
  onDrawn(listener: () => void, signal: AbortSignal): void;
}

/** Opens the link by the name that both worlds know. */
export function openLink(document: Document, name: string): Link {
  const { CustomEvent } = document.defaultView ?? window;
  let heard: string | null = null;
  const hear = (event: Event) => {
    const detail: unknown = (event as CustomEvent).detail;
    if (typeof detail === 'string') heard = detail;
  };
  return {
    ask(canvas, known) {
      heard = null;
      canvas.addEventListener(name + kinds.answer, hear, { once: true });
      canvas.dispatchEvent(new CustomEvent(name + kinds.ask, { detail: known, composed: true }));
      canvas.removeEventListener(name + kinds.answer, hear);
      const answer = heard as string | null;
      if (answer === null) return null;
      const end = answer.indexOf(recordEnd);
      const turn = end === -1 ? answer : answer.slice(0, end);
      if (turn === known) return { turn, records: null };
      return { turn, records: end === -1 ? '' : answer.slice(end + 1) };
    },
    onDrawn(listener, signal) {
      document.addEventListener(name + kinds.drawn, listener, { signal });
      document.dispatchEvent(new CustomEvent(name + kinds.watch, { detail: 'on' }));
      signal.addEventListener('abort', () =>
        document.dispatchEvent(new CustomEvent(name + kinds.watch, { detail: 'off' })),
      );
    },
  };
}
