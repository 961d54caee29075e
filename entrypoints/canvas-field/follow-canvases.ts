import { commonParent, createCanvasField } from '../../lib/fields/canvas/canvas-field.ts';
import { canvasInputOf } from '../../lib/fields/canvas/canvas-input.ts';
import { openLink } from '../../lib/fields/canvas/link.ts';
import { createMeasurer } from '../../lib/fields/canvas/measurer.ts';
import { createSheets } from '../../lib/fields/canvas/sheets.ts';
import { unreadableIn } from '../../lib/fields/unreadable.ts';
import { createSheetPainter } from '../../lib/marks/sheet-painter.ts';
import type { CanvasHost } from '../writing/canvas-host.ts';

/** Pause between two looks at a page that draws and is no editor yet, in ms. */
const rest = 400;
const han = /\p{Script=Han}/u;

/**
 * Has the text on the canvases of a frame checked as one field, as long as they show one and an element takes the keys for
 * them: a drawing without it is a picture. Ends with the content script.
 */
export function followCanvases(document: Document, name: string, host: CanvasHost): void {
  const { signal, card, report } = host.options;
  const link = openLink(document, name);
  const sheets = createSheets(document, link, createMeasurer(document));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: { readonly element: Element; readonly end: AbortController } | null = null;

  const look = () => {
    timer = undefined;
    if (signal.aborted) return;
    const { text } = sheets.read();
    const element = commonParent(sheets.canvases);
    if (current !== null) {
      if (current.element.isConnected && (element === null || current.element.contains(element))) return;
      current.end.abort();
      current = null;
    }
    if (element === null || !han.test(text) || canvasInputOf(document) === null) return;
    const end = new AbortController();
    current = { element, end };
    begin(element, AbortSignal.any([signal, end.signal]));
  };
  const begin = (element: HTMLElement, until: AbortSignal) => {
    const field = createCanvasField(element, sheets, link, until);
    const session = host.start(host.frame, host.options, field, 'canvas', until, (_, over) =>
      createSheetPainter(field, over),
    );
    const { frame } = host;
    frame.drawn = [session];
    const enter = () => {
      frame.used = session;
      frame.unreadable = null;
      frame.inUnreadable = false;
      report(document.hasFocus());
    };
    // The keys go to an element that is no field: the author is in the text when it gets the focus.
    const onFocus = ({ target }: Event) => {
      if (target !== null && target === canvasInputOf(document)) enter();
    };
    document.addEventListener('focusin', onFocus, { signal: until, capture: true, passive: true });
    element.addEventListener('pointerdown', enter, { signal: until, capture: true, passive: true });
    until.addEventListener('abort', () => {
      if (card.session === session) card.close();
      if (frame.used === session) frame.used = null;
      frame.drawn = [];
      if (signal.aborted) return;
      frame.unreadable = unreadableIn(document);
      report();
    });
    // It was told of as an editor that cannot be read.
    if (frame.inUnreadable || frame.used === null) enter();
    else frame.unreadable = null;
  };
  const soon = () => {
    timer ??= setTimeout(look, rest);
  };
  link.onDrawn(soon, signal);
  // The element for the keys may come with the first click, and canvases may go without a drawing.
  document.addEventListener('focusin', soon, { signal, capture: true, passive: true });
  const observer = new MutationObserver(soon);
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  look();
}
