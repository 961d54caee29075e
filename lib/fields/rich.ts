import type { Edit, Span } from '../draft/types.ts';
import { applyToRich } from './apply-rich.ts';
import { watchChanges } from './change-watcher.ts';
import type { RichKind } from './kinds/adapter.ts';
import { watchPart } from './part.ts';
import { focusField, selectionOf, selectNow } from './selection.ts';
import { offsetOf, rangeOf, readTextMap, type TextMap } from './text-map.ts';
import { type ApplyOutcome, type Field, midWord } from './types.ts';

/** An editor that edits in the DOM (contenteditable or designMode) as a field. Everything hangs on the signal. */
export function createRichField(element: HTMLElement, rich: RichKind, signal: AbortSignal): Field {
  const { kind, path, partly, gap, timing = {} } = rich;
  const document = element.ownerDocument;
  const watcher = watchChanges(element, signal);
  const part = partly === undefined ? null : watchPart(element, partly, signal);
  let lastText = '';
  let map: TextMap | null = null;
  let reading = 0;
  /** The caret as the DOM last had it in this field; its offset is reckoned only when asked for. */
  let lastPoint: { node: Node; offset: number } | null = null;
  let lastCaret: number | null = null;

  const heed = (records: readonly MutationRecord[]) => {
    if (records.length === 0) return;
    map = null;
    watcher.changed();
  };
  const observer = new MutationObserver(heed);
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());

  const fresh = (): TextMap => {
    heed(observer.takeRecords());
    if (map === null) {
      map = readTextMap(element, gap);
      reading++;
      part?.read(lastText, map.text);
      lastText = map.text;
    }
    return map;
  };
  const remember = () => {
    const selection = selectionOf(element);
    const node = selection?.focusNode ?? null;
    if (node === null || selection === null || !element.contains(node)) return;
    lastPoint = { node, offset: selection.focusOffset };
  };
  document.addEventListener('selectionchange', remember, { signal });

  const caret = (): number | null => {
    remember();
    if (lastPoint !== null && element.contains(lastPoint.node)) {
      const longest =
        lastPoint.node.nodeType === 3 ? (lastPoint.node as Text).length : lastPoint.node.childNodes.length;
      lastCaret = offsetOf(fresh(), lastPoint.node, Math.min(lastPoint.offset, longest));
    }
    return lastCaret;
  };
  const putCaret = (offset: number) => {
    const range = rangeOf(fresh(), offset, offset);
    if (range !== null) {
      focusField(element, range.startContainer);
      selectNow(element, range);
    }
    lastPoint = null;
    lastCaret = offset;
    remember();
  };
  const isPart = () => part?.isPart ?? false;
  const apply = async (edits: readonly Edit[], expected: string): Promise<ApplyOutcome> =>
    watcher.composing
      ? midWord
      : applyToRich({ element, path, isPart, timing, map: fresh, caret, putCaret }, edits, expected);

  return {
    element,
    kind,
    get complete() {
      return !isPart();
    },
    read: () => fresh().text,
    listItems: () => fresh().listItems,
    get reading() {
      fresh();
      return reading;
    },
    toRange: (span, known) => rangeOf(fresh(), span.start, span.end, known),
    rects(span) {
      const range = rangeOf(fresh(), span.start, span.end);
      return range === null ? [] : [...range.getClientRects()].filter((rect) => rect.width > 0);
    },
    offsetAt(x, y) {
      const place = document.caretPositionFromPoint?.(x, y);
      if (place === undefined || place === null || !element.contains(place.offsetNode)) return null;
      return offsetOf(fresh(), place.offsetNode, place.offset);
    },
    caret,
    apply,
    insert(text) {
      const { text: now } = fresh();
      const at = Math.min(caret() ?? now.length, now.length);
      return apply([{ start: at, end: at, text }], now);
    },
    reveal(span: Span) {
      focusField(element, rangeOf(fresh(), span.start, span.start)?.startContainer);
      putCaret(span.start);
      const range = rangeOf(fresh(), span.start, span.end);
      const place = range?.startContainer;
      const block = place?.nodeType === 1 ? (place as Element) : place?.parentElement;
      block?.scrollIntoView({ block: 'nearest' });
      element.ownerDocument.defaultView?.frameElement?.scrollIntoView({ block: 'nearest' });
    },
    watch: (onChange, until) => watcher.add(onChange, until),
    get composing() {
      return watcher.composing;
    },
  };
}
