import type { Edit } from '../draft/types.ts';
import { applyToRich } from './apply-rich.ts';
import { watchChanges } from './change-watcher.ts';
import { watchPart } from './part.ts';
import { watchRichCaret } from './rich-caret.ts';
import type { RichKind } from './rich-kind.ts';
import { createRichReader } from './rich-reader.ts';
import { focusField } from './selection.ts';
import { rangeOf } from './text-map.ts';
import { type ApplyOutcome, composingOutcome, type Field } from './types.ts';

/** A field for an editor that edits in the DOM (contenteditable or designMode). Ends with the signal. */
export function createRichField(element: HTMLElement, rich: RichKind, signal: AbortSignal): Field {
  const { kind, path, partly, gap, timing = {}, apart } = rich;
  const { ownerDocument: document } = element;
  const watcher = watchChanges(element, signal);
  const part = partly === undefined ? null : watchPart(element, partly, signal);
  const isPart = () => part?.isPart ?? false;
  const onRead = (before: string, after: string) => part?.read(before, after);
  const reader = createRichReader(element, { gap, onChange: watcher.changed, onRead }, signal);
  const { map } = reader;
  const { offset: caret, put: putCaret } = watchRichCaret(element, map, signal);
  const apply = async (edits: readonly Edit[], expected: string): Promise<ApplyOutcome> =>
    watcher.composing
      ? composingOutcome
      : applyToRich({ element, path, isPart, timing, apart, map, caret, putCaret }, edits, expected);

  return {
    element,
    kind,
    get complete() {
      return !isPart();
    },
    read: () => map().text,
    listItems: () => map().listItems,
    get reading() {
      map();
      return reader.readings;
    },
    toRange: (span, known) => rangeOf(map(), span.start, span.end, known),
    rects(span) {
      const range = rangeOf(map(), span.start, span.end);
      return range === null ? [] : [...range.getClientRects()].filter((rect) => rect.width > 0);
    },
    caret,
    apply,
    insert(text) {
      const { text: now } = map();
      const at = Math.min(caret() ?? now.length, now.length);
      return apply([{ start: at, end: at, text }], now);
    },
    reveal({ start, end }) {
      focusField(element, rangeOf(map(), start, start)?.startContainer);
      putCaret(start);
      const place = rangeOf(map(), start, end)?.startContainer;
      const block = place?.nodeType === 1 ? (place as Element) : place?.parentElement;
      block?.scrollIntoView({ block: 'nearest' });
      document.defaultView?.frameElement?.scrollIntoView({ block: 'nearest' });
    },
    watch: watcher.add,
    get composing() {
      return watcher.composing;
    },
  };
}
