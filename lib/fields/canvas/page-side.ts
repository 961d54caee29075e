import { Recorder } from './recorder.ts';
import { kinds, nameEvent, readyEvent } from './wire.ts';
import { wrapDrawing } from './wrap.ts';

const han = /[\u3400-\u9fff]/u;
/** So many Chinese characters make a page worth a look: a legend or a watermark has fewer. */
const enough = 20;

/**
 * Runs in the page's world before the page's scripts: records what is drawn, and answers the extension's world, which
 * hands over the name of their events. Until it asks to watch, nothing is told but once that a text is drawn.
 */
export function startPageSide(view: Window & typeof globalThis): void {
  const { document, CustomEvent, queueMicrotask } = view;
  let name = '';
  let watched = false;
  let pending = false;
  let drawn = 0;

  const tell = (kind: string, on: EventTarget = document, detail = '') =>
    on.dispatchEvent(new CustomEvent(name + kind, { detail, composed: true }));
  const flush = () => {
    pending = false;
    tell(kinds.drawn);
  };
  const recorder = new Recorder((text) => {
    if (watched) {
      if (pending) return;
      pending = true;
      queueMicrotask(flush);
    } else if (drawn < enough && text !== '') {
      for (const character of text) if (han.test(character)) drawn++;
      if (drawn >= enough && name !== '') tell(kinds.seen);
    }
  });
  wrapDrawing(view, recorder);

  document.addEventListener(
    nameEvent,
    (event) => {
      const given: unknown = (event as CustomEvent).detail;
      if (name !== '' || typeof given !== 'string' || given === '') return;
      name = given;
      listen();
    },
    { once: true },
  );
  tell(readyEvent);

  function listen(): void {
    view.addEventListener(
      name + kinds.ask,
      (event) => {
        const [surface] = event.composedPath();
        const known = String((event as CustomEvent).detail);
        const answer = surface === undefined ? null : recorder.answer(surface, known);
        if (surface !== undefined && answer !== null) tell(kinds.answer, surface, answer);
      },
      true,
    );
    document.addEventListener(name + kinds.watch, (event) => {
      watched = (event as CustomEvent).detail === 'on';
      if (!watched && drawn >= enough) tell(kinds.seen);
    });
    if (drawn >= enough) tell(kinds.seen);
  }
}
